module envfacts.test

go 1.26
