module envcheck.test

go 1.26

require (
	github.com/redis/go-redis/v9 v9.0.0
	github.com/spf13/viper v1.0.0
)

replace (
	github.com/redis/go-redis/v9 => ../../../testdata/stubs/github.com/redis/go-redis/v9
	github.com/spf13/viper => ../../../testdata/stubs/github.com/spf13/viper
)
