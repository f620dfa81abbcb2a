package ownerfacts_test

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

func Test(t *testing.T) { passtest.Run(t, ownerfacts.Analyzer) }

// Facts are read by every package that imports another: each is small, and its
// bytes depend on nothing but its content.
func TestFactsAreSmallAndStable(t *testing.T) {
	const budget = 640 // bytes of one fact, type description of gob included
	total, facts := 0, 0
	for _, dir := range []string{"testdata", "../ioclose/testdata", "../httpclose/testdata"} {
		for act := range passtest.Analyze(t, dir, ownerfacts.Analyzer).All() {
			for _, f := range act.AllObjectFacts() {
				first := encode(t, f.Fact)
				for range 10 {
					again := reflect.New(reflect.TypeOf(f.Fact).Elem()).Interface().(analysis.Fact)
					require.NoError(t, gob.NewDecoder(bytes.NewReader(first)).Decode(again))
					require.Equal(t, first, encode(t, again), f.Object)
				}
				require.LessOrEqual(t, len(first), budget, "%v: %v", f.Object, f.Fact)
				total += len(first)
				facts++
			}
		}
	}
	require.Greater(t, facts, 20)
	require.LessOrEqual(t, total/facts, budget*3/4, "mean size of a fact")
}

func encode(t *testing.T, f analysis.Fact) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, gob.NewEncoder(&b).Encode(f))
	return b.Bytes()
}
