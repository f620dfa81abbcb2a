module secretlit.test

go 1.26

require github.com/golang-jwt/jwt/v5 v5.0.0

replace github.com/golang-jwt/jwt/v5 => ../../../testdata/stubs/github.com/golang-jwt/jwt/v5
