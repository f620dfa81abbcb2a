// Package envflow finds where a program reads its environment and what it uses
// instead when a variable is unset.
//
// A fallback is a constant that takes the place of an unset variable: assigned
// or returned under an emptiness test, a default that the variable overrides,
// an argument of cmp.Or, or an argument of a helper function. Helpers are
// inferred: a function that looks a parameter up and returns another one.
// Passes export that as facts, so a project's own GetEnv is known everywhere.
package envflow
