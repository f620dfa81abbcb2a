// Package diag builds what every check reports: documentation cut from doc.go,
// diagnostics in the house style, and our own failures as such.
package diag

import (
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// InternalCategory marks a finding that is about prodvet and not about the
// analysed code. Drivers turn it into exit code 3.
const InternalCategory = "internal-error"

// ConfigCategory marks a finding about the configuration of prodvet. Drivers
// show it once, as bad usage.
const ConfigCategory = "config-error"

// Doc cuts the section "# Analyzer name" out of the package comment in the
// text of doc.go. It is empty if there is none; a test holds that there is.
func Doc(source, name string) string {
	var out []string
	inside := false
	for line := range strings.Lines(source) {
		text, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "//")
		if !ok {
			break
		}
		text = strings.TrimPrefix(text, " ")
		if strings.HasPrefix(text, "# ") {
			inside = text == "# Analyzer "+name
			continue
		}
		if inside {
			out = append(out, text)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// URL returns the address of a check's page.
func URL(name string) string {
	return "https://pkg.go.dev/github.com/prodvet/prodvet/passes/" + name
}

// Internal reports a failure of prodvet itself. The rest of the run goes on.
func Internal(pass *analysis.Pass, pos token.Pos, where string, err error) {
	if !pos.IsValid() && len(pass.Files) > 0 {
		pos = pass.Files[0].Package
	}
	pass.Report(analysis.Diagnostic{
		Pos:      pos,
		Category: InternalCategory,
		Message:  fmt.Sprintf("prodvet failed on %s (%v), which is a bug of prodvet; the rest was analysed", where, err),
	})
}

// Guard wraps the run function of a pass: a panic becomes an internal error on
// the package instead of the end of the driver, and the pass yields fallback,
// so that the passes which require it still run. Its findings can be suppressed
// by directives.
func Guard(run func(*analysis.Pass) (any, error), fallback any) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (res any, err error) {
		defer func() {
			if r := recover(); r != nil {
				Internal(pass, token.NoPos, "package "+pass.Pkg.Path(), fmt.Errorf("%v", r))
				res, err = fallback, nil
			}
		}()
		return run(suppressing(pass))
	}
}
