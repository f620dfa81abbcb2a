module errfacts.test

go 1.26
