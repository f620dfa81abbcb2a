// Package limits holds known wrong answers.
package limits

import "net/http"

// An exported field may get its client anywhere.
type API struct{ Client *http.Client }

func FN_exportedField(url string) error {
	a := API{Client: &http.Client{}}
	resp, err := a.Client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
