// Package conf has keys for others.
package conf

// Key is set by whoever knows it.
var Key []byte
