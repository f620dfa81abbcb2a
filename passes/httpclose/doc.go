// Package httpclose reports HTTP response bodies that some path leaves open.
//
// # Analyzer httpclose
//
// httpclose: report response bodies left open on a path
//
// It reports responses of net/http clients, and bodies of object stores, that a
// function gets and, on some path to its exit, neither closes nor hands to
// somebody who will: no Close at all, an early return before the defer, one
// branch of several, a retry loop, a helper or wrapper of another package that
// only reads.
//
// An open body keeps its connection out of the pool: it is neither reused nor
// closed. On localhost nobody counts connections; in production the process or
// the peer runs out of them, and then every request fails.
//
// For example, the body stays open when the status is not the expected one:
//
//	func fetch(url string) ([]byte, error) {
//		resp, err := http.Get(url)
//		if err != nil {
//			return nil, err
//		}
//		if resp.StatusCode != http.StatusOK {
//			return nil, fmt.Errorf("unexpected status %s", resp.Status)
//		}
//		defer resp.Body.Close()
//		return io.ReadAll(resp.Body)
//	}
//
// Instead:
//
//	func fetch(url string) ([]byte, error) {
//		resp, err := http.Get(url)
//		if err != nil {
//			return nil, err
//		}
//		defer resp.Body.Close()
//		if resp.StatusCode != http.StatusOK {
//			return nil, fmt.Errorf("unexpected status %s", resp.Status)
//		}
//		return io.ReadAll(resp.Body)
//	}
//
// Limits: it is silent where the response leaves for code that it cannot see,
// in tests, about HEAD requests made with http.Head, and about responses that
// net/http itself builds, such as those of httptest.
package httpclose
