// Package secretlit reports secrets that stand in the source.
//
// # Analyzer secretlit
//
// secretlit: report secrets that stand in the source
//
// It reports literals that reach what they open, also as an argument of a function
// that says so: keys that sign or verify tokens, cookies and messages, passwords of
// clients, mail servers and accounts, connection strings with a password; literals
// with which a password, a token or a key of a request is compared; and literals in
// the formats in which providers hand out keys.
//
// On localhost it does not matter who knows the key. In production everybody who
// has the repository, the image or the binary signs tokens for any user, and
// nobody can change the key without a release.
//
// For example, anyone who reads this file is any user:
//
//	func sign(payload []byte) []byte {
//		mac := hmac.New(sha256.New, []byte("s3cr3t-key"))
//		mac.Write(payload)
//		return mac.Sum(nil)
//	}
//
// Instead:
//
//	func sign(key, payload []byte) []byte {
//		mac := hmac.New(sha256.New, key)
//		mac.Write(payload)
//		return mac.Sum(nil)
//	}
//
// Categories: key, password, dsn, provider. The secret is never printed.
//
// Limits: a literal is followed through conversions, constants, formats and
// variables of the package that are set to nothing else. Placeholders, tests and
// generated code are silent; a secret that stands in for an unset variable is
// envfallback's.
package secretlit
