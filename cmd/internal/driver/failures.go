package driver

import (
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// failures takes the go command's standard error apart: a "# package" line,
// then that package's errors. What a C compiler only warns of is none.
func failures(stderr string) []finding.Skipped {
	var out []finding.Skipped
	pkg := ""
	var block []string
	end := func() {
		for _, line := range withoutC(block) {
			out = append(out, finding.Skipped{Package: pkg, Reason: strings.TrimSpace(strings.TrimPrefix(line, "vet: "))})
		}
		block = nil
	}
	for line := range strings.Lines(stderr) {
		line = strings.TrimRight(line, "\r\n")
		name, header := strings.CutPrefix(line, "# ")
		switch {
		case header:
			end()
			pkg, _, _ = strings.Cut(name, " ")
			pkg = strings.Trim(pkg, "[]")
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "go: downloading ") || strings.HasPrefix(line, "go: warning: "):
		default:
			block = append(block, strings.TrimSuffix(line, "; to add it:"))
		}
	}
	end()
	return out
}

var (
	// diagnostic matches the lines of a C compiler with a place in them.
	diagnostic = regexp.MustCompile(`:\d+(:\d+)?: (warning|note|error|fatal error): `)
	cError     = regexp.MustCompile(`: (fatal )?error: `)
	goError    = regexp.MustCompile(`\.go:\d+:\d+: `)
)

// withoutC leaves the errors out of what a C compiler has printed: its warnings
// and the code it quotes say nothing of the package.
func withoutC(block []string) []string {
	c := false
	for _, line := range block {
		c = c || diagnostic.MatchString(line)
	}
	if !c {
		return block
	}
	var out []string
	for _, line := range block {
		if cError.MatchString(line) || goError.MatchString(line) && !diagnostic.MatchString(line) {
			out = append(out, line)
		}
	}
	return out
}
