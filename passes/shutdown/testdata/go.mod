module shutdown.test

go 1.26
