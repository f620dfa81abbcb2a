package drivertest_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bradfitz/go-tool-cache/cacheproc"
	"github.com/bradfitz/go-tool-cache/cachers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sharedDir makes the test binary a cache program of the go command.
const sharedDir = "DRIVERTEST_SHARED_CACHE"

// serveCache is the GOCACHEPROG of TestSharedCache: a cache on disk that several
// machines use.
func serveCache(dir string) error {
	disk := &cachers.DiskCache{Dir: dir}
	return (&cacheproc.Process{Get: disk.Get, Put: disk.Put, Close: func() error { return nil }}).Run()
}

// A second machine, with an empty cache of its own and the shared one, gets the
// findings without analysing anything: its vet tool does not start for a package.
func TestSharedCache(t *testing.T) {
	dir := shop(t)
	self, err := os.Executable()
	require.NoError(t, err)
	shared := t.TempDir()
	starts := filepath.Join(t.TempDir(), "starts")
	counted := filepath.Join(t.TempDir(), "prodvet")
	write(t, counted, "#!/bin/sh\ncase \"$*\" in *.cfg) echo \"$*\" >> "+starts+";; esac\nexec "+prodvet+" \"$@\"\n")
	require.NoError(t, os.Chmod(counted, 0o700))
	machine := func() []string {
		env := []string{"GOCACHEPROG=" + self, sharedDir + "=" + shared, "GOCACHE=" + t.TempDir()}
		_, stderr := run(t, dir, env, "go", "vet", "-vettool="+counted, "./...")
		lines := strings.Split(stderr, "\n") // the checks of a package print in any order
		slices.Sort(lines)
		return lines
	}
	first := machine()
	assert.Contains(t, strings.Join(first, "\n"), "rows is not closed when rows.Scan fails")
	analysed, err := os.ReadFile(starts)
	require.NoError(t, err)
	require.Positive(t, strings.Count(string(analysed), "\n"))
	assert.Equal(t, first, machine(), "facts and findings come from the cache")
	after, err := os.ReadFile(starts)
	require.NoError(t, err)
	assert.Equal(t, string(analysed), string(after), "the second machine analysed something")
}
