package env

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/joho/godotenv"
)

// A kind is a form of file that sets variables.
type kind int

const (
	dotenv     kind = iota
	dockerfile      // ENV lines
	manifest        // YAML: docker-compose, Kubernetes, GitHub workflows, and settings of the program itself
)

// An entry is one variable that a file sets.
type entry struct {
	key, value string
	line       int
	elsewhere  bool // the value comes from somewhere else: a secret, the host's environment
	setting    bool // of a configuration file of the program: the variable overrides it
}

func kindOf(name string) kind {
	base := strings.ToLower(filepath.Base(name))
	switch {
	case strings.HasSuffix(base, ".yml") || strings.HasSuffix(base, ".yaml") || strings.HasSuffix(base, ".json"):
		return manifest
	case strings.HasPrefix(base, "dockerfile") || strings.HasPrefix(base, "containerfile") || strings.HasSuffix(base, ".dockerfile"):
		return dockerfile
	}
	return dotenv
}

// readFile returns what a file sets, in its order. Errors name file and line.
func readFile(name string) ([]entry, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	switch kindOf(name) {
	case manifest:
		return readYAML(name, data)
	case dockerfile:
		return readDockerfile(string(data)), nil
	}
	return readDotenv(name, string(data))
}

var assignment = regexp.MustCompile(`^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \t]*[=:]`)

// readDotenv takes the values from a library and the lines from the text, which
// the library does not tell.
func readDotenv(name, text string) ([]entry, error) {
	values, err := godotenv.Unmarshal(text)
	if err != nil {
		for i, l := range strings.Split(text, "\n") {
			if l = strings.TrimSpace(l); l != "" && l[0] != '#' && !assignment.MatchString(l) {
				return nil, fmt.Errorf("%s:%d: this is no assignment: write NAME=value, or # in front of a comment", name, i+1)
			}
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []entry
	for i, l := range strings.Split(text, "\n") {
		m := assignment.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		if value, ok := values[m[1]]; ok { // else a line inside a quoted value
			out = append(out, entry{key: m[1], value: value, line: i + 1})
		}
	}
	return out, nil
}

var dockerPair = regexp.MustCompile(`([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)`)

// readDockerfile reads ENV instructions, in both of their forms.
func readDockerfile(text string) []entry {
	var out []entry
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		start, l := i, strings.TrimSpace(lines[i])
		for strings.HasSuffix(l, `\`) && i+1 < len(lines) {
			i++
			l = strings.TrimSuffix(l, `\`) + " " + strings.TrimSpace(lines[i])
		}
		word, rest, _ := strings.Cut(l, " ")
		if !strings.EqualFold(word, "ENV") {
			continue
		}
		pairs := dockerPair.FindAllStringSubmatch(rest, -1)
		if first, value, ok := strings.Cut(strings.TrimSpace(rest), " "); ok && !strings.Contains(first, "=") {
			pairs = [][]string{{"", first, value}}
		}
		for _, p := range pairs {
			value := strings.Trim(p[2], `"'`)
			out = append(out, entry{key: p[1], value: value, line: start + 1, elsewhere: strings.Contains(value, "$")})
		}
	}
	return out
}

// readYAML finds the mappings and lists that set variables: environment of
// docker-compose, env of Kubernetes and of GitHub workflows, data of ConfigMaps
// and Secrets. A file with none of them holds settings of the program itself.
func readYAML(name string, data []byte) ([]entry, error) {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimSpace(strings.SplitN(err.Error(), "\n", 2)[0]))
	}
	var out []entry
	for _, doc := range f.Docs {
		y := yamlFile{config: isConfigMap(doc.Body)}
		y.walk(doc.Body, "")
		if len(y.entries) == 0 && !has(doc.Body, "apiVersion", "services", "jobs") {
			y.settings(doc.Body, "")
		}
		out = append(out, y.entries...)
	}
	return out, nil
}

// has reports whether a mapping has one of the keys.
func has(n ast.Node, keys ...string) bool {
	return slices.ContainsFunc(mapping(n), func(v *ast.MappingValueNode) bool { return slices.Contains(keys, v.Key.String()) })
}

// settings reads every value of nested mappings, named as its variable is without
// the prefix of the program: auth.jwt-secret is AUTH_JWT_SECRET.
func (y *yamlFile) settings(n ast.Node, prefix string) {
	for _, v := range mapping(n) {
		name := strings.Trim(v.Key.String(), `"'`)
		key := prefix + strings.ToUpper(strings.NewReplacer("-", "_", ".", "_").Replace(name))
		switch v.Value.(type) {
		case *ast.MappingNode, *ast.MappingValueNode:
			y.settings(v.Value, key+"_")
		case *ast.SequenceNode:
		default:
			y.set(key, v.Value, v.Key.GetToken().Position.Line)
			y.entries[len(y.entries)-1].setting = true
		}
	}
}

type yamlFile struct {
	config  bool // a ConfigMap or a Secret
	entries []entry
}

// isConfigMap reports whether the document is a ConfigMap or a Secret.
func isConfigMap(n ast.Node) bool {
	for _, v := range mapping(n) {
		if v.Key.String() == "kind" {
			k := text(v.Value)
			return k == "ConfigMap" || k == "Secret"
		}
	}
	return false
}

// mapping returns the pairs of a mapping, none of any other node.
func mapping(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func text(n ast.Node) string {
	if n == nil {
		return ""
	}
	if s, ok := n.(*ast.StringNode); ok {
		return s.Value
	}
	return strings.TrimSpace(n.String())
}

// walk looks for variables in a node that stands under key.
func (y *yamlFile) walk(n ast.Node, key string) {
	sets := key == "environment" || key == "env" || y.config && (key == "data" || key == "stringData")
	if seq, ok := n.(*ast.SequenceNode); ok {
		for _, v := range seq.Values {
			if sets {
				y.item(v)
			} else {
				y.walk(v, "")
			}
		}
		return
	}
	for _, v := range mapping(n) {
		name := strings.Trim(v.Key.String(), `"'`)
		if sets && len(mapping(v.Value)) == 0 {
			y.set(name, v.Value, v.Key.GetToken().Position.Line)
			continue
		}
		y.walk(v.Value, name)
	}
}

// item reads an element of a list: KEY=value, KEY, or name and value.
func (y *yamlFile) item(n ast.Node) {
	pairs := mapping(n)
	if len(pairs) == 0 {
		key, value, ok := strings.Cut(text(n), "=")
		y.entries = append(y.entries, entry{key: key, value: value, line: n.GetToken().Position.Line, elsewhere: !ok || strings.Contains(value, "${")})
		return
	}
	e := entry{elsewhere: true, line: n.GetToken().Position.Line}
	for _, p := range pairs {
		switch p.Key.String() {
		case "name":
			e.key, e.line = text(p.Value), p.Key.GetToken().Position.Line
		case "value":
			e.value, e.elsewhere = text(p.Value), strings.Contains(text(p.Value), "$(")
		}
	}
	y.entries = append(y.entries, e)
}

func (y *yamlFile) set(key string, value ast.Node, line int) {
	_, null := value.(*ast.NullNode)
	s := text(value)
	y.entries = append(y.entries, entry{key: key, value: s, line: line, elsewhere: null || strings.Contains(s, "${")})
}
