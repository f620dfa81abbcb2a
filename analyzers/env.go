package analyzers

import "github.com/prodvet/prodvet/passes/envfacts"

// EnvClass says what a value of an environment variable is: secret, credential,
// localhost, listen, url, path, number, flag, level or name.
func EnvClass(key, value string) string { return envfacts.Class(key, value) }
