// Package caller signs with what another package says.
package caller

import (
	"crypto/hmac"
	"crypto/sha256"

	"secretlit.test/interproc/conf"
)

func okOtherPackage(p []byte) []byte {
	mac := hmac.New(sha256.New, conf.Key)
	mac.Write(p)
	return mac.Sum(nil)
}
