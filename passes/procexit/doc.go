// Package procexit reports code that ends the whole process for one request.
//
// # Analyzer procexit
//
// procexit: report exits and panics that one request can cause
//
// It reports log.Fatal, os.Exit and their kin in code that runs while the
// program serves, directly or through helpers of any package of the module, and
// goroutines started there that may panic with no recover in them.
//
// On localhost there is one user, and a restart is quick. In production one bad
// request ends the process for all users: their requests are cut off, deferred
// calls do not run, and the same request ends the next process, too.
//
// For example, one missing file stops the server:
//
//	func page(w http.ResponseWriter, r *http.Request) {
//		data, err := os.ReadFile(r.URL.Path)
//		if err != nil {
//			log.Fatal(err)
//		}
//		w.Write(data)
//	}
//
// Instead:
//
//	func page(w http.ResponseWriter, r *http.Request) {
//		data, err := os.ReadFile(r.URL.Path)
//		if err != nil {
//			http.Error(w, "no such page", http.StatusNotFound)
//			return
//		}
//		w.Write(data)
//	}
//
// Serving code is: functions with the parameters of a handler (net/http, gin,
// echo, fiber), methods of gRPC services, and consumers of messages. A panic of
// a handler itself is recovered by its server and is silent; in a goroutine that
// the handler starts nobody recovers it.
//
// Categories: exit, panic.
//
// Limits: what may panic is an explicit panic, and a type assertion without ok
// of a value of a context or of a map of any; texts that say that something
// cannot happen are believed. Silent: main, init and what only they call, Must
// functions, functions named for ending the process (quit, restart), and calls
// through interfaces.
package procexit
