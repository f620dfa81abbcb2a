module ctxlife.test

go 1.26
