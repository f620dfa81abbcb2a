module swallowederr.test

go 1.26
