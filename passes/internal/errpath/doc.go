// Package errpath follows a call that failed along the paths of its function,
// to see where the program claims success all the same.
//
// The walk starts behind the call with the assumption that its error is not
// nil, takes the branches that fit, and ends a path without a word as soon as
// the error goes anywhere: into a result, a field, a channel, a callee that is
// not a logger; or as soon as the branch that found the error does anything
// about it. What is left is a claim: a nil error returned, a 2xx answered, an
// empty answer, the next round of a loop.
//
// A walk costs a bounded number of block visits; beyond it the call is dropped.
package errpath
