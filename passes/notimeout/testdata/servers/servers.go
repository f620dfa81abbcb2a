// Package servers has servers that wait for ever for a request.
package servers

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"time"
)

func badLiteral(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func okThisMachine(h http.Handler, port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("127.0.0.1:%d", port), Handler: h}
	return srv.ListenAndServe()
}

func okThisMachineJoined(h http.Handler, port string) error {
	return http.ListenAndServe(net.JoinHostPort("localhost", port), h)
}

func badEveryMachine(h http.Handler, port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("0.0.0.0:%d", port), Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func okTold(h http.Handler) error {
	//nolint:gosec // the proxy in front has the limits
	srv := &http.Server{Addr: ":8080", Handler: h}
	return srv.ListenAndServe()
}

func badLiteralOverLines(h http.Handler) error {
	srv := &http.Server{ // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
		Addr:           ":8080",
		Handler:        h,
		MaxHeaderBytes: 1 << 16,
	}
	return srv.ListenAndServe()
}

// Both begin when the request is there.
func badOtherTimeouts(h http.Handler) error {
	srv := &http.Server{ // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
		Addr:         ":8080",
		Handler:      h,
		WriteTimeout: 30 * time.Second,
		IdleTimeout:  time.Minute,
	}
	return srv.ListenAndServe()
}

// The handler is limited, and starts when the headers have been read.
func badTimeoutHandler(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: http.TimeoutHandler(h, time.Second, "too slow")} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func badLiteralInTheCall() {
	log.Fatal((&http.Server{Addr: ":8080"}).ListenAndServe()) // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
}

func badValue(h http.Handler) error {
	srv := http.Server{Addr: ":8080", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func badTLS(h http.Handler) error {
	srv := &http.Server{Addr: ":8443", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServeTLS("server.crt", "server.key")
}

func badServe(ln net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.Serve(ln)
}

func badInGoroutine(h http.Handler) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	return srv
}

type api struct{ srv *http.Server }

func badField(h http.Handler) *api {
	return &api{srv: &http.Server{Addr: ":8080", Handler: h}} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
}

func (a *api) run() error { return a.srv.ListenAndServe() }

var front = &http.Server{Addr: ":8080"} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`

func badPackageVariable() error { return front.ListenAndServe() }

func badMadeByHelper(h http.Handler) *http.Server {
	return &http.Server{Addr: ":8080", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
}

func startHelper() error { return badMadeByHelper(http.NotFoundHandler()).ListenAndServe() }
