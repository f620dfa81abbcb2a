// Package limits has known wrong answers, each with its reason.
package limits

import "os"

// Two iterations are not many, but the engine does not count them.
func FP_constantBound(base string) error {
	for _, suffix := range [2]string{".a", ".b"} {
		f, err := os.Open(base + suffix) // want `^f is closed by a defer in the loop`
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}
