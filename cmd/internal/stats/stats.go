// Package stats measures where a run spends its time. Each package is a process
// of its own under the go command, so every process appends what its passes took
// to files in one directory, and the command that started the run adds them up.
package stats

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
)

// EnvDir names the directory in the environment of the processes. It is not a
// flag, since flags are part of what the go command caches by.
const EnvDir = "PRODVET_STATS"

// A sample is what one pass took for one package, and what the engine had done
// in its process by then.
type sample struct {
	Pass     string             `json:"pass"`
	Package  string             `json:"package"`
	Nanos    int64              `json:"nanos"`
	Counters analyzers.Counters `json:"counters"`
}

// Record makes the analyzers and what they require note their time, if the
// environment asks for it.
func Record(suite []*analysis.Analyzer) {
	dir := os.Getenv(EnvDir)
	if dir == "" {
		return
	}
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(*analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, r := range a.Requires {
			visit(r)
		}
		run := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) {
			start := time.Now()
			res, err := run(pass)
			note(dir, sample{a.Name, pass.Pkg.Path(), time.Since(start).Nanoseconds(), analyzers.Count()})
			return res, err
		}
	}
	for _, a := range suite {
		visit(a)
	}
}

// note appends one line to the file of this process. A sample that cannot be
// written is lost: measuring must not break what it measures.
func note(dir string, s sample) {
	line, err := json.Marshal(s)
	if err != nil {
		return
	}
	f, err := os.OpenFile(filepath.Join(dir, fmt.Sprint(os.Getpid())), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_, _ = f.Write(append(line, '\n'))
	_ = f.Close()
}

// A Total is what one pass took over all packages.
type Total struct {
	Pass     string
	Packages int
	Time     time.Duration
}

// A Summary is what a run took.
type Summary struct {
	Passes   []Total // the slowest first
	Packages int
	Counters analyzers.Counters
}

// Read adds up the files of a directory.
func Read(dir string) (Summary, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return Summary{}, err
	}
	var sum Summary
	passes := make(map[string]*Total)
	packages := make(map[string]bool)
	for _, entry := range files {
		samples, err := readFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return sum, err
		}
		var last analyzers.Counters // they only grow
		for _, s := range samples {
			packages[s.Package] = true
			if passes[s.Pass] == nil {
				passes[s.Pass] = &Total{Pass: s.Pass}
			}
			passes[s.Pass].Packages++
			passes[s.Pass].Time += time.Duration(s.Nanos)
			last = last.Max(s.Counters)
		}
		sum.Counters = sum.Counters.Add(last)
	}
	for _, t := range passes {
		sum.Passes = append(sum.Passes, *t)
	}
	slices.SortFunc(sum.Passes, func(a, b Total) int {
		return cmp.Or(-cmp.Compare(a.Time, b.Time), cmp.Compare(a.Pass, b.Pass))
	})
	sum.Packages = len(packages)
	return sum, nil
}

func readFile(name string) ([]sample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []sample
	for scanner := bufio.NewScanner(f); ; {
		if !scanner.Scan() {
			return out, scanner.Err()
		}
		var s sample
		if err := json.Unmarshal(scanner.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, s)
	}
}

// Write prints a summary for people.
func (s Summary) Write(w io.Writer) error {
	var total time.Duration
	for _, t := range s.Passes {
		total += t.Time
	}
	c := s.Counters
	_, err := fmt.Fprintf(w, "%d packages analysed now (the others came from the cache), %v in passes\nownership: %d functions, %d sites, %d steps, %d sites given up\n%-14s %8s %12s\n",
		s.Packages, total.Round(time.Millisecond), c.Functions, c.Sites, c.Steps, c.Dropped, "pass", "packages", "time")
	for _, t := range s.Passes {
		if err == nil {
			_, err = fmt.Fprintf(w, "%-14s %8d %12v\n", t.Pass, t.Packages, t.Time.Round(time.Microsecond))
		}
	}
	return err
}
