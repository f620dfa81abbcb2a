module cloud.google.com/go/spanner

go 1.22
