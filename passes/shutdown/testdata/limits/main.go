// The command shuts down a server, but not on a signal.
package main

import (
	"context"
	"net/http"
)

func main() { FN_noSignal() }

// Whether Shutdown is reached when the program is stopped is not looked at.
func FN_noSignal() {
	srv := &http.Server{Addr: ":8080"}
	_ = srv.ListenAndServe()
	_ = srv.Shutdown(context.Background())
}
