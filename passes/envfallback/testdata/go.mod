module envfallback.test

go 1.26
