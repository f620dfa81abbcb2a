module deferloop.test

go 1.26
