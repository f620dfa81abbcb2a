// Package caller does not import os.
package caller

import "envfallback.test/interproc/env"

const name = "JWT_SECRET"

func bad() string {
	return env.String(name, "dev-secret") // want `^JWT_SECRET falls back to a secret in the source`
}

func ok() string { return env.String("JWT_SECRET", "") } // no fallback
