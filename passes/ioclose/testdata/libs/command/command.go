// Package command has the bodies of commands, each of which runs once per process.
package command

import (
	"io"
	"os"

	"github.com/spf13/cobra"
)

func New() *cobra.Command {
	return &cobra.Command{
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			_, err = io.Copy(os.Stdout, f)
			return err
		},
	}
}

func bad(cmd *cobra.Command, args []string) error {
	for _, a := range args {
		f, err := os.Open(a) // want `^f is never closed`
		if err != nil {
			return err
		}
		if _, err = io.Copy(os.Stdout, f); err != nil {
			return err
		}
	}
	return nil
}
