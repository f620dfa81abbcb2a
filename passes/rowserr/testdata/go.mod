module rowserr.test

go 1.26

require (
	github.com/jackc/pgx/v5 v5.0.0
	github.com/jmoiron/sqlx v0.0.0
	go.mongodb.org/mongo-driver v0.0.0
	go.mongodb.org/mongo-driver/v2 v2.0.0
	gorm.io/gorm v0.0.0
)

replace (
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/jmoiron/sqlx => ../../../testdata/stubs/github.com/jmoiron/sqlx
	go.mongodb.org/mongo-driver => ../../../testdata/stubs/go.mongodb.org/mongo-driver
	go.mongodb.org/mongo-driver/v2 => ../../../testdata/stubs/go.mongodb.org/mongo-driver/v2
	gorm.io/gorm => ../../../testdata/stubs/gorm.io/gorm
)
