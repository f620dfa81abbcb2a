// Package errflow is the core of the error-flow engine: what a call can lose
// when its error is lost, and which errors are always nil.
//
// The base is a table of roots (effects.yaml): functions of the standard
// library and of well-known clients whose failure loses a write or a read. A
// function inherits the effects of the functions that it calls and whose
// errors it does not drop itself. Passes export that as facts, so the effect
// of a project's own Save reaches its callers in other packages.
package errflow

import "strings"

// An Effect says what a failure of a function loses, as a set of bits.
type Effect uint8

const (
	// Read: data that was asked for.
	Read Effect = 1 << iota
	// Write: data that was to be stored or sent.
	Write
	// Remote: the call waits for another process (network, database,
	// subprocess), so a context can cancel it.
	Remote
)

// String lists the set bits, for facts in tests.
func (e Effect) String() string {
	var parts []string
	for _, b := range []struct {
		bit  Effect
		name string
	}{{Read, "read"}, {Write, "write"}, {Remote, "remote"}} {
		if e&b.bit != 0 {
			parts = append(parts, b.name)
		}
	}
	return strings.Join(parts, "|")
}

// parseEffect reads a row of the table: words separated by spaces.
func parseEffect(s string) (Effect, bool) {
	if s == "none" {
		return 0, true
	}
	var e Effect
	for word := range strings.FieldsSeq(s) {
		switch word {
		case "read":
			e |= Read
		case "write":
			e |= Write
		case "remote":
			e |= Remote
		default:
			return 0, false
		}
	}
	return e, e != 0
}
