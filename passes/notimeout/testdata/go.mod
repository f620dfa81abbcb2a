module notimeout.test

go 1.26
