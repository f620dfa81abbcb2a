// Package iterate finds iterations whose error nobody asks for: a loop over
// Next ends the same way at the last element and at a lost connection, and only
// Err tells which it was.
//
// An iterator is any type with Err() error beside Next() bool, Next(context)
// bool or Scan() bool. The engine follows one iterator through its function:
// Next that was false ends it, Err whose result is used settles it, and a
// return in between is a finding. What a callee or a literal does with the
// iterator is a Summary, which crosses packages as a fact.
package iterate
