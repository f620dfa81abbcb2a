// Package ownerfacts runs the ownership engine for the checks about resources.
//
// # Analyzer ownerfacts
//
// ownerfacts: compute who owns and releases resources
//
// It reports nothing. For each function it exports a fact that says what the
// function does to its parameters (releases them on every path, on some path,
// stores them, returns them) and which of its results the caller owns, so that
// helpers and wrappers in other packages are understood. For each struct type it
// exports which fields some method of it releases: what makes it a resource.
//
// -ownerfacts.config takes the text of a configuration file: its rows join the
// built-in tables of this and the other passes.
//
// The standard library is described by the built-in table and is not analysed
// as a dependency; -ownerfacts.std analyses it, for a run over std itself.
package ownerfacts
