// Package codes is a stub for tests.
package codes

type Code uint32

const (
	InvalidArgument Code = 3
	NotFound        Code = 5
	Internal        Code = 13
)
