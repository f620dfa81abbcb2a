// Package store is the helper package of the cross-package cases.
package store

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"math/big"
	"os"
)

type User struct{ ID, Name string }

// Load ends the process two calls down.
func Load(id string) User {
	return decode(id + ".json")
}

func decode(file string) (u User) {
	if err := json.Unmarshal(readFile(file), &u); err != nil {
		fmt.Println(err)
	}
	return u
}

func readFile(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

// Token ends the process where that cannot happen.
func Token() int64 {
	n, err := rand.Int(rand.Reader, big.NewInt(1000))
	if err != nil {
		log.Fatal(err)
	}
	return n.Int64()
}

// Find is Load with an error.
func Find(id string) (u User, err error) {
	data, err := os.ReadFile(id + ".json")
	if err != nil {
		return u, err
	}
	err = json.Unmarshal(data, &u)
	return u, err
}

// Cache ends the process in a method.
type Cache struct{ users map[string]User }

func Open() *Cache {
	return &Cache{users: map[string]User{"root": Load("root")}}
}

func (c *Cache) Get(id string) User {
	u, ok := c.users[id]
	if !ok {
		log.Fatalf("no user %s", id)
	}
	return u
}

// Watch panics.
func Watch(id string) {
	if _, err := Find(id); err != nil {
		panic(err)
	}
}

// Convert asserts.
func Convert(v any) User { return v.(User) }

// WatchSafely recovers by itself.
func WatchSafely(id string) {
	defer Recover()
	Watch(id)
}

// Recover is for a defer.
func Recover() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

// Check exits on an error.
func Check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
