package viper

import "strings"

type Viper struct{}

func New() *Viper                           { return new(Viper) }
func SetDefault(key string, value any)      {}
func (v *Viper) SetDefault(string, any)     {}
func (v *Viper) Unmarshal(rawVal any) error { return nil }
func Unmarshal(rawVal any) error            { return nil }

func ReadInConfig() error { return nil }

func (v *Viper) ReadInConfig() error { return nil }

type ConfigFileNotFoundError struct{}

func (ConfigFileNotFoundError) Error() string { return "" }

func AutomaticEnv() {}

func SetEnvPrefix(in string) {}

func BindEnv(input ...string) error { return nil }

func GetInt(key string) int { return 0 }

func GetString(key string) string { return "" }

func SetEnvKeyReplacer(r *strings.Replacer) {}

func BindPFlags(flags any) error { return nil }
