// Package basic has the plain cases.
package basic

import (
	"database/sql"
	"fmt"
	"net"
	"net/http"
)

func badGet() (*http.Response, error) {
	return http.Get("http://localhost:9000/rates") // want `^http.Get dials this machine or a private network`
}

const base = "http://127.0.0.1:9000" // want `^http.NewRequest dials this machine or a private network`

func badConstant(path string) (*http.Request, error) {
	return http.NewRequest(http.MethodGet, base+path, nil)
}

func badFormat(id int) (*http.Response, error) {
	return http.Get(fmt.Sprintf("http://192.168.0.12/users/%d", id)) // want `^http.Get dials this machine`
}

func badDial() (net.Conn, error) {
	return net.Dial("tcp", "localhost:5432") // want `^net.Dial dials this machine`
}

func badDSN() (*sql.DB, error) {
	return sql.Open("postgres", "host=localhost dbname=shop") // want `^sql.Open dials this machine`
}

func okOther() (*http.Response, error) { return http.Get("https://example.com/rates") }

func okParameter(base string) (*http.Response, error) { return http.Get(base + "/rates") }

var server = "http://localhost:9000"

func setServer(s string) { server = s }

func okSet() (*http.Response, error) { return http.Get(server + "/rates") }

func okHealth() (*http.Response, error) { return http.Get("http://localhost:8080/healthz") }

func okListen() error { return http.ListenAndServe("localhost:6060", nil) }

// Base is for others to set.
var Base = "http://localhost:9000"

func okExported() (*http.Response, error) { return http.Get(Base + "/v1/prices") }
