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
// The engine stays silent when it does not know: an unknown callee that could
// release takes the obligation over, and an obligation whose walk exceeds its
// bounds is dropped and counted in Stats.
//
// The package knows SSA and types, not go/analysis: passes/ownerfacts feeds
// it and serialises its summaries.
package ownership
