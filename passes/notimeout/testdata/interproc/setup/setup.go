// Package setup limits the default client of the programs that import it.
package setup

import (
	"net/http"
	"time"
)

func init() { http.DefaultClient.Timeout = 15 * time.Second }
