// Package caller defers a helper of package lib.
package caller

import (
	"os"

	"deferloop.test/interproc/lib"
)

func badHelper(names []string) error {
	for _, name := range names {
		f, err := os.Open(name) // want `^f is closed by a defer in the loop`
		if err != nil {
			return err
		}
		defer lib.CloseQuietly(f)
	}
	return nil
}

func okHelper(names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		lib.CloseQuietly(f)
	}
	return nil
}
