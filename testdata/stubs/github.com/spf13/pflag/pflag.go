// Package pflag is a stub for tests.
package pflag

import "time"

type FlagSet struct{}

func NewFlagSet(name string, handling int) *FlagSet { return new(FlagSet) }

func (f *FlagSet) String(name, value, usage string) *string                                 { return &value }
func (f *FlagSet) StringP(name, shorthand, value, usage string) *string                     { return &value }
func (f *FlagSet) DurationVar(p *time.Duration, name string, v time.Duration, usage string) {}
