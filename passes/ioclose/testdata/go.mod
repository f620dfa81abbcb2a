module ioclose.test

go 1.26

require (
	cloud.google.com/go/storage v0.0.0
	github.com/IBM/sarama v0.0.0
	github.com/Shopify/sarama v0.0.0
	github.com/coder/websocket v0.0.0
	github.com/dgraph-io/badger/v4 v4.0.0
	github.com/docker/docker v0.0.0
	github.com/fsnotify/fsnotify v0.0.0
	github.com/go-redis/redis/v8 v8.0.0
	github.com/gorilla/websocket v0.0.0
	github.com/klauspost/compress v0.0.0
	github.com/nats-io/nats.go v0.0.0
	github.com/rabbitmq/amqp091-go v0.0.0
	github.com/redis/go-redis/v9 v9.0.0
	github.com/segmentio/kafka-go v0.0.0
	github.com/spf13/cobra v0.0.0
	github.com/syndtr/goleveldb v0.0.0
	github.com/xuri/excelize/v2 v2.0.0
	go.etcd.io/bbolt v0.0.0
	go.etcd.io/etcd/client/v3 v3.0.0
	go.mongodb.org/mongo-driver v0.0.0
	go.mongodb.org/mongo-driver/v2 v2.0.0
	golang.org/x/crypto v0.0.0
	google.golang.org/grpc v0.0.0
)

replace (
	cloud.google.com/go/storage => ../../../testdata/stubs/cloud.google.com/go/storage
	github.com/IBM/sarama => ../../../testdata/stubs/github.com/IBM/sarama
	github.com/Shopify/sarama => ../../../testdata/stubs/github.com/Shopify/sarama
	github.com/coder/websocket => ../../../testdata/stubs/github.com/coder/websocket
	github.com/dgraph-io/badger/v4 => ../../../testdata/stubs/github.com/dgraph-io/badger/v4
	github.com/docker/docker => ../../../testdata/stubs/github.com/docker/docker
	github.com/fsnotify/fsnotify => ../../../testdata/stubs/github.com/fsnotify/fsnotify
	github.com/go-redis/redis/v8 => ../../../testdata/stubs/github.com/go-redis/redis/v8
	github.com/gorilla/websocket => ../../../testdata/stubs/github.com/gorilla/websocket
	github.com/klauspost/compress => ../../../testdata/stubs/github.com/klauspost/compress
	github.com/nats-io/nats.go => ../../../testdata/stubs/github.com/nats-io/nats.go
	github.com/rabbitmq/amqp091-go => ../../../testdata/stubs/github.com/rabbitmq/amqp091-go
	github.com/redis/go-redis/v9 => ../../../testdata/stubs/github.com/redis/go-redis/v9
	github.com/segmentio/kafka-go => ../../../testdata/stubs/github.com/segmentio/kafka-go
	github.com/spf13/cobra => ../../../testdata/stubs/github.com/spf13/cobra
	github.com/syndtr/goleveldb => ../../../testdata/stubs/github.com/syndtr/goleveldb
	github.com/xuri/excelize/v2 => ../../../testdata/stubs/github.com/xuri/excelize/v2
	go.etcd.io/bbolt => ../../../testdata/stubs/go.etcd.io/bbolt
	go.etcd.io/etcd/client/v3 => ../../../testdata/stubs/go.etcd.io/etcd/client/v3
	go.mongodb.org/mongo-driver => ../../../testdata/stubs/go.mongodb.org/mongo-driver
	go.mongodb.org/mongo-driver/v2 => ../../../testdata/stubs/go.mongodb.org/mongo-driver/v2
	golang.org/x/crypto => ../../../testdata/stubs/golang.org/x/crypto
	google.golang.org/grpc => ../../../testdata/stubs/google.golang.org/grpc
)
