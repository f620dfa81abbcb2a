// Package caller takes the lock of a type of package lib.
package caller

import "unlockcheck.test/interproc/lib"

func badForeign(c *lib.Counter) int {
	c.Mu.Lock() // want `^c.Mu is not unlocked on the return under "c.N == 0" `
	if c.N == 0 {
		return 0
	}
	c.Mu.Unlock()
	return c.N
}

func okForeign(c *lib.Counter) int {
	c.Mu.Lock()
	if c.N == 0 {
		c.Unlock()
		return 0
	}
	c.Mu.Unlock()
	return c.N
}
