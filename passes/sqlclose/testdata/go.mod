module sqlclose.test

go 1.26

require (
	github.com/jackc/pgx/v5 v5.0.0
	github.com/jmoiron/sqlx v0.0.0
)

replace (
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/jmoiron/sqlx => ../../../testdata/stubs/github.com/jmoiron/sqlx
)
