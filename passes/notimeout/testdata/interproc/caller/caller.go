// Package caller uses the clients of another package.
package caller

import "notimeout.test/interproc/clients"

// What another package makes is not looked at.
func okOther(url string) error {
	resp, err := clients.New().Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
