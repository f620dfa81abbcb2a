// Package cobra is a stub for tests.
package cobra

import (
	"context"
	"io"
	"os"
)

type Command struct {
	Use   string
	Short string

	PreRunE func(cmd *Command, args []string) error
	Run     func(cmd *Command, args []string)
	RunE    func(cmd *Command, args []string) error

	ctx context.Context
}

func (c *Command) AddCommand(cmds ...*Command)              {}
func (c *Command) Context() context.Context                 { return c.ctx }
func (c *Command) Execute() error                           { return nil }
func (c *Command) ExecuteContext(ctx context.Context) error { return nil }
func (c *Command) OutOrStdout() io.Writer                   { return os.Stdout }
func (c *Command) Println(a ...any)                         {}
