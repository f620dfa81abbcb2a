// Package env has helpers of each form.
package env

import (
	"errors"
	"os"
	"strconv"
)

func String(key, def string) string { // want String:`^env\(key=0, fallback=1\)$`
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

func Swapped(def, key string) string { // want Swapped:`^env\(key=1, fallback=0\)$`
	return String(key, def)
}

func Plain(key string) string { return os.Getenv(key) } // want Plain:`^env\(key=0, required=false\)$`

func Required(key string) string { // want Required:`^env\(key=0, required=true\)$`
	v := os.Getenv(key)
	if v == "" {
		panic(key + " is not set")
	}
	return v
}

func Failing(key string) (string, error) { // want Failing:`^env\(key=0, required=true\)$`
	v, ok := os.LookupEnv(key)
	if !ok {
		return "", errors.New(key + " is not set")
	}
	return v, nil
}

func Into(key string, dst *int) error { // want Into:`^env\(key=0, required=false\)$`
	v, ok := os.LookupEnv(key)
	if !ok {
		return nil
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return err
	}
	*dst = n
	return nil
}

func Unrelated(a, b string) string { return b }
