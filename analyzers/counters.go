package analyzers

import "github.com/prodvet/prodvet/passes/ownerfacts"

// Counters say what the ownership engine has done in this process.
type Counters struct {
	Functions int `json:"functions"` // looked at
	Sites     int `json:"sites"`     // obligations followed
	Steps     int `json:"steps"`     // instructions executed for them
	Dropped   int `json:"dropped"`   // obligations and functions given up at a bound
}

// Count returns the counters of now.
func Count() Counters { return Counters(ownerfacts.Done()) }

// Add returns the sum.
func (c Counters) Add(d Counters) Counters {
	return Counters{c.Functions + d.Functions, c.Sites + d.Sites, c.Steps + d.Steps, c.Dropped + d.Dropped}
}

// Max returns the larger of each.
func (c Counters) Max(d Counters) Counters {
	return Counters{max(c.Functions, d.Functions), max(c.Sites, d.Sites), max(c.Steps, d.Steps), max(c.Dropped, d.Dropped)}
}
