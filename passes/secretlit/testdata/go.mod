module secretlit.test

go 1.26

require (
	github.com/gin-gonic/gin v0.0.0
	github.com/golang-jwt/jwt/v5 v5.0.0
)

replace (
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/golang-jwt/jwt/v5 => ../../../testdata/stubs/github.com/golang-jwt/jwt/v5
)
