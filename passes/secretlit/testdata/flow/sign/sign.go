// Package sign takes its keys from its callers.
package sign

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
)

func Hash(secret string) hash.Hash { return hmac.New(sha256.New, []byte(secret)) }

// Tag makes the tag of a page; anybody may know its key.
func Tag(prefix string) hash.Hash { return hmac.New(sha256.New, []byte(prefix)) }
