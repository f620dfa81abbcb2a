// Package limits has known wrong answers, each with its reason.
package limits

import "os"

// Two iterations are not many, but the length of a slice is not followed.
func FP_fewOfMany(names []string) error {
	for _, name := range names[:2] {
		f, err := os.Open(name) // want `^f is closed by a defer in the loop`
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}
