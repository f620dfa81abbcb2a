// Package localaddr reports clients that are wired to one machine.
//
// # Analyzer localaddr
//
// localaddr: report clients wired to this machine
//
// It reports constant addresses of this machine or of a private network that a
// client dials, with no configuration on the way: HTTP requests, databases,
// caches, brokers, gRPC.
//
// On localhost everything runs on localhost. In production the database is
// elsewhere: the first request finds connection refused, or worse, a sidecar that
// happens to listen on the same port.
//
// For example, this works on one laptop:
//
//	func rates() (*http.Response, error) {
//		return http.Get("http://localhost:9000/rates")
//	}
//
// Instead:
//
//	func rates(base string) (*http.Response, error) {
//		return http.Get(base + "/rates")
//	}
//
// Limits: a literal is followed through constants, formats and variables of the
// package that are set to nothing else. Health checks of the program itself,
// tests and generated code are silent; an address that stands in for an unset
// variable is envfallback's.
package localaddr
