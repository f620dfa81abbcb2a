package resource

import "testing"

// What every process of a vet tool pays before it looks at a package.
func BenchmarkLibrary(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}
