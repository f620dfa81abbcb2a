// Package sqlite3 is a stub for tests.
package sqlite3
