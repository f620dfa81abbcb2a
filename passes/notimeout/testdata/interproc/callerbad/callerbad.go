// Package callerbad sends with clients without limit that another package makes.
package callerbad

import (
	"net/http"
	"strings"

	"notimeout.test/interproc/clients"
)

func FN_inTheCall(link string) error {
	resp, err := clients.New().Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func FN_variable(link, body string) error {
	req, err := http.NewRequest(http.MethodPost, link, strings.NewReader(body))
	if err != nil {
		return err
	}
	c := clients.New()
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
