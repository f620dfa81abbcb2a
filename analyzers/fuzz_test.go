package analyzers_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/prodvet/prodvet/analyzers"
)

// FuzzParseConfig: any text is a configuration or an error that names the file,
// and what parses once parses again.
func FuzzParseConfig(f *testing.F) {
	for _, seed := range []string{
		"checks: [default, -procexit]\nlevels: {rowserr: off}\npaths: [{path: a/..., ignore: [ctxless]}]\n",
		"resources:\n  - {kind: a.b, type: \"*x.T\", acquire: [{func: x.Get, result: 0, error: 1}], release: [Close]}\n",
		"sinks: [{func: x.F, arg: 0, use: key}]\nenv: [{key: A.*, class: secret}]\n",
		"handlers: [{type: x.Ctx, params: 1, answers: [{func: (*x.Ctx).Send, arg: 0}]}]\neffects: [{func: x.F, effect: none}]\n",
		"levels: {rowserr: 1}\n", "- a\n", "\t", "a: &a [*a]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := analyzers.ParseConfig("c.yaml", text)
		if err != nil {
			assert.True(t, strings.HasPrefix(err.Error(), "c.yaml"), err.Error())
			return
		}
		again, err := analyzers.ParseConfig("c.yaml", text)
		assert.NoError(t, err)
		assert.Equal(t, c, again)
	})
}
