package analyzers

import (
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/ownerfacts"
)

// LevelOf returns the level of a finding: that of the configuration for its
// category, or for its check, or else that of the suite.
func (c Config) LevelOf(e Entry, category string) Level {
	if l, ok := c.Levels[e.Analyzer.Name+"/"+category]; ok {
		return l
	}
	if l, ok := c.Levels[e.Analyzer.Name]; ok {
		return l
	}
	return e.LevelOf(category)
}

// raises reports whether the configuration lifts a note of the check to a level
// that is reported by default: the check has to be told to look for its notes.
func (c Config) raises(e Entry) bool {
	for key, l := range c.Levels {
		check, category, _ := strings.Cut(key, "/")
		if check == e.Analyzer.Name && (l == Error || l == Warning) && (category == "" || e.LevelOf(category) == Note) {
			return e.Notes()
		}
	}
	return false
}

// silent reports whether a rule keeps the check silent in file, a path below
// the root of its module.
func (c Config) silent(check, file string) bool {
	return slices.ContainsFunc(c.Paths, func(p PathRule) bool {
		return (len(p.Ignore) == 0 || slices.Contains(p.Ignore, check)) && matchPath(p.Path, file)
	})
}

// matchPath matches as the go command matches package patterns: "..." is any
// text, and "x/..." is x too.
func matchPath(pattern, file string) bool {
	re := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimPrefix(pattern, "./")), `\.\.\.`, `.*`)
	return regexp.MustCompile(`^` + re + `$`).MatchString(file)
}

// carried is the configuration that the flag of ownerfacts carries. The host
// has checked it; one that does not parse is reported by ownerfacts.
var carried = sync.OnceValue(func() Config {
	text := ownerfacts.Analyzer.Flags.Lookup("config").Value.String()
	if text == "" {
		return Config{}
	}
	c, err := parseConfig(text)
	if err != nil {
		return Config{}
	}
	return c
})

// Configured returns the checks that a configuration selects, for a host that
// runs analyzers in its own process and knows neither flags nor levels: those
// that are off, and notes unless asked for, are not reported. The analyzers are
// the caller's own.
func Configured(c Config) ([]*analysis.Analyzer, error) {
	sel, err := Select(strings.Join(c.Checks, ","))
	if err != nil {
		return nil, err
	}
	if err := ownerfacts.Analyzer.Flags.Set("config", c.text); err != nil {
		return nil, err
	}
	var out []*analysis.Analyzer
	for _, e := range registry {
		if !slices.Contains(sel.On, e.Analyzer.Name) {
			continue
		}
		notes := sel.Notes || c.raises(e)
		if e.Notes() {
			if err := e.Analyzer.Flags.Set("notes", strconv.FormatBool(notes)); err != nil {
				return nil, err
			}
		}
		a := *e.Analyzer
		a.Run = func(pass *analysis.Pass) (any, error) {
			own := *pass
			own.Report = func(d analysis.Diagnostic) {
				if c.LevelOf(e, d.Category) != Note || sel.Notes {
					pass.Report(d)
				}
			}
			return e.Analyzer.Run(c.restrict(&own, e))
		}
		out = append(out, &a)
	}
	return out, nil
}

// Categories of findings that are about prodvet or its configuration, as
// passes/internal/diag has them. No rule silences those.
var aboutUs = []string{"internal-error", "config-error", "directive", "directive-used"}

// obeying returns the check of e without the findings that the configuration
// turns off.
func obeying(e Entry) *analysis.Analyzer {
	a := *e.Analyzer
	a.Run = func(pass *analysis.Pass) (any, error) {
		return e.Analyzer.Run(carried().restrict(pass, e))
	}
	return &a
}

// restrict returns a pass that keeps to the configuration.
func (c Config) restrict(pass *analysis.Pass, e Entry) *analysis.Pass {
	if len(c.Levels) == 0 && len(c.Paths) == 0 {
		return pass
	}
	own := *pass
	own.Report = func(d analysis.Diagnostic) {
		if !slices.Contains(aboutUs, d.Category) &&
			(c.LevelOf(e, d.Category) == Off || c.silent(e.Analyzer.Name, fileOf(pass, d))) {
			return
		}
		pass.Report(d)
	}
	return &own
}

// fileOf returns the path of the finding's file below the root of its module.
// It is made of import paths, for a path of this machine would keep a build
// cache from being shared.
func fileOf(pass *analysis.Pass, d analysis.Diagnostic) string {
	dir := strings.TrimSuffix(pass.Pkg.Path(), "_test")
	if pass.Module != nil {
		dir = strings.TrimPrefix(strings.TrimPrefix(dir, pass.Module.Path), "/")
	}
	return path.Join(dir, filepath.Base(pass.Fset.Position(d.Pos).Filename))
}
