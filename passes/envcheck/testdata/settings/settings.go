// Package settings is filled by a library, and compares one of its numbers.
package settings

import (
	"errors"
	"time"
)

// Settings are read from the environment.
type Settings struct {
	Interval time.Duration `env:"INTERVAL" envDefault:"5s"`
	Checked  time.Duration `env:"CHECKED"`
	Tagged   time.Duration `env:"TAGGED" validate:"min=1s"`
	Computed time.Duration
	Workers  int           `mapstructure:"workers"`
	Timeout  time.Duration `envconfig:"TIMEOUT"`
}

// Normalise refuses what cannot work.
func Normalise(s *Settings) error {
	if s.Checked <= 0 {
		return errors.New("CHECKED must be positive")
	}
	return nil
}

// Validated has a method that may look at its numbers.
type Validated struct {
	Interval time.Duration `env:"INTERVAL"`
}

// Validate looks at everything.
func (v *Validated) Validate() error { return nil }
