// Package ownership decides, for every resource that a function acquires,
// whether each path out of the function releases it or hands it on.
//
// The words:
//
//   - A resource is a value with a release method that somebody must call.
//   - An obligation is one acquired resource on one path, not yet discharged.
//   - The companion is the error result that says whether the acquisition
//     happened: where it is non-nil, nothing is owed.
//   - A release discharges the obligation. A transfer moves it to somebody
//     else (caller, struct, goroutine, container, callee); the engine then
//     asks nothing more of this function. A borrow changes nothing.
//   - A holder is a value whose release discharges the obligation: a struct with
//     the resource in a field, a wrapper. One without a release is inert.
//   - An owner type is a struct type with a method that reaches the release of a
//     field: its constructor's result is a resource itself.
//   - A place names a resource that has no value of its own: the lock s.mu, a
//     started process.
//   - A summary says what a function does to its parameters and promises of
//     its results. Summaries of other packages arrive as facts.
//
// The algorithm is a forward walk over the SSA control-flow graph, once per
// obligation, with a small set of states per block. A state holds the status
// of the obligation and what is known on this path about the few values that
// matter: which phis, loads and variables denote the resource, and which
// conditions were taken. Deferred and directly called closures are walked in
// line, with the caller's knowledge, so "defer func() { if err != nil {
// tx.Rollback() } }()" is decided and not guessed.
//
// Where to look: sites.go asks for each acquisition of a function, acquire.go
// says what a call hands out, walk.go and exec.go follow a path, passing.go,
// hold.go, memory.go and goroutine.go say where a value goes, cond.go what a
// branch tells, callee.go what an unknown callee could do, timer.go what a timer's
// channel ends, params.go what a function does to its parameters, owners.go and
// fields.go which structs own, leak.go what is reported.
//
// The engine stays silent when it does not know: an unknown callee that could
// release takes the obligation over, and an obligation whose walk exceeds its
// bounds is dropped and counted in Stats.
//
// The package knows SSA and types, not go/analysis: passes/ownerfacts feeds
// it and serialises its summaries.
package ownership
