// Package unixsocket serves on sockets of the file system.
package unixsocket

import (
	"net"
	"net/http"
)

func okShortcut(path string, h http.Handler) error {
	ln, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	defer ln.Close()
	return http.Serve(ln, h)
}

func okServer(path string, h http.Handler) error {
	ln, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	return srv.Serve(ln)
}
