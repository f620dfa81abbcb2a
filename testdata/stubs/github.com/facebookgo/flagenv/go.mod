module github.com/facebookgo/flagenv

go 1.26
