// The command starts a server that another package makes.
package main

import (
	"log"
	"net/http"

	"notimeout.test/interproc/servers"
)

func main() { log.Print(okServe()) }

func okServe() error {
	return servers.New(":8080", http.NotFoundHandler()).ListenAndServe()
}
