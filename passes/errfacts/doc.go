// Package errfacts computes what a function's failure loses, for the checks
// about errors and contexts.
//
// # Analyzer errfacts
//
// errfacts: compute what a lost error loses
//
// It reports nothing. For each function it exports a fact with the effects of
// the calls it makes (read, write, remote), and whether its error is always
// nil. The roots are a table; the standard library is not analysed.
package errfacts
