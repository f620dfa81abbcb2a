module envcheck.test

go 1.26

require github.com/spf13/viper v1.0.0

replace github.com/spf13/viper => ../../../testdata/stubs/github.com/spf13/viper
