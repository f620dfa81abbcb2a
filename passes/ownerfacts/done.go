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

// Done returns what the engine has done in this process.
func Done() ownership.Stats {
	done.Lock()
	defer done.Unlock()
	return done.Stats
}

func count(s ownership.Stats) {
	done.Lock()
	defer done.Unlock()
	done.Functions += s.Functions
	done.Sites += s.Sites
	done.Steps += s.Steps
	done.Dropped += s.Dropped
}
