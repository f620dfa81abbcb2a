// Package status is a stub for tests.
package status

import (
	"fmt"

	"google.golang.org/grpc/codes"
)

func Error(c codes.Code, msg string) error { return fmt.Errorf("%d: %s", c, msg) }

func Errorf(c codes.Code, format string, args ...any) error {
	return Error(c, fmt.Sprintf(format, args...))
}
