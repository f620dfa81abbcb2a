// The command logs in with a browser, which calls back once.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
)

func main() {
	code, err := okCallback()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("logged in with", code)
}

func okCallback() (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer ln.Close()
	codes := make(chan string, 1)
	go http.Serve(ln, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "You may close this window.")
		codes <- r.FormValue("code")
	}))
	fmt.Printf("open https://login.example.com/?back=http://%s/\n", ln.Addr())
	return <-codes, nil
}
