package envconfig

import "context"

type Lookuper interface {
	Lookup(key string) (string, bool)
}

type Config struct {
	Target   any
	Lookuper Lookuper
}

func OsLookuper() Lookuper { return nil }

func PrefixLookuper(prefix string, l Lookuper) Lookuper { return l }

func MultiLookuper(lookupers ...Lookuper) Lookuper { return nil }

func ProcessWith(ctx context.Context, c *Config) error { return nil }
