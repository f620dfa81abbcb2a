// Package envfallback reports dangerous values that stand in for unset
// environment variables.
//
// # Analyzer envfallback
//
// envfallback: report hardcoded fallbacks of environment variables
//
// It reports a constant that takes the place of an unset variable, where the
// constant stands: under an emptiness test, as a default that the variable
// overrides, in cmp.Or, as the argument of a helper of this or another package,
// in the tag of a struct that a library fills, as a default of viper or of a flag
// of urfave/cli. What counts is what the value reaches (a key that signs, a
// password, a connection, an address that is dialled) through variables, fields
// and functions of this and other packages; where that is not seen, its name and
// form. Secrets, connection strings with a password, and addresses of this
// machine or a private network are reported; ports, paths, levels, names,
// flags and public addresses are notes.
//
// On the laptop the variable is set, or the fallback is right. In production
// it is forgotten once, and nothing fails: every deployment signs its tokens
// with a key that stands in the source, or talks to itself.
//
// For example, anybody who reads the source can sign a token:
//
//	func key() string {
//		if k := os.Getenv("JWT_SECRET"); k != "" {
//			return k
//		}
//		return "change-me-please"
//	}
//
// Instead:
//
//	func key() (string, error) {
//		if k := os.Getenv("JWT_SECRET"); k != "" {
//			return k, nil
//		}
//		return "", errors.New("JWT_SECRET is not set")
//	}
//
// Limits: a value that a package puts into a field is not followed into the
// packages that import it; there the name decides. Configuration files are not
// read. Notes are off by default: -envfallback.notes.
package envfallback
