// Package notimeout reports network work without any time limit.
//
// # Analyzer notimeout
//
// notimeout: report network work without any time limit
//
// It reports HTTP requests through a client that has no Timeout, when the
// request has no context that could end it, and HTTP servers that wait for ever
// for a request to arrive.
//
// On localhost the other side answers at once or refuses. In production it
// accepts and never answers: the goroutine, the connection and the user wait for
// ever, until nothing is left to serve the next one.
//
// For example, a webhook that hangs takes the worker with it:
//
//	func notify(url string, body io.Reader) error {
//		resp, err := http.Post(url, "application/json", body)
//		if err != nil {
//			return err
//		}
//		return resp.Body.Close()
//	}
//
// Instead:
//
//	func notify(url string, body io.Reader) error {
//		client := &http.Client{Timeout: 10 * time.Second}
//		resp, err := client.Post(url, "application/json", body)
//		if err != nil {
//			return err
//		}
//		return resp.Body.Close()
//	}
//
// Categories: client (a request without limit), server (an http.Server without
// ReadHeaderTimeout and ReadTimeout; the fix adds one), listen (the shortcuts of
// net/http, gin, echo and fiber that make such a server). Notes, with
// -notimeout.notes: dial (net.Dial and its kin), smtp (smtp.SendMail).
//
// Limits: a client counts if the package shows how it is made: a literal, a
// variable, an unexported field, a constructor. A Timeout that is set later
// counts, and so does a transport that the package does not show. A request
// with a context is silent unless the context is a fresh Background. Servers
// for the machine itself (localhost, pprof) are silent.
package notimeout
