// Package env has helpers of each form.
package env

import "os"

func String(key, def string) string { // want String:`^env\(key=0, fallback=1\)$`
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

func Swapped(def, key string) string { // want Swapped:`^env\(key=1, fallback=0\)$`
	return String(key, def)
}

func Required(key string) string { return os.Getenv(key) }

func Unrelated(a, b string) string { return b }
