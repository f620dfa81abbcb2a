// Package limits holds known wrong answers.
package limits

import "os"

// The fallback is computed from a constant.
func FN_concat() string {
	v := os.Getenv("JWT_SECRET")
	if v == "" {
		parts := "dev" + os.Getenv("SUFFIX")
		v = parts
	}
	return v
}
