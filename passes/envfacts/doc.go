// Package envfacts finds how a program reads its environment, for the checks
// about configuration.
//
// # Analyzer envfacts
//
// envfacts: find reads of the environment and their fallbacks
//
// It reports nothing. For each helper function that looks a variable up and
// returns a parameter if it is unset, it exports a fact with the two parameters;
// for each function whose parameters reach a key, a password, a connection or an
// address, a fact with those.
package envfacts
