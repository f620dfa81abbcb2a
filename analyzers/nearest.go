package analyzers

import "strings"

// oneOf says what to write instead of an unknown name: the nearest of the
// names, if one is near, and all of them.
func oneOf(name string, names []string) string {
	best, distance := "", 3 // more changes than that are another word
	for _, n := range names {
		if d := edits(name, n); d < distance {
			best, distance = n, d
		}
	}
	if best == "" {
		return "write one of " + strings.Join(names, ", ")
	}
	return "write " + best + ", or one of " + strings.Join(names, ", ")
}

// edits counts the letters to insert, delete or replace between two names.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
