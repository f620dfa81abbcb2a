// Package lib closes what others open.
package lib

import "io"

// CloseQuietly closes c.
func CloseQuietly(c io.Closer) { _ = c.Close() }
