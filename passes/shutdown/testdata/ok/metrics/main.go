// The command works through a list, with metrics on the side.
package main

import (
	"bufio"
	"log"
	"net/http"
	"os"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		log.Print("importing ", lines.Text())
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
