// Package caller reads numbers through another package.
package caller

import (
	"strconv"

	"envcheck.test/interproc/conf"
)

func badParsed() int {
	n, _ := strconv.Atoi(conf.Get("WORKERS", "4")) // want `^the error of parsing WORKERS is dropped`
	return n
}
