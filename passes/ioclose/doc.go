// Package ioclose reports files, connections and other closers that some path
// leaves open.
//
// # Analyzer ioclose
//
// ioclose: report files, connections and closers left open
//
// It reports what a function opens and, on some path to its exit, neither
// closes nor hands to somebody who will: files and directories, connections and
// listeners, compressing and archiving writers whose end is never written,
// clients of common libraries, and any struct that holds such a resource and
// has a method that releases it. Constructors that fail after they have
// acquired something are the commonest case.
//
// Each of them holds a descriptor, a connection or a goroutine. On localhost a
// restart resets the loss every few minutes; in production the process runs
// into its limit and cannot open anything any more.
//
// For example, the file stays open when the second step fails:
//
//	func open(name string) (*os.File, error) {
//		f, err := os.Open(name)
//		if err != nil {
//			return nil, err
//		}
//		if _, err := f.Seek(16, io.SeekStart); err != nil {
//			return nil, err
//		}
//		return f, nil
//	}
//
// Instead:
//
//	func open(name string) (*os.File, error) {
//		f, err := os.Open(name)
//		if err != nil {
//			return nil, err
//		}
//		if _, err := f.Seek(16, io.SeekStart); err != nil {
//			f.Close()
//			return nil, err
//		}
//		return f, nil
//	}
//
// Limits: it is silent where ownership leaves for code that it cannot see, in
// tests, and in main for what may live as long as the process. Readers of
// compress and archive/tar hold nothing and are not reported. Listeners and the
// like, which most programs open once, and files of an fs.FS, which mostly is
// embedded, are notes, shown on demand.
package ioclose
