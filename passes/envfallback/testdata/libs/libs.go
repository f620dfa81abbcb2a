// Package libs has the defaults of configuration libraries.
package libs

import (
	"time"

	"github.com/spf13/viper"
)

type tags struct {
	Addr     string        `env:"ADDR" envDefault:":8080"`                                       // want `^ADDR falls back to a hardcoded listen`
	DSN      string        `env:"DATABASE_URL" envDefault:"postgres://shop:shop@localhost/shop"` // want `^DATABASE_URL falls back to a connection string with a password`
	Redis    string        `env:"REDIS_URL" envDefault:"redis://localhost:6379/0"`               // want `^REDIS_URL falls back to an address of this machine`
	Interval time.Duration `env:"INTERVAL" envDefault:"5m"`                                      // want `^INTERVAL falls back to a hardcoded number`
	Key      string        `envconfig:"signing_key" default:"dev-key"`                           // want `^SIGNING_KEY falls back to a secret in the source`
	Token    string        `env:"ADMIN_TOKEN" env-default:"admin"`                               // want `^ADMIN_TOKEN falls back to a secret in the source`
	Pass     string        `env:"SMTP_PASSWORD, default=hunter2"`                                // want `^SMTP_PASSWORD falls back to a secret in the source`
	Name     string        `env:"NAME"`
	Other    string        `json:"secret" default:"x"`
}

func badDefaults() {
	viper.SetDefault("jwt_secret", "secret") // want `^JWT_SECRET falls back to a secret in the source`
	viper.SetDefault("port", "3000")         // want `^PORT falls back to a hardcoded number`
}

func badInstance() {
	v := viper.New()
	v.SetDefault("admin.api-key", "admin") // want `^ADMIN_API_KEY falls back to a secret in the source`
	v.SetDefault("name", "")
}
