// Package limits holds known wrong answers.
package limits

import (
	"crypto/hmac"
	"crypto/sha256"
	"os"
)

type config struct{ key string }

func load() config { return config{key: os.Getenv("STRUCT_KEY")} }

// A key that goes through the field of a struct is not followed.
func FN_field(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(load().key))
	mac.Write(p)
	return mac.Sum(nil)
}
