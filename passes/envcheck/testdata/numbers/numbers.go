// Package numbers uses numbers that come from the environment.
package numbers

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/spf13/viper"

	"envcheck.test/settings"
)

func badTicker(s settings.Settings) *time.Ticker {
	return time.NewTicker(s.Interval) // want `^INTERVAL is not checked: at 0 time.NewTicker panics, which ends the process$`
}

type poller struct{ every time.Duration }

func newPoller(s *settings.Settings) *poller { return &poller{every: s.Interval} }

func (p *poller) badThroughField() *time.Ticker {
	return time.NewTicker(p.every) // want `^INTERVAL is not checked`
}

func FN_product() (*time.Ticker, error) {
	n, err := strconv.Atoi(os.Getenv("SECONDS"))
	if err != nil {
		return nil, err
	}
	return time.NewTicker(time.Duration(n) * time.Second), nil // a product is not followed
}

func badParsed() (*time.Ticker, error) {
	every, err := time.ParseDuration(os.Getenv("EVERY"))
	if err != nil {
		return nil, err
	}
	return time.NewTicker(every), nil // want `^EVERY is not checked`
}

func okCompared() (*time.Ticker, error) {
	every, err := time.ParseDuration(os.Getenv("EVERY"))
	if err != nil || every <= 0 {
		return nil, errors.Join(err, errors.New("EVERY must be positive"))
	}
	return time.NewTicker(every), nil
}

func okComparedThere(s settings.Settings) *time.Ticker { return time.NewTicker(s.Checked) }

func okTag(s settings.Settings) *time.Ticker { return time.NewTicker(s.Tagged) }

func okNoVariable(s settings.Settings) *time.Ticker { return time.NewTicker(s.Computed) }

func okValidated(v settings.Validated) *time.Ticker { return time.NewTicker(v.Interval) }

type kept struct{ every time.Duration }

func newKept(s *settings.Settings) *kept { return &kept{every: s.Interval} }

func defaultKept() *kept { return &kept{every: time.Second} }

func (k *kept) okTwoSources() *time.Ticker { return time.NewTicker(k.every) }

func badClient(s settings.Settings) *http.Client {
	return &http.Client{Timeout: s.Timeout} // want `^TIMEOUT is not checked: at 0 the client has no time limit`
}

func badWorkers(s settings.Settings, jobs chan func()) {
	for range s.Workers { // want `^workers is not checked: at 0 no worker starts`
		go func() {
			for j := range jobs {
				j()
			}
		}()
	}
}

func badCounted(s settings.Settings, jobs chan func()) {
	for i := 0; i < s.Workers; i++ { // want `^workers is not checked`
		go func() { (<-jobs)() }()
	}
}

func okNoWorkers(s settings.Settings) {
	for range s.Workers {
		println("x")
	}
}

func badExpiry(ctx context.Context, c *redis.Client, s settings.Settings) error {
	return c.Set(ctx, "k", "v", s.Timeout).Err() // want `^TIMEOUT is not checked: at 0 nothing that is stored here ever expires`
}

func badFile() {
	if err := viper.ReadInConfig(); err != nil { // want `^viper.ReadInConfig may fail, and the program goes on`
		log.Println(err)
	}
}

func okFatal() {
	if err := viper.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
}

func okNotFound() error {
	if err := viper.New().ReadInConfig(); err != nil {
		if !errors.As(err, new(viper.ConfigFileNotFoundError)) {
			return err
		}
	}
	return nil
}

func badSwitch() bool {
	on, _ := strconv.ParseBool(os.Getenv("ON")) // want `^the error of parsing ON is dropped`
	return on
}
