// Package goleak reports goroutines that can block for ever.
//
// # Analyzer goleak
//
// goleak: report goroutines that can block for ever
//
// It reports goroutines that a function starts and that cannot end on some
// path: one that sends on an unbuffered channel whose only receiver may have
// returned, one that ranges over a channel which nobody closes, goroutines that
// send more often than anybody receives, and an endless loop without exit in a
// goroutine that a request starts.
//
// With the fast answers of localhost the receiver is always there. In
// production the first slow peer makes it give up, and each time a goroutine
// with all that it holds stays behind, until the process is out of memory.
//
// For example, nobody receives once the context has ended:
//
//	func ask(ctx context.Context, query func() string) (string, error) {
//		answer := make(chan string)
//		go func() { answer <- query() }()
//		select {
//		case s := <-answer:
//			return s, nil
//		case <-ctx.Done():
//			return "", ctx.Err()
//		}
//	}
//
// Instead:
//
//	func ask(ctx context.Context, query func() string) (string, error) {
//		answer := make(chan string, 1)
//		go func() { answer <- query() }()
//		select {
//		case s := <-answer:
//			return s, nil
//		case <-ctx.Done():
//			return "", ctx.Err()
//		}
//	}
//
// Limits: only channels that a function makes and keeps to itself and to its
// goroutines are followed; one that is stored, returned or handed to a callee
// may have other receivers. Nothing is reported in main, init and tests, which
// end with the process.
package goleak
