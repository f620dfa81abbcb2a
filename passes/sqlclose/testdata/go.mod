module sqlclose.test

go 1.26

require (
	cloud.google.com/go/spanner v0.0.0
	github.com/cockroachdb/pebble v0.0.0
	github.com/dgraph-io/badger/v4 v4.0.0
	github.com/jackc/pgx/v4 v4.0.0
	github.com/jackc/pgx/v5 v5.0.0
	github.com/jmoiron/sqlx v0.0.0
	go.etcd.io/bbolt v0.0.0
	go.mongodb.org/mongo-driver v0.0.0
	go.mongodb.org/mongo-driver/v2 v2.0.0
	gorm.io/gorm v0.0.0
)

replace (
	cloud.google.com/go/spanner => ../../../testdata/stubs/cloud.google.com/go/spanner
	github.com/cockroachdb/pebble => ../../../testdata/stubs/github.com/cockroachdb/pebble
	github.com/dgraph-io/badger/v4 => ../../../testdata/stubs/github.com/dgraph-io/badger/v4
	github.com/jackc/pgx/v4 => ../../../testdata/stubs/github.com/jackc/pgx/v4
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/jmoiron/sqlx => ../../../testdata/stubs/github.com/jmoiron/sqlx
	go.etcd.io/bbolt => ../../../testdata/stubs/go.etcd.io/bbolt
	go.mongodb.org/mongo-driver => ../../../testdata/stubs/go.mongodb.org/mongo-driver
	go.mongodb.org/mongo-driver/v2 => ../../../testdata/stubs/go.mongodb.org/mongo-driver/v2
	gorm.io/gorm => ../../../testdata/stubs/gorm.io/gorm
)
