// Package basic has the plain cases.
package basic

import (
	"net/http"
	"time"
)

func badGet(url string) error {
	resp, err := http.Get(url) // want `^http.Get has no time limit: a server that accepts and never answers`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okLimited(url string) error {
	c := &http.Client{Timeout: time.Second}
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
