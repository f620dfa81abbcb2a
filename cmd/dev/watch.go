package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A seen is a finding as two builds are compared by it.
type seen struct {
	Check, Category, Level, Message, Fingerprint string
	Position                                     struct {
		File string
		Line int
	}
}

func (s seen) String() string {
	return fmt.Sprintf("%s:%d: %s: %s [%s/%s]", s.Position.File, s.Position.Line, s.Level, s.Message, s.Check, s.Category)
}

// watch runs two binaries over directories and prints what the second one adds,
// drops and says differently.
func watch(args []string) error {
	if len(args) < 3 {
		return errors.New("watch takes two binaries and directories of modules")
	}
	base, head := args[0], args[1]
	for _, dir := range args[2:] {
		before, err := runOn(base, dir)
		if err != nil {
			return err
		}
		after, err := runOn(head, dir)
		if err != nil {
			return err
		}
		added, removed, changed := compare(before, after)
		fmt.Printf("%s: %d findings, %d added, %d removed, %d changed\n", filepath.Base(dir), len(after), len(added), len(removed), len(changed))
		for _, group := range []struct {
			sign  string
			lines []string
		}{{"+", added}, {"-", removed}, {"~", changed}} {
			for _, l := range group.lines {
				fmt.Printf("  %s %s\n", group.sign, l)
			}
		}
	}
	return nil
}

func runOn(tool, dir string) ([]seen, error) {
	abs, err := filepath.Abs(tool)
	if err != nil {
		return nil, err
	}
	stdout, stderr, _, err := output(dir, abs, "-json")
	if err != nil {
		return nil, err
	}
	var doc struct{ Findings []seen }
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil {
		return nil, fmt.Errorf("%s in %s: %w: %s", tool, dir, err, stderr)
	}
	return doc.Findings, nil
}

// compare matches findings by their fingerprints.
func compare(before, after []seen) (added, removed, changed []string) {
	old := make(map[string]seen)
	for _, s := range before {
		old[s.Fingerprint] = s
	}
	for _, s := range after {
		was, ok := old[s.Fingerprint]
		delete(old, s.Fingerprint)
		switch {
		case !ok:
			added = append(added, s.String())
		case was.Message != s.Message || was.Level != s.Level:
			changed = append(changed, s.String()+"; before: "+was.Level+": "+was.Message)
		}
	}
	for _, s := range before {
		if _, ok := old[s.Fingerprint]; ok {
			removed = append(removed, s.String())
		}
	}
	return added, removed, changed
}

// A measured is the precision of a check, read by people.
type measured struct {
	Right  int `json:"right"`
	Wrong  int `json:"wrong"`
	Unsure int `json:"unsure"`
}

const precisionFile = "cmd/internal/page/precision.json"

// precision counts the verdicts of a file, one finding per line, as columns
// check, verdict (right, wrong, unsure) and anything after that, divided by
// tabs. It writes the counts to where the pages of the checks read them.
func precision(args []string) error {
	if len(args) != 1 {
		return errors.New("precision takes a file of verdicts")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	counts, err := count(args[0], string(data))
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(counts, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(precisionFile, append(text, '\n'), 0o644)
}

func count(name, text string) (map[string]measured, error) {
	counts := make(map[string]measured)
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		columns := strings.Split(line, "\t")
		verdicts := []string{"right", "wrong", "unsure"}
		if len(columns) < 2 || !slices.Contains(verdicts, columns[1]) {
			return nil, fmt.Errorf("%s:%d: write a check, a tab, and one of %s", name, i+1, strings.Join(verdicts, ", "))
		}
		m := counts[columns[0]]
		switch columns[1] {
		case "right":
			m.Right++
		case "wrong":
			m.Wrong++
		default:
			m.Unsure++
		}
		counts[columns[0]] = m
	}
	return counts, nil
}
