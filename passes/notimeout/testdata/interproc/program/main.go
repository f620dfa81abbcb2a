// The command imports a package that limits the default client.
package main

import (
	"log"
	"net/http"
	"os"

	_ "notimeout.test/interproc/setup"
)

func main() {
	if err := FP_get(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func FP_get(link string) error {
	resp, err := http.Get(link) // want `^http\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
