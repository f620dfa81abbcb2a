// Package envcheck reports variables that are used without a check.
//
// # Analyzer envcheck
//
// envcheck: report variables that are used without a check
//
// It reports shapes of a variable that nothing looks at. parse: the error of
// parsing it is dropped, so a typo becomes 0. unchecked: it becomes the key that
// signs or encrypts, or what a request has to bring, and nothing asks whether it is
// set. unvalidated: a configuration with such a key is read, and nothing looks at
// it. failopen: a handler, a middleware or a function that verifies checks a secret
// only if the variable is set. devmode: certificates or requests are not checked
// unless a variable says production. zero: a number from the environment, compared
// nowhere, makes time.NewTicker panic at 0. Notes, off by default: unlimited, such
// a number that at 0 means no time limit, no expiry or no worker; unread, a
// configuration file whose errors are only logged; parse-bool, the dropped error of
// parsing a switch; late, a variable that is first looked up while a request is
// served.
//
// On localhost the variable is in .env. In production it is missing once, or
// misspelt: the process starts, signs tokens with the empty key, and lets in
// whoever does the same.
//
// For example, an unset variable makes every token valid:
//
//	func sign(payload []byte) []byte {
//		mac := hmac.New(sha256.New, []byte(os.Getenv("SIGNING_KEY")))
//		mac.Write(payload)
//		return mac.Sum(nil)
//	}
//
// Instead:
//
//	func sign(payload []byte) ([]byte, error) {
//		key := os.Getenv("SIGNING_KEY")
//		if key == "" {
//			return nil, errors.New("SIGNING_KEY is not set")
//		}
//		mac := hmac.New(sha256.New, []byte(key))
//		mac.Write(payload)
//		return mac.Sum(nil), nil
//	}
//
// Limits: a check counts anywhere in the package; one in another package is not
// seen, so a configuration counts only if its package validates nothing. Values
// that reach a key through the fields of a struct are not followed.
package envcheck
