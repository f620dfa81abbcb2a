// Code generated of effects.yaml by go test -update; DO NOT EDIT.

package errflow

var effects = []row{
	{
		Package: "database/sql",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*DB",
					"*Stmt",
					"*Tx",
				},
				Names: []string{
					"Exec",
					"ExecContext",
				},
			},
			{
				Types: []string{
					"*Tx",
				},
				Names: []string{
					"Commit",
				},
			},
		},
	},
	{
		Package: "database/sql",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*DB",
					"*Stmt",
					"*Tx",
				},
				Names: []string{
					"Query",
					"QueryContext",
					"QueryRow",
					"QueryRowContext",
				},
			},
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Prepare",
				},
			},
			{
				Types: []string{
					"*Conn",
					"*DB",
					"*Tx",
				},
				Names: []string{
					"PrepareContext",
				},
			},
			{
				Types: []string{
					"*Conn",
					"*DB",
				},
				Names: []string{
					"BeginTx",
					"PingContext",
				},
			},
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Begin",
					"Conn",
					"Ping",
				},
			},
			{
				Types: []string{
					"*Row",
					"*Rows",
				},
				Names: []string{
					"Scan",
				},
			},
		},
	},
	{
		Package: "net/http",
		Effect:  "read remote",
		Funcs: []string{
			"Get",
			"Head",
		},
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"Do",
					"Get",
					"Head",
				},
			},
			{
				Types: []string{
					"*Transport",
					"RoundTripper",
				},
				Names: []string{
					"RoundTrip",
				},
			},
		},
	},
	{
		Package: "net/http",
		Effect:  "write remote",
		Funcs: []string{
			"Post",
			"PostForm",
		},
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"Post",
					"PostForm",
				},
			},
		},
	},
	{
		Package: "net/smtp",
		Effect:  "write remote",
		Funcs: []string{
			"SendMail",
		},
	},
	{
		Package: "net",
		Effect:  "read remote",
		Funcs: []string{
			"Dial",
			"LookupAddr",
			"LookupCNAME",
			"LookupHost",
			"LookupIP",
			"LookupMX",
			"LookupNS",
			"LookupPort",
			"LookupSRV",
			"LookupTXT",
		},
		Methods: []methods{
			{
				Types: []string{
					"*Dialer",
				},
				Names: []string{
					"Dial",
					"DialContext",
				},
			},
		},
	},
	{
		Package: "crypto/tls",
		Effect:  "read remote",
		Funcs: []string{
			"Dial",
		},
	},
	{
		Package: "os/exec",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Cmd",
				},
				Names: []string{
					"CombinedOutput",
					"Output",
					"Run",
					"Start",
					"Wait",
				},
			},
		},
	},
	{
		Package: "os",
		Effect:  "write",
		Funcs: []string{
			"Link",
			"Rename",
			"Symlink",
			"Truncate",
			"WriteFile",
		},
	},
	{
		Package: "os",
		Effect:  "read",
		Funcs: []string{
			"Open",
			"ReadDir",
			"ReadFile",
		},
	},
	{
		Package: "github.com/jackc/pgx/v5",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"Tx",
				},
				Names: []string{
					"CopyFrom",
					"Exec",
				},
			},
			{
				Types: []string{
					"Tx",
				},
				Names: []string{
					"Commit",
				},
			},
			{
				Types: []string{
					"BatchResults",
				},
				Names: []string{
					"Close",
				},
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v5",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"Tx",
				},
				Names: []string{
					"Begin",
					"Query",
					"QueryRow",
				},
			},
			{
				Types: []string{
					"*Conn",
				},
				Names: []string{
					"BeginTx",
					"Ping",
				},
			},
			{
				Types: []string{
					"Row",
					"Rows",
				},
				Names: []string{
					"Scan",
				},
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v5/pgxpool",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*Pool",
					"*Tx",
				},
				Names: []string{
					"CopyFrom",
					"Exec",
				},
			},
			{
				Types: []string{
					"*Tx",
				},
				Names: []string{
					"Commit",
				},
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v5/pgxpool",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*Pool",
					"*Tx",
				},
				Names: []string{
					"Begin",
					"Query",
					"QueryRow",
				},
			},
			{
				Types: []string{
					"*Conn",
					"*Pool",
				},
				Names: []string{
					"BeginTx",
					"Ping",
				},
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/mongo",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Collection",
				},
				Names: []string{
					"BulkWrite",
					"DeleteMany",
					"DeleteOne",
					"InsertMany",
					"InsertOne",
					"ReplaceOne",
					"UpdateByID",
					"UpdateMany",
					"UpdateOne",
				},
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/v2/mongo",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Collection",
				},
				Names: []string{
					"BulkWrite",
					"DeleteMany",
					"DeleteOne",
					"InsertMany",
					"InsertOne",
					"ReplaceOne",
					"UpdateByID",
					"UpdateMany",
					"UpdateOne",
				},
			},
		},
	},
	{
		Package: "github.com/segmentio/kafka-go",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Writer",
				},
				Names: []string{
					"WriteMessages",
				},
			},
		},
	},
	{
		Package: "github.com/nats-io/nats.go",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
				},
				Names: []string{
					"Publish",
					"PublishMsg",
				},
			},
		},
	},
	{
		Package: "github.com/rabbitmq/amqp091-go",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Channel",
				},
				Names: []string{
					"Publish",
					"PublishWithContext",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/s3",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"CopyObject",
					"DeleteObject",
					"PutObject",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/sqs",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"DeleteMessage",
					"SendMessage",
				},
			},
		},
	},
	{
		Package: "gorm.io/gorm",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Commit",
					"Create",
					"CreateInBatches",
					"Delete",
					"Exec",
					"FirstOrCreate",
					"Save",
					"Transaction",
					"Update",
					"UpdateColumn",
					"UpdateColumns",
					"Updates",
				},
			},
		},
	},
	{
		Package: "gorm.io/gorm",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Count",
					"Find",
					"First",
					"FirstOrInit",
					"Last",
					"Pluck",
					"Rows",
					"Scan",
					"Take",
				},
			},
		},
	},
	{
		Package: "github.com/jinzhu/gorm",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Commit",
					"Create",
					"Delete",
					"Exec",
					"FirstOrCreate",
					"Save",
					"Update",
					"UpdateColumn",
					"UpdateColumns",
					"Updates",
				},
			},
		},
	},
	{
		Package: "github.com/jinzhu/gorm",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Count",
					"Find",
					"First",
					"FirstOrInit",
					"Last",
					"Pluck",
					"Rows",
					"Scan",
					"Take",
				},
			},
		},
	},
	{
		Package: "github.com/jmoiron/sqlx",
		Effect:  "write remote",
		Funcs: []string{
			"MustExec",
			"NamedExec",
			"NamedExecContext",
		},
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*DB",
					"*NamedStmt",
					"*Stmt",
					"*Tx",
				},
				Names: []string{
					"Exec",
					"ExecContext",
					"MustExec",
					"NamedExec",
					"NamedExecContext",
				},
			},
		},
	},
	{
		Package: "github.com/jmoiron/sqlx",
		Effect:  "read remote",
		Funcs: []string{
			"Get",
			"GetContext",
			"NamedQuery",
			"Select",
			"SelectContext",
		},
		Methods: []methods{
			{
				Types: []string{
					"*Conn",
					"*DB",
					"*NamedStmt",
					"*Stmt",
					"*Tx",
				},
				Names: []string{
					"Get",
					"GetContext",
					"NamedQuery",
					"NamedQueryContext",
					"Query",
					"QueryContext",
					"Queryx",
					"QueryxContext",
					"Select",
					"SelectContext",
				},
			},
		},
	},
	{
		Package: "github.com/redis/go-redis/v9",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"BitMapCmdable",
					"Cmdable",
					"GenericCmdable",
					"HashCmdable",
					"ListCmdable",
					"PubSubCmdable",
					"SetCmdable",
					"SortedSetCmdable",
					"StreamCmdable",
					"StringCmdable",
					"cmdable",
				},
				Names: []string{
					"Decr",
					"DecrBy",
					"Del",
					"Expire",
					"HDel",
					"HIncrBy",
					"HMSet",
					"HSet",
					"Incr",
					"IncrBy",
					"LPush",
					"Publish",
					"RPush",
					"Rename",
					"SAdd",
					"SRem",
					"Set",
					"SetEx",
					"SetNX",
					"XAdd",
					"ZAdd",
					"ZRem",
				},
			},
		},
	},
	{
		Package: "github.com/redis/go-redis/v9",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"BitMapCmdable",
					"Cmdable",
					"GenericCmdable",
					"HashCmdable",
					"ListCmdable",
					"PubSubCmdable",
					"SetCmdable",
					"SortedSetCmdable",
					"StreamCmdable",
					"StringCmdable",
					"cmdable",
				},
				Names: []string{
					"Exists",
					"Get",
					"HGet",
					"HGetAll",
					"Keys",
					"LRange",
					"MGet",
					"Ping",
					"SIsMember",
					"SMembers",
					"ZRange",
					"ZScore",
				},
			},
		},
	},
	{
		Package: "github.com/go-redis/redis/v8",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"BitMapCmdable",
					"Cmdable",
					"GenericCmdable",
					"HashCmdable",
					"ListCmdable",
					"PubSubCmdable",
					"SetCmdable",
					"SortedSetCmdable",
					"StreamCmdable",
					"StringCmdable",
					"cmdable",
				},
				Names: []string{
					"Decr",
					"DecrBy",
					"Del",
					"Expire",
					"HDel",
					"HIncrBy",
					"HMSet",
					"HSet",
					"Incr",
					"IncrBy",
					"LPush",
					"Publish",
					"RPush",
					"Rename",
					"SAdd",
					"SRem",
					"Set",
					"SetEX",
					"SetNX",
					"XAdd",
					"ZAdd",
					"ZRem",
				},
			},
		},
	},
	{
		Package: "github.com/go-redis/redis/v8",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"BitMapCmdable",
					"Cmdable",
					"GenericCmdable",
					"HashCmdable",
					"ListCmdable",
					"PubSubCmdable",
					"SetCmdable",
					"SortedSetCmdable",
					"StreamCmdable",
					"StringCmdable",
					"cmdable",
				},
				Names: []string{
					"Exists",
					"Get",
					"HGet",
					"HGetAll",
					"Keys",
					"LRange",
					"MGet",
					"Ping",
					"SIsMember",
					"SMembers",
					"ZRange",
					"ZScore",
				},
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/mongo",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Collection",
				},
				Names: []string{
					"Aggregate",
					"CountDocuments",
					"Distinct",
					"Find",
				},
			},
			{
				Types: []string{
					"*Cursor",
				},
				Names: []string{
					"All",
				},
			},
			{
				Types: []string{
					"*SingleResult",
				},
				Names: []string{
					"Decode",
				},
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/v2/mongo",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Collection",
				},
				Names: []string{
					"Aggregate",
					"CountDocuments",
					"Find",
				},
			},
			{
				Types: []string{
					"*Cursor",
				},
				Names: []string{
					"All",
				},
			},
			{
				Types: []string{
					"*SingleResult",
				},
				Names: []string{
					"Decode",
				},
			},
		},
	},
	{
		Package: "go.etcd.io/etcd/client/v3",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"KV",
				},
				Names: []string{
					"Delete",
					"Put",
				},
			},
		},
	},
	{
		Package: "go.etcd.io/bbolt",
		Effect:  "write",
		Methods: []methods{
			{
				Types: []string{
					"*Bucket",
				},
				Names: []string{
					"Delete",
					"Put",
				},
			},
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Batch",
					"Update",
				},
			},
			{
				Types: []string{
					"*Tx",
				},
				Names: []string{
					"Commit",
				},
			},
		},
	},
	{
		Package: "github.com/dgraph-io/badger/v4",
		Effect:  "write",
		Methods: []methods{
			{
				Types: []string{
					"*DB",
				},
				Names: []string{
					"Update",
				},
			},
			{
				Types: []string{
					"*Txn",
				},
				Names: []string{
					"Commit",
					"Delete",
					"Set",
				},
			},
		},
	},
	{
		Package: "cloud.google.com/go/spanner",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"Apply",
					"ReadWriteTransaction",
				},
			},
		},
	},
	{
		Package: "cloud.google.com/go/firestore",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*DocumentRef",
				},
				Names: []string{
					"Create",
					"Delete",
					"Set",
					"Update",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/dynamodb",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"BatchWriteItem",
					"DeleteItem",
					"PutItem",
					"TransactWriteItems",
					"UpdateItem",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/dynamodb",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"GetItem",
					"Query",
					"Scan",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/sns",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"Publish",
				},
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/s3",
		Effect:  "read remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"GetObject",
					"HeadObject",
					"ListObjectsV2",
				},
			},
		},
	},
	{
		Package: "github.com/IBM/sarama",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"SyncProducer",
				},
				Names: []string{
					"SendMessage",
					"SendMessages",
				},
			},
		},
	},
	{
		Package: "github.com/Shopify/sarama",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"SyncProducer",
				},
				Names: []string{
					"SendMessage",
					"SendMessages",
				},
			},
		},
	},
	{
		Package: "net/smtp",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Client",
				},
				Names: []string{
					"Mail",
					"Rcpt",
				},
			},
		},
	},
	{
		Package: "gopkg.in/gomail.v2",
		Effect:  "write remote",
		Methods: []methods{
			{
				Types: []string{
					"*Dialer",
				},
				Names: []string{
					"DialAndSend",
				},
			},
		},
	},
	{
		Package: "github.com/beego/beego/v2/server/web/session",
		Effect:  "none",
		Methods: []methods{
			{
				Types: []string{
					"Store",
				},
				Names: []string{
					"Delete",
					"Flush",
					"Set",
				},
			},
		},
	},
	{
		Package: "github.com/beego/beego/session",
		Effect:  "none",
		Methods: []methods{
			{
				Types: []string{
					"Store",
				},
				Names: []string{
					"Delete",
					"Flush",
					"Set",
				},
			},
		},
	},
	{
		Package: "github.com/gorilla/sessions",
		Effect:  "none",
		Methods: []methods{
			{
				Types: []string{
					"*CookieStore",
					"Store",
				},
				Names: []string{
					"Get",
					"New",
				},
			},
		},
	},
	{
		Package: "github.com/traefik/yaegi/interp",
		Effect:  "none",
		Methods: []methods{
			{
				Types: []string{
					"*Interpreter",
				},
				Names: []string{
					"Eval",
					"EvalPath",
					"ImportUsed",
					"Use",
				},
			},
		},
	},
	{
		Package: "github.com/prometheus/common/config",
		Effect:  "none",
		Funcs: []string{
			"NewTLSConfig",
			"NewTLSConfigWithContext",
		},
	},
}
