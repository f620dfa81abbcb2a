// Package limits holds known wrong answers.
package limits

import "net/http"

type api struct{ base string }

// An address in the field of a struct is not followed: others may set it.
func FN_field() (*http.Response, error) {
	a := api{base: "http://localhost:9000"}
	return http.Get(a.base)
}
