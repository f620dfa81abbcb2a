// Package conf reads the environment for others.
package conf

import "os"

// Get returns a variable, or the fallback.
func Get(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}
