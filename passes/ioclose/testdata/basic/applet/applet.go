// Package applet is one of many commands of a program, which registers its main.
package applet

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"

	"google.golang.org/grpc"
)

func register(name string, main func()) {}

func setup() { register("applet", main) }

// The process ends with main.
func main() {
	conn, err := grpc.NewClient("backend:443")
	if err != nil {
		log.Fatal(err)
	}
	serve(conn)
	load(os.Args[1])
	http.HandleFunc("/motd", func(w http.ResponseWriter, r *http.Request) {
		f, err := os.Open("motd") // want `^f is never closed`
		if err != nil {
			return
		}
		io.Copy(w, f)
	})
}

func serve(*grpc.ClientConn) {}

// Only main calls it, once.
func load(name string) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	io.Copy(os.Stdout, f)
}

// Load is for everybody.
func Load(name string) {
	f, err := os.Open(name) // want `^f is never closed`
	if err != nil {
		log.Fatal(err)
	}
	io.Copy(os.Stdout, f)
}

func badAgain(names []string) {
	for _, name := range names {
		again(name)
	}
}

func again(name string) {
	f, err := os.Open(name) // want `^f is never closed`
	if err != nil {
		log.Fatal(err)
	}
	io.Copy(os.Stdout, f)
}

var (
	started sync.Once
	output  io.Writer
)

func okOnce() {
	started.Do(func() {
		f, err := os.Create("log")
		if err != nil {
			return
		}
		output = io.MultiWriter(os.Stderr, f)
	})
}
