module ctxfacts.test

go 1.26
