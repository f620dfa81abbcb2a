// Package gclplugin is prodvet as a module plugin of golangci-lint v2. It is
// named in .custom-gcl.yml; docs/golangci-lint.md has the whole recipe.
package gclplugin

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
)

//nolint:gochecknoinits // golangci-lint finds a plugin by its init
func init() { register.Plugin("prodvet", New) }

// Settings stand under linters.settings.custom.prodvet.settings in
// .golangci.yml: the keys of .prodvet.yaml, or the name of such a file.
type Settings struct {
	// Config is the path of a configuration file, relative to the directory in
	// which golangci-lint runs. It excludes the other keys.
	Config    string                     `json:"config" yaml:"-"`
	Checks    []string                   `json:"checks" yaml:"checks,omitempty"`
	Levels    map[string]analyzers.Level `json:"levels" yaml:"levels,omitempty"`
	Paths     []analyzers.PathRule       `json:"paths" yaml:"paths,omitempty"`
	Resources []any                      `json:"resources" yaml:"resources,omitempty"`
	Sinks     []any                      `json:"sinks" yaml:"sinks,omitempty"`
	Handlers  []any                      `json:"handlers" yaml:"handlers,omitempty"`
	Effects   []any                      `json:"effects" yaml:"effects,omitempty"`
	Env       []any                      `json:"env" yaml:"env,omitempty"`
}

// New builds the plugin of the settings, or says what is wrong with them.
func New(raw any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](raw)
	if err != nil {
		return nil, fmt.Errorf("prodvet: settings in .golangci.yml: %w; write config or the keys of .prodvet.yaml", err)
	}
	c, err := s.parse()
	if err != nil {
		return nil, fmt.Errorf("prodvet: %w", err)
	}
	list, err := analyzers.Configured(c)
	if err != nil {
		return nil, fmt.Errorf("prodvet: %w", err)
	}
	for _, a := range list {
		a.Run = withoutRelated(a.Run)
	}
	return plugin(list), nil
}

// withoutRelated drops the further places of findings: golangci-lint prints each
// as an issue of its own.
func withoutRelated(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		own := *pass
		own.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return run(&own)
	}
}

// parse returns the configuration that the settings are or name.
func (s Settings) parse() (analyzers.Config, error) {
	if s.Config == "" {
		text, err := yaml.Marshal(s)
		if err != nil {
			return analyzers.Config{}, err
		}
		return analyzers.ParseConfig("settings in .golangci.yml", strings.TrimPrefix(string(text), "{}\n"))
	}
	if alone := (Settings{Config: s.Config}); !reflect.DeepEqual(s, alone) {
		return analyzers.Config{}, errors.New("settings in .golangci.yml: config stands beside other keys; move them into that file")
	}
	return analyzers.ReadConfig(s.Config)
}

type plugin []*analysis.Analyzer

func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p, nil }

func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
