// Package ctxfacts computes which functions wait for another process and take
// no context, for the checks about time.
//
// # Analyzer ctxfacts
//
// ctxfacts: compute which functions wait without a context
//
// It reports nothing. For each function that takes no context and waits for a
// network, a database or a process it exports a fact with the chain of calls
// that leads there, of at most three links.
package ctxfacts
