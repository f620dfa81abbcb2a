package servers

import (
	"log"
	"net"
	"net/http"
	"time"
)

func badListenAndServe() {
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `^http\.ListenAndServe serves without a read timeout`
}

func badListenAndServeWithError(addr string, h http.Handler) error {
	if err := http.ListenAndServe(addr, h); err != nil { // want `^http\.ListenAndServe serves without a read timeout`
		return err
	}
	return nil
}

func badListenAndServeTLS(h http.Handler) error {
	return http.ListenAndServeTLS(":8443", "server.crt", "server.key", h) // want `^http\.ListenAndServeTLS serves without a read timeout`
}

func badServeShortcut(h http.Handler) error {
	ln, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(ln, h) // want `^http\.Serve serves without a read timeout`
}

// The handler is limited, the reading of the request is not.
func badShortcutWithTimeoutHandler(h http.Handler) error {
	return http.ListenAndServe(":8080", http.TimeoutHandler(h, 5*time.Second, "too slow")) // want `^http\.ListenAndServe serves without a read timeout`
}

func badShortcutInGoroutine(errs chan<- error, h http.Handler) {
	go func() { errs <- http.ListenAndServe(":9090", h) }() // want `^http\.ListenAndServe serves without a read timeout`
}

// All interfaces, which is the same as none.
func badAllInterfaces(h http.Handler) error {
	return http.ListenAndServe("0.0.0.0:8080", h) // want `^http\.ListenAndServe serves without a read timeout`
}
