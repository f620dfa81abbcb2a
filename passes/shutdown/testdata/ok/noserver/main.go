// The command has workers and no server.
package main

import (
	"log"
	"time"
)

func main() {
	go okBeat()
	for {
		log.Print("looking for work")
		time.Sleep(time.Minute)
	}
}

func okBeat() {
	for {
		log.Print("alive")
		time.Sleep(time.Second)
	}
}
