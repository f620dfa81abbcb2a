// The command limits the default client first.
package main

import (
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	http.DefaultClient.Timeout = 10 * time.Second
	for _, link := range os.Args[1:] {
		if err := okCheck(link); err != nil {
			log.Fatal(err)
		}
	}
}

func okCheck(link string) error {
	resp, err := http.Head(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
