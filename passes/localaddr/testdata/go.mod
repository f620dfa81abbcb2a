module localaddr.test

go 1.26
