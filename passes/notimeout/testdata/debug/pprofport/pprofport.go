// Package pprofport serves profiles next to the program.
package pprofport

import (
	"log"
	"net/http"
	_ "net/http/pprof"
)

func okProfiles() {
	go func() { log.Print(http.ListenAndServe(":6060", nil)) }()
}
