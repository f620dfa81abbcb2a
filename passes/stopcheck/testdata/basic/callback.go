package basic

import (
	"context"
	"os"
	"os/signal"
)

type program struct{ stops []func() }

func (p *program) onStop(f func()) { p.stops = append(p.stops, f) }

// The teardown that was registered first calls what the variable holds later.
func okTeardownRegistered(p *program, join bool, run func(context.Context)) {
	var stop context.CancelFunc
	p.onStop(func() {
		if stop != nil {
			stop()
		}
	})
	if join {
		ctx, cancel := context.WithCancel(context.Background())
		stop = cancel
		go run(ctx)
	}
}

// A note, off by default.
func okNotify() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}
