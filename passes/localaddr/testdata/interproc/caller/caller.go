// Package caller dials what another package says.
package caller

import (
	"net/http"

	"localaddr.test/interproc/conf"
)

func okOtherPackage() (*http.Response, error) { return http.Get(conf.Base) }
