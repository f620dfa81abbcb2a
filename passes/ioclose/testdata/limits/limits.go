// Package limits has known wrong answers, each with its reason.
package limits

import (
	"net"
	"os"
)

// The parameter is released on one path only; on the other one the caller may
// be the one who closes it, so neither is blamed.
func FN_halfReleased(f *os.File, keep bool) error {
	if keep {
		return nil
	}
	return f.Close()
}

// A resource in a local slice is handed over when it is appended.
func FN_localSlice(names []string) error {
	var files []*os.File
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	println(len(files))
	return nil
}

// A listener that is lost when a later step fails is a note.
func FN_listener(addr string, check func() error) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	if err := check(); err != nil {
		return nil, err
	}
	return l, nil
}
