// Package stopcheck reports tickers, cancel functions, spans, subscriptions and
// processes that some path never stops.
//
// # Analyzer stopcheck
//
// stopcheck: report things started and not stopped on a path
//
// It reports what a function starts and, on some path to its exit, neither
// stops nor hands to somebody who will: tickers and timers (before Go 1.23, which
// collects them), cancel functions of contexts, also those that reach the function
// through a helper, signal.Notify, tracing spans, subscriptions and watches,
// and processes started and never waited for.
//
// Nothing fails at first: a timer, a goroutine or a zombie stays behind for
// each call, until the process is slow or out of process slots.
//
// For example, the cancel function is lost when the second step fails:
//
//	func start(parent context.Context, run func(context.Context) error) (context.CancelFunc, error) {
//		ctx, cancel := context.WithCancel(parent)
//		if err := run(ctx); err != nil {
//			return nil, err
//		}
//		return cancel, nil
//	}
//
// Instead:
//
//	func start(parent context.Context, run func(context.Context) error) (context.CancelFunc, error) {
//		ctx, cancel := context.WithCancel(parent)
//		if err := run(ctx); err != nil {
//			cancel()
//			return nil, err
//		}
//		return cancel, nil
//	}
//
// Limits: it is silent where ownership leaves for code that it cannot see, in
// tests, and in main, init and commands for what may live as long as the
// process. Timers, which end by themselves, and channels that signal.Notify
// registers are notes, shown on demand.
package stopcheck
