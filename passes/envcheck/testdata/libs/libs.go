// Package libs reads a configuration and looks at nothing.
package libs

import "github.com/spf13/viper"

type config struct {
	Addr      string
	JWTSecret string
}

func badLoad() (*config, error) {
	var c config
	err := viper.Unmarshal(&c) // want `^nothing looks at what viper.Unmarshal has read: with an empty JWTSecret`
	return &c, err
}

type tagged struct {
	SessionKey string `validate:"required"`
}

func okTagged() (t tagged, err error) {
	err = viper.New().Unmarshal(&t)
	return t, err
}

type asked struct{ SigningSecret string }

func okAsked() (a asked, err error) {
	if err := viper.Unmarshal(&a); err != nil {
		return a, err
	}
	if a.SigningSecret == "" {
		panic("no signing secret")
	}
	return a, nil
}

type plain struct{ Addr, Level string }

func okPlain() (p plain, err error) {
	err = viper.Unmarshal(&p)
	return p, err
}
