// Package sign uses what its callers hand it.
package sign

import (
	"crypto/hmac"
	"crypto/sha256"
)

// A Signer keeps its key.
type Signer struct{ key []byte }

func New(material string) *Signer {
	return &Signer{key: []byte(material)}
}

func (s *Signer) Sum(p []byte) []byte {
	mac := hmac.New(sha256.New, s.key)
	mac.Write(p)
	return mac.Sum(nil)
}
