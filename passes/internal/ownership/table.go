package ownership

import "maps"

// A table is a map that copies of a state share until one of them changes it:
// most blocks change little, and paths fork at every branch.
type table[K, V comparable] struct {
	m      map[K]V
	shared bool
}

func (t *table[K, V]) set(k K, v V) {
	if old, ok := t.m[k]; ok && old == v {
		return
	}
	t.own()
	t.m[k] = v
}

func (t *table[K, V]) del(k K) {
	if _, ok := t.m[k]; ok {
		t.own()
		delete(t.m, k)
	}
}

func (t *table[K, V]) delIf(drop func(K, V) bool) {
	for k, v := range t.m {
		if drop(k, v) {
			t.own()
			maps.DeleteFunc(t.m, drop)
			return
		}
	}
}

// own makes the map ours alone.
func (t *table[K, V]) own() {
	switch {
	case t.m == nil:
		t.m = make(map[K]V)
	case t.shared:
		t.m = maps.Clone(t.m)
	}
	t.shared = false
}

// clone returns a table with the same content.
func (t *table[K, V]) clone() table[K, V] {
	t.shared = true
	return *t
}

func (t *table[K, V]) equal(u *table[K, V]) bool { return maps.Equal(t.m, u.m) }
