module ignorecheck.test

go 1.26
