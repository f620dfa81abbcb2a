// Package analyzers is the public list of the suite: which checks exist, what
// is promised about each, and the presets.
//
// To embed the suite in a vettool of one's own:
//
//	func main() { unitchecker.Main(analyzers.All()...) }
//
// All includes the fact passes: the go command shows only the flags of listed
// analyzers, and the fact passes own some.
package analyzers
