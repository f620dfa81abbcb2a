// The command exits from the goroutine that serves calls.
package main

import (
	"context"
	"database/sql"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Print(err)
		return
	}
	defer db.Close()
	lis, err := net.Listen("tcp", ":50051")
	if err != nil {
		log.Print(err)
		return
	}
	s := grpc.NewServer()
	go func() {
		if err := s.Serve(lis); err != nil {
			log.Print(err)
			os.Exit(1) // want `^os\.Exit ends the process from the serving goroutine`
		}
	}()
	<-ctx.Done()
	s.GracefulStop()
}
