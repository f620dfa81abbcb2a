// Package lib receives what others send.
package lib

// First returns the first value.
func First(c <-chan int) int { return <-c }

// Send sends one value.
func Send(c chan<- int) { c <- 1 }
