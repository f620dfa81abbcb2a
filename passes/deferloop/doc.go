// Package deferloop reports resources that a loop opens and a defer in it closes.
//
// # Analyzer deferloop
//
// deferloop: report releases deferred in a loop
//
// It reports resources that are acquired in a loop and released by a defer
// statement in the same loop: the defer runs when the function returns and not
// at the end of the iteration, so all of them are open at once.
//
// With the ten elements of a test that works. With the ten thousand of
// production the process runs out of descriptors or connections half way.
//
// For example, every file stays open until the last one was read:
//
//	func total(names []string) (n int64, err error) {
//		for _, name := range names {
//			f, err := os.Open(name)
//			if err != nil {
//				return 0, err
//			}
//			defer f.Close()
//			st, err := f.Stat()
//			if err != nil {
//				return 0, err
//			}
//			n += st.Size()
//		}
//		return n, nil
//	}
//
// Instead:
//
//	func total(names []string) (n int64, err error) {
//		for _, name := range names {
//			size, err := size(name)
//			if err != nil {
//				return 0, err
//			}
//			n += size
//		}
//		return n, nil
//	}
//
//	func size(name string) (int64, error) {
//		f, err := os.Open(name)
//		if err != nil {
//			return 0, err
//		}
//		defer f.Close()
//		st, err := f.Stat()
//		if err != nil {
//			return 0, err
//		}
//		return st.Size(), nil
//	}
//
// Limits: a defer after which the function always returns before the next
// iteration is not reported, nor is one in a function literal that the loop
// calls, nor a loop in a test, nor one of at most sixteen rounds: over a literal, an
// array or a constant. Contexts are left to ctxlife.
package deferloop
