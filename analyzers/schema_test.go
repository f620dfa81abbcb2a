package analyzers_test

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xeipuuv/gojsonschema"

	"github.com/prodvet/prodvet/analyzers"
)

var update = flag.Bool("update", false, "write docs/prodvet.schema.json")

const schemaFile = "../docs/prodvet.schema.json"

type object = map[string]any

// schema describes the configuration file.
func schema() object {
	var checks, selectable, levelled []any
	for _, e := range analyzers.Entries() {
		name := e.Analyzer.Name
		checks = append(checks, name)
		selectable = append(selectable, name, "-"+name)
		levelled = append(levelled, name)
		for _, c := range e.Categories {
			levelled = append(levelled, name+"/"+c)
		}
	}
	selectable = append(selectable, analyzers.Default, analyzers.AllChecks)
	str, boolean, index := object{"type": "string"}, object{"type": "boolean"}, object{"type": "integer", "minimum": -1}
	strings := object{"type": "array", "items": str}
	enum := func(values ...any) object { return object{"enum": values} }
	row := func(required []any, properties object) object {
		return object{"type": "object", "additionalProperties": false, "required": required, "properties": properties}
	}
	rows := func(about string, item object) object {
		return object{"type": "array", "description": about, "items": item}
	}
	levels := object{}
	for _, key := range levelled {
		levels[key.(string)] = object{"$ref": "#/definitions/level"}
	}
	open := object{} // categories that are kinds of resources
	for _, e := range analyzers.Entries() {
		if e.Categories == nil {
			open["^"+e.Analyzer.Name+"/."] = object{"$ref": "#/definitions/level"}
		}
	}
	return object{
		"$schema": "http://json-schema.org/draft-07/schema#",
		"$id":     "https://raw.githubusercontent.com/prodvet/prodvet/main/docs/prodvet.schema.json",
		"title":   "The configuration of prodvet",
		"type":    "object", "additionalProperties": false,
		"definitions": object{"level": enum("error", "warning", "note", "off")},
		"properties": object{
			"checks": rows("checks and presets to run; -name takes one out", object{"enum": selectable}),
			"levels": object{"type": "object", "description": "levels of checks and of their categories", "additionalProperties": false, "properties": levels, "patternProperties": open},
			"paths":  rows("places where checks are silent", row([]any{"path"}, object{"path": str, "ignore": object{"type": "array", "items": object{"enum": checks}}})),
			"resources": rows("types that must be released", row([]any{"kind", "type", "release"}, object{
				"kind": str, "type": str, "release": strings, "check": str, "field": str, "exhaust": strings, "noun": str,
				"bytype": boolean, "verbs": strings, "failed": strings, "fires": boolean, "until": str, "flush": boolean, "place": boolean, "parent": boolean, "endswith": strings, "context": boolean, "why": str,
				"lives": enum("process", "main"), "verb": str, "event": str, "defer": str,
				"acquire": rows("functions whose result the caller owns", row([]any{"func"}, object{"func": str, "result": index, "error": index, "param": index})),
			})),
			"sinks": rows("arguments whose values take effect", row([]any{"func", "use"}, object{"func": str, "arg": index, "use": enum("key", "password", "dsn", "address")})),
			"handlers": rows("how the handlers of a framework answer", row([]any{"type", "params"}, object{
				"type": str, "params": index, "returns": boolean, "implicit": index,
				"answers": rows("calls that answer", row([]any{"func"}, object{"func": str, "status": index, "arg": index, "sets": boolean, "body": boolean})),
			})),
			"effects": rows("what is lost when a function fails", row([]any{"func", "effect"}, object{"func": str, "effect": enum("read", "write", "read remote", "write remote", "none")})),
			"env": rows("what variables hold", row([]any{"key", "class"}, object{
				"key":   str,
				"class": enum("secret", "credential", "localhost", "listen", "url", "path", "number", "flag", "level", "name"),
			})),
		},
	}
}

// The published schema is that of the code: it takes the keys that there are.
func TestSchemaIsFresh(t *testing.T) {
	want, err := json.MarshalIndent(schema(), "", "  ")
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(schemaFile, append(want, '\n'), 0o644))
	}
	got, err := os.ReadFile(schemaFile)
	require.NoError(t, err)
	assert.Equal(t, string(want)+"\n", string(got), "go test ./analyzers -update writes it")
	var keys []string
	for k := range schema()["properties"].(object) {
		keys = append(keys, k)
	}
	assert.ElementsMatch(t, analyzers.Keys, keys)
}

// validate says whether a text is a configuration by the published schema.
func validate(t *testing.T, text string) bool {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	require.NoError(t, err)
	var doc any
	require.NoError(t, yaml.Unmarshal([]byte(text), &doc))
	res, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(data), gojsonschema.NewGoLoader(doc))
	require.NoError(t, err)
	return res.Valid()
}

// Schema and program agree on the examples of the documentation and on mistakes
// that a schema can see.
func TestSchemaAgrees(t *testing.T) {
	page, err := os.ReadFile("../docs/config.md")
	require.NoError(t, err)
	for _, b := range yamlBlock.FindAllSubmatch(page, -1) {
		assert.True(t, validate(t, string(b[1])), "%s", b[1])
	}
	for _, bad := range []string{
		"check: [all]\n", "checks: [nope]\n", "levels: {nope: off}\n", "levels: {rowserr/nope: off}\n", "levels: {rowserr: loud}\n",
		"paths: [{ignore: [rowserr]}]\n", "paths: 3\n", "sinks: [{func: x.F, use: sign}]\n", "effects: [{func: x.F, effect: all}]\n",
		"env: [{name: A, class: secret}]\n", "resources: [{kind: a.b}]\n",
	} {
		assert.False(t, validate(t, bad), bad)
		_, err := analyzers.ParseConfig("c", bad)
		assert.Error(t, err, bad)
	}
	assert.True(t, validate(t, "levels: {sqlclose/sql.rows: note}\n"))
}
