// Package limits holds known wrong answers.
package limits

import (
	"crypto/hmac"
	"crypto/sha256"
)

type signer struct{ key []byte }

// A key in the field of a struct is not followed: others may set it.
func FN_field(p []byte) []byte {
	s := signer{key: []byte("s3cr3t-key")}
	mac := hmac.New(sha256.New, s.key)
	mac.Write(p)
	return mac.Sum(nil)
}
