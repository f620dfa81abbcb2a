module goleak.test

go 1.26
