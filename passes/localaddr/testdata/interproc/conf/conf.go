// Package conf has addresses for others.
package conf

// Base is constant, but not of the package that dials it.
const Base = "http://localhost:9000"
