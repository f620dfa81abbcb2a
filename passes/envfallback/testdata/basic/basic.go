// Package basic holds every shape of a fallback and every class of value.
package basic

import (
	"cmp"
	"os"
	"strings"
)

func badIf() string {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		key = "s3cr3t-value" // want `^JWT_SECRET falls back to a secret in the source: with it unset, every deployment uses the same public value$`
	}
	return key
}

func badEarlyReturn() string {
	if v := os.Getenv("API_KEY"); v != "" {
		return v
	}
	return "abc-def" // want `^API_KEY falls back to a secret in the source`
}

func badLookup() string {
	v, ok := os.LookupEnv("DB_PASSWORD")
	if !ok {
		return "postgres" // want `^DB_PASSWORD falls back to a secret in the source`
	}
	return v
}

func badLookupSet() string {
	if v, ok := os.LookupEnv("SESSION_SECRET"); ok {
		return strings.TrimSpace(v)
	}
	return "changeme" // want `^SESSION_SECRET falls back to a secret in the source`
}

func badSwitch() string {
	v := os.Getenv("ENCRYPTION_KEY")
	switch {
	case v == "":
		v = "0123456789abcdef-" // want `^ENCRYPTION_KEY falls back to a secret in the source`
	}
	return v
}

func badTag() string {
	v := os.Getenv("COOKIE_SECRET")
	switch v {
	case "":
		return "cookie" // want `^COOKIE_SECRET falls back to a secret in the source`
	}
	return v
}

func badCmpOr() string {
	return cmp.Or(os.Getenv("DATABASE_URL"), "postgres://app:app@db/app") // want `^DATABASE_URL falls back to a connection string with a password: with it unset, a deployment uses public credentials$`
}

func badOverridden() string {
	dsn := "root:root@tcp(127.0.0.1:3306)/app" // want `^MYSQL_DSN falls back to a connection string with a password`
	if v := os.Getenv("MYSQL_DSN"); v != "" {
		dsn = v
	}
	return dsn
}

type config struct{ RedisAddr, Port string }

func badField() config {
	cfg := config{
		RedisAddr: "localhost:6379", // want `^REDIS_ADDR falls back to an address of this machine or a private network: with it unset, a deployment talks to itself instead of failing at start$`
		Port:      "80",
	}
	if v := os.Getenv("REDIS_ADDR"); v != "" {
		cfg.RedisAddr = v
	}
	cfg.Port = "8080" // want `^PORT falls back to a hardcoded number: with it unset, nobody notices$`
	if v := os.Getenv("PORT"); v != "" {
		cfg.Port = v
	}
	return cfg
}

func getenv(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

func get[T any](key string, def T, parse func(string) T) T {
	v, ok := os.LookupEnv(key)
	if !ok {
		return def
	}
	return parse(v)
}

var (
	backend = getenv("BACKEND_URL", "http://localhost:9000") // want `^BACKEND_URL falls back to an address of this machine`
	token   = getenv("AUTH_TOKEN", "token-1")                // want `^AUTH_TOKEN falls back to a secret`
	generic = get("SIGNING_KEY", "k-1", strings.TrimSpace)   // want `^SIGNING_KEY falls back to a secret`
	port    = getenv("PORT", "8080")                         // want `^PORT falls back to a hardcoded number`
	listen  = getenv("LISTEN_ADDR", "127.0.0.1:80")          // want `^LISTEN_ADDR falls back to a hardcoded listen`
	level   = getenv("LOG_LEVEL", "info")                    // want `^LOG_LEVEL falls back to a hardcoded level`
	dir     = getenv("DATA_DIR", "/var/lib/app")             // want `^DATA_DIR falls back to a hardcoded path`
	remote  = getenv("STRIPE_URL", "https://api.stripe.com") // want `^STRIPE_URL falls back to a hardcoded url`
	ttl     = getenv("TOKEN_TTL", "15m")                     // want `^TOKEN_TTL falls back to a hardcoded number`
	flag    = getenv("DEBUG", "false")                       // want `^DEBUG falls back to a hardcoded flag`
	name    = getenv("APP_NAME", "shop")                     // want `^APP_NAME falls back to a hardcoded name`
	issuer  = getenv("JWT_ISSUER", "shop")                   // want `^JWT_ISSUER falls back to a hardcoded name`
	empty   = getenv("SMTP_PASSWORD", "")                    // no value: nothing works without it
)

func okRequired() (string, bool) {
	v := os.Getenv("JWT_SECRET")
	if v == "" {
		return "", false // refused
	}
	return v, true
}

func okRandom(random func() string) string {
	v := os.Getenv("JWT_SECRET")
	if v == "" {
		v = random() // not a constant
	}
	return v
}

func okDecision() bool {
	if os.Getenv("SECRET_MODE") == "" {
		return false // a verdict, not a value
	}
	return true
}

func badLogged(log func(string)) string {
	v := os.Getenv("JWT_SECRET")
	if v == "" {
		log("JWT_SECRET is not set")
		v = "dev-secret" // want `^JWT_SECRET falls back to a secret in the source`
	}
	return v
}

func badNested(derived string) string {
	v := os.Getenv("JWT_SECRET")
	if v == "" {
		if len(derived) > 16 {
			v = derived
		} else {
			v = "default-secret" // want `^JWT_SECRET falls back to a secret in the source`
		}
	}
	return v
}

func badReadTwice() string {
	key := "secretkey" // want `^MASTER_KEY falls back to a secret in the source`
	if os.Getenv("MASTER_KEY") != "" {
		key = os.Getenv("MASTER_KEY")
	}
	return key
}
