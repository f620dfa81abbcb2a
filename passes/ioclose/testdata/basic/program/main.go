// Command program keeps resources for the life of the process.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

func okProcessLifetime() net.Listener {
	l, err := net.Listen("tcp", ":0")
	if err != nil {
		log.Fatal(err)
	}
	return l
}

func okLogFile(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	log.SetOutput(f) // the logger keeps it
	return nil
}

// The client closes the body that it sends.
func okUpload(url, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPut, url, f)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	f, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if _, err := io.Copy(os.Stdout, f); err != nil {
		log.Fatal(err)
	}
	_ = http.Serve(okProcessLifetime(), nil)
	_ = okLogFile("log")
	_ = okUpload("http://example.test", "f")
}
