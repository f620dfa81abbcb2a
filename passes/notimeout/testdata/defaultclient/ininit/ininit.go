// Package ininit limits the default client when it is loaded.
package ininit

import (
	"net/http"
	"time"
)

func init() { http.DefaultClient.Timeout = 10 * time.Second }

func FP_get(link string) error {
	resp, err := http.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okDo(link string) error {
	req, err := http.NewRequest(http.MethodHead, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A client of one's own is another one.
func badOwnClient(link string) error {
	c := &http.Client{}
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
