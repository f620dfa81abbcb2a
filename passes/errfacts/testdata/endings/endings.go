// Package endings holds helpers that end the process, panic or recover.
package endings

import (
	"context"
	"log"
)

func Check(err error) { // want Check:`^told$` Check:`^exits: log.Fatal$`
	if err != nil {
		log.Fatal(err)
	}
}

func Load(err error) int { // want Load:`^exits: log.Fatal$`
	Check(err)
	return 1
}

func User(ctx context.Context) string { // want User:`^panics: ctx.Value\("user"\).\(string\)$`
	return ctx.Value("user").(string)
}

func Recover() { // want Recover:`^recovers$`
	if v := recover(); v != nil {
		log.Print(v)
	}
}

// MustUser is named for it.
func MustUser(ctx context.Context) string { return ctx.Value("user").(string) }
