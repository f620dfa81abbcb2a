// Package notes has what is reported on demand only.
package notes

import (
	"os"
	"os/signal"
	"time"
)

func okTimerOff(done <-chan struct{}) {
	t := time.NewTimer(time.Hour) // off by default
	select {
	case <-t.C:
	case <-done:
	}
}

func okNotifyOff() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // off by default
	<-c
}
