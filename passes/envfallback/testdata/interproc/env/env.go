// Package env is a project's own helper.
package env

import "os"

func String(key, def string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

// Or goes through another helper.
func Or(key string, def ...string) string {
	if len(def) == 0 {
		return os.Getenv(key)
	}
	return String(key, def[0])
}
