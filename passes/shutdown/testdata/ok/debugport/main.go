// The command reads a list and can be profiled while it does.
package main

import (
	"bufio"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
)

func main() {
	go http.ListenAndServe("localhost:6060", nil)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		log.Print("converting ", lines.Text())
	}
}
