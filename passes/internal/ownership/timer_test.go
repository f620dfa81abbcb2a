package ownership_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A timer is owed until it is stopped or its channel has delivered.
func TestTimers(t *testing.T) {
	res := analyseAs(t, "go1.22", `package p

import "time"

func bad(done chan int) {
	t := time.NewTimer(time.Hour)
	select {
	case <-t.C:
	case <-done:
	}
}

func okFired() {
	t := time.NewTimer(time.Hour)
	<-t.C
}

func okStopped(done chan int) {
	t := time.NewTimer(time.Hour)
	select {
	case <-t.C:
	case <-done:
		t.Stop()
	}
}
`)
	if assert.Len(t, res.Leaks, 1) {
		assert.Equal(t, "bad", res.Leaks[0].Site.Parent().Name())
		assert.Equal(t, "time.timer", res.Leaks[0].Kind.Name)
	}
	assert.Empty(t, analyseAs(t, "go1.23", "package p\n\nimport \"time\"\n\nfunc f() { println(time.NewTimer(1)) }\n").Leaks)
}
