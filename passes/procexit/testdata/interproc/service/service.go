// Package service is between the handlers and the store.
package service

import "procexit.test/interproc/store"

func Name(id string) string { return store.Load(id).Name }

func FindName(id string) (string, error) {
	u, err := store.Find(id)
	return u.Name, err
}
