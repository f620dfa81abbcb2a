package ownerfacts

import (
	"sync"

	"github.com/prodvet/prodvet/passes/internal/ownership"
)

// done counts what the engine did in this process.
var done struct {
	sync.Mutex
	ownership.Stats
}

// Done returns how many functions the engine has looked at in this process, how
// many obligations it has followed, the instructions executed for them, and the
// obligations that it gave up at a bound.
func Done() (functions, sites, steps, dropped int) {
	done.Lock()
	defer done.Unlock()
	return done.Functions, done.Sites, done.Steps, done.Dropped
}

func count(s ownership.Stats) {
	done.Lock()
	defer done.Unlock()
	done.Functions += s.Functions
	done.Sites += s.Sites
	done.Steps += s.Steps
	done.Dropped += s.Dropped
}
