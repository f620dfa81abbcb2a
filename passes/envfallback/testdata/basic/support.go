package basic

import "testing"

// Code that imports testing is for tests, wherever it stands.
func okTestSupport(t *testing.T) string { return getenv("JWT_SECRET", "test-secret") }
