package basic

import "os"

// No production event reaches a test.
func okInTest(name string) {
	f, _ := os.Open(name)
	println(f)
}
