package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/mattn/go-isatty"
)

// quiet is how long a run may take before it shows signs of life.
const quiet = 2 * time.Second

// A progress is a line on a terminal that counts packages.
type progress struct {
	w        io.Writer
	packages atomic.Int64
	done     chan struct{}
	wait     sync.WaitGroup
}

// startProgress shows progress on w if that is a terminal.
func startProgress(w io.Writer) *progress {
	p := &progress{w: w, done: make(chan struct{})}
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		p.wait.Go(p.show)
	}
	return p
}

func (p *progress) set(packages int) { p.packages.Store(int64(packages)) }

func (p *progress) stop() {
	close(p.done)
	p.wait.Wait()
}

func (p *progress) show() {
	start := time.Now()
	tick := time.NewTicker(quiet / 4)
	defer tick.Stop()
	for shown := false; ; {
		select {
		case <-p.done:
			if shown {
				fmt.Fprint(p.w, "\r\x1b[K")
			}
			return
		case <-tick.C:
			if spent := time.Since(start); spent > quiet {
				fmt.Fprintf(p.w, "\r\x1b[Kprodvet: %d packages, %d s", p.packages.Load(), int(spent.Seconds()))
				shown = true
			}
		}
	}
}
