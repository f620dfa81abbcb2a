// Package shutdown reports programs that are cut off when they are stopped.
//
// # Analyzer shutdown
//
// shutdown: report programs that are cut off when they stop
//
// It reports main packages that serve and never shut the server down, neither
// themselves nor in a package of their module; scheduled jobs and workers that
// nothing stops or waits for; log.Fatal in the goroutine that serves, which skips
// the deferred calls of the function around it; and what handlers need that is
// closed before the server.
//
// On localhost nobody is in the middle of a request when Ctrl-C comes. In
// production every deployment sends SIGTERM to a busy process: uploads stop
// between the file and its row, payments between the charge and the record.
//
// For example, each deployment cuts off whoever is being served:
//
//	func main() {
//		http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
//		log.Fatal(http.ListenAndServe(":8080", nil))
//	}
//
// Instead:
//
//	func main() {
//		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
//		defer stop()
//		srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 10 * time.Second}
//		go func() {
//			if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
//				log.Print(err)
//				stop()
//			}
//		}()
//		<-ctx.Done()
//		if err := srv.Shutdown(context.Background()); err != nil {
//			log.Print(err)
//		}
//	}
//
// Categories: noshutdown (one finding for each program, on the serving call),
// worker, fatal, order.
//
// Limits: a program shuts down if any package of its module calls Shutdown,
// GracefulStop or ShutdownWithContext of a server; whether it does so on a signal
// is not looked at. Servers for the machine itself (localhost) are silent.
package shutdown
