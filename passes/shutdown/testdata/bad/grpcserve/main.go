// The command serves calls and is never told to finish them.
package main

import (
	"log"
	"net"

	"google.golang.org/grpc"
)

func main() {
	lis, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	if err := s.Serve(lis); err != nil { // want `^s\.Serve serves, and nothing in the program shuts it down`
		log.Fatal(err)
	}
}
