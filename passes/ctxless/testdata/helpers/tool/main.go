// Command tool calls helpers from main.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"ctxless.test/helpers/remote"
	"ctxless.test/helpers/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	rate, err := remote.Rate("eur") // before anybody waits
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rate)
	badServe(ctx, new(store.Users))
}

func badServe(ctx context.Context, u *store.Users) {
	for ctx.Err() == nil {
		name, err := u.Load(1) // want `^u\.Load waits in u\.db\.QueryRow and takes no context, though one is in scope \(ctx\)`
		fmt.Println(name, err)
	}
}
