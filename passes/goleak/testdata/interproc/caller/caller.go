// Package caller hands its channels to package lib.
package caller

import "goleak.test/interproc/lib"

// What another package does with the channel is not followed.
func okHandedOn(fail bool) int {
	c := make(chan int)
	go func() { c <- 1 }()
	if fail {
		return 0
	}
	return lib.First(c)
}

func badOwnGoroutine(fail bool) int {
	c := make(chan int)
	go func() { c <- 1 }() // want `^the goroutine blocks for ever on its send `
	if fail {
		return 0
	}
	return <-c
}
