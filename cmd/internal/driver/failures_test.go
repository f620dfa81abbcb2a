package driver

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

func TestFailures(t *testing.T) {
	tests := []struct {
		name, stderr string
		want         []finding.Skipped
	}{
		{"types", "go: downloading x v1\n# p\nvet: ./a.go:3:5: undefined: x\n", []finding.Skipped{{Package: "p", Reason: "./a.go:3:5: undefined: x"}}},
		{"module", "a.go:8:2: no required module provides package q; to add it:\n", []finding.Skipped{{Reason: "a.go:8:2: no required module provides package q"}}},
		{"C warning", "# db\nbinding.c: In function 'select':\nbinding.c:7:10: warning: function may return address of local variable [-Wreturn-local-addr]\n    7 |   return p;\n      |          ^\nbinding.c:3:10: note: declared here\n    3 |   T s;\n", nil},
		{"C error", "# db\ndb.c:1:10: warning: old\ndb.c:2:10: fatal error: x.h: No such file or directory\n    2 | #include <x.h>\ncompilation terminated.\n", []finding.Skipped{{Package: "db", Reason: "db.c:2:10: fatal error: x.h: No such file or directory"}}},
		{"both", "# db\ndb.c:1:10: warning: old\nvet: ./a.go:3:5: undefined: x\n# [q]\n./b.go:1:1: broken\n", []finding.Skipped{{Package: "db", Reason: "./a.go:3:5: undefined: x"}, {Package: "q", Reason: "./b.go:1:1: broken"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, failures(tt.stderr)) })
	}
}
