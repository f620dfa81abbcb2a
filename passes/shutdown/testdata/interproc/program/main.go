// The command serves through another package.
package main

import (
	"log"

	"shutdown.test/interproc/serve"
)

func main() {
	if err := serve.Run(":8080"); err != nil { // want `^serve.Run serves, and nothing in the program shuts it down`
		log.Fatal(err)
	}
}
