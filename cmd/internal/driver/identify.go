package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/source"
)

// identify gives the findings, which are sorted, their functions and
// fingerprints. Neither file names nor line numbers take part, so that moved
// lines, renamed files and gofmt change nothing; equal ones are told apart by
// their order.
func identify(res *finding.Result) {
	files := source.New(res.Dir)
	seen := make(map[string]int)
	for i := range res.Findings {
		f := &res.Findings[i]
		f.Function = files.Function(f.Position.File, f.Position.Line)
		f.Line = digest(squeeze(files.Line(f.Position.File, f.Position.Line)))
		key := strings.Join([]string{f.Check, f.Category, f.Package, f.Function, f.Line}, "\x00")
		f.Fingerprint = digest(key + "\x00" + strconv.Itoa(seen[key]))
		seen[key]++
	}
}

// digest returns 64 bits of a hash, in hexadecimal digits.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// squeeze drops white space, which gofmt changes.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
