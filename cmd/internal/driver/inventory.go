package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// A read is what the fact pass of the environment says of one place.
type read struct {
	Key        string `json:"key"`
	Type       string `json:"type"`
	Default    string `json:"default"`
	HasDefault bool   `json:"has_default"`
	Class      string `json:"class"`
	Required   bool   `json:"required"`
	Late       bool   `json:"late"`
}

// Inventory lists the environment variables that the packages read, sorted by
// name, and what could not be looked at.
func Inventory(o Options) (vars []finding.Variable, skipped []finding.Skipped, err error) {
	left, err := o.tolerate(func() (err error) {
		vars, skipped, err = o.inventory()
		return err
	})
	return vars, append(skipped, left...), err
}

func (o Options) inventory() ([]finding.Variable, []finding.Skipped, error) {
	cmd, err := o.tool("-json", "-envfacts", "-envfacts.inventory")
	if err != nil {
		return nil, nil, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	runErr := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](runErr); runErr != nil && !exited {
		return nil, nil, usagef("cannot run the go command: %v", runErr)
	}
	res, err := o.parse(&stdout)
	if err != nil {
		return nil, nil, err
	}
	skipped := append(res.Skipped, failures(stderr.String())...)
	if runErr != nil && res.Packages == 0 {
		return nil, nil, &loadError{stderr.String()}
	}
	res.Sort()
	vars, err := merge(res.Findings, o.programs())
	return vars, skipped, err
}

// merge makes one variable of all its reads. programs gives the main packages
// that a package is part of.
func merge(reads []finding.Finding, programs map[string][]string) ([]finding.Variable, error) {
	byKey := make(map[string]*finding.Variable)
	for _, f := range reads {
		var r read
		if err := json.Unmarshal([]byte(f.Message), &r); err != nil {
			return nil, fmt.Errorf("inventory of %s: %w", f.Package, err)
		}
		v := byKey[r.Key]
		if v == nil {
			v = &finding.Variable{Key: r.Key, Type: r.Type, Late: true}
			byKey[r.Key] = v
		}
		if v.Type == "string" {
			v.Type = r.Type
		}
		if r.HasDefault && !v.HasDefault {
			v.HasDefault, v.Default = true, r.Default
		}
		if v.Class == "" {
			v.Class = r.Class
		}
		v.Required = v.Required || r.Required
		v.Late = v.Late && r.Late
		v.Places = append(v.Places, f.Position)
		for _, p := range programs[f.Package] {
			if !slices.Contains(v.Programs, p) {
				v.Programs = append(v.Programs, p)
			}
		}
	}
	out := make([]finding.Variable, 0, len(byKey))
	for _, key := range sortedKeys(byKey) {
		v := *byKey[key]
		v.Required = v.Required && !v.HasDefault
		slices.Sort(v.Programs)
		out = append(out, v)
	}
	return out, nil
}

// programs returns, for each package of the run, the main packages that it is
// part of.
func (o Options) programs() map[string][]string {
	args := []string{"list", "-e", "-json=ImportPath,Name,Deps"}
	if o.Tags != "" {
		args = append(args, "-tags="+o.Tags)
	}
	cmd := exec.Command("go", append(append(args, "--"), o.Patterns...)...)
	cmd.Dir = o.Dir
	out, err := cmd.Output()
	if err != nil {
		return nil // the run itself has said what is wrong
	}
	byPackage := make(map[string][]string)
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p struct {
			ImportPath, Name string
			Deps             []string
		}
		if dec.Decode(&p) != nil {
			return byPackage
		}
		if p.Name != "main" {
			continue
		}
		for _, d := range append(p.Deps, p.ImportPath) {
			if strings.Contains(d, ".") { // not of the standard library
				byPackage[d] = append(byPackage[d], p.ImportPath)
			}
		}
	}
	return byPackage
}
