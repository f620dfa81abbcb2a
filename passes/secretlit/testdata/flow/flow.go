// Package flow has secrets that are used behind a call, in a field, or as the
// answer to the question for the key of a token.
package flow

import (
	"hash"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"secretlit.test/flow/sign"
)

func badArgument() hash.Hash {
	return sign.Hash("a-long-secret-of-ours") // want `^the key of hmac.New stands in the source`
}

func okTag() hash.Hash {
	return sign.Tag("tag-1") // not said to be a secret
}

func badKeyfunc(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(t *jwt.Token) (any, error) {
		return []byte("verify-with-this"), nil // want `^the key of the verification of tokens stands in the source`
	})
}

func okKeyfunc(token string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(token, func(t *jwt.Token) (any, error) { return key, nil })
}

func badAccounts() gin.HandlerFunc {
	return gin.BasicAuth(gin.Accounts{"admin": "open-sesame"}) // want `^the password for gin.Accounts stands in the source`
}

func okAccounts(password string) gin.HandlerFunc {
	return gin.BasicAuth(gin.Accounts{"admin": password})
}

// Key can be set by others, and is this unless they do.
var Key = []byte("signature-key-of-ours") // want `^the key of t.SignedString stands in the source`

func badExported(t *jwt.Token) (string, error) { return t.SignedString(Key) }
