package servers

import "net/http"

// The file has no package time to take a limit from.
func badWithoutTime(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func badEmptyWithoutTime() error {
	srv := &http.Server{} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}
