package libs

import "encoding/json"

type AuthConfig struct {
	Secret string `yaml:"jwt_secret"`
	Issuer string `yaml:"issuer"`
}

type Config struct {
	Auth     AuthConfig `yaml:"auth"`
	DSN      string     `yaml:"dsn"`
	Password string     `json:"admin_password"`
	Host     string     `yaml:"host"`
}

func DefaultConfig() *Config {
	return &Config{
		Auth: AuthConfig{
			Secret: "change-me", // want `^jwt_secret falls back to a secret in the source: with it unset, every deployment uses the same public value$`
			Issuer: "shop",
		},
		DSN:  "postgres://shop:shop@db/shop", // want `^dsn falls back to a connection string with a password`
		Host: "localhost",
	}
}

var defaults = Config{Password: "admin"} // want `^admin_password falls back to a secret in the source`

func badFilled(text []byte) (Config, error) {
	c := Config{Password: "admin"} // want `^admin_password falls back to a secret in the source`
	err := json.Unmarshal(text, &c)
	return c, err
}

// A value that nobody configures is the business of secretlit.
func okLiteral() Config {
	return Config{Password: "admin"}
}

func okEmptyDefault() Config {
	var defaultAuth = AuthConfig{Issuer: "shop"}
	return Config{Auth: defaultAuth}
}
