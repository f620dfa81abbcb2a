// Code generated of library/*.yaml by go test -update; DO NOT EDIT.

package resource

var library = []File{
	{
		Package: "archive/tar",
		Resources: []Kind{
			{
				Name:  "tar.writer",
				Check: "ioclose",
				Type:  "*archive/tar.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "archive/tar.NewWriter",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the footer is never written, so readers see the archive cut off",
				Why:   "https://pkg.go.dev/archive/tar#Writer.Close",
			},
		},
	},
	{
		Package: "archive/zip",
		Resources: []Kind{
			{
				Name:  "zip.reader",
				Check: "ioclose",
				Type:  "*archive/zip.ReadCloser",
				Noun:  "archive",
				Acquire: []Acquire{
					{
						Func:  "archive/zip.OpenReader",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/archive/zip#ReadCloser",
			},
			{
				Name:  "zip.writer",
				Check: "ioclose",
				Type:  "*archive/zip.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "archive/zip.NewWriter",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the central directory is never written, so nobody can open the archive",
				Why:   "https://pkg.go.dev/archive/zip#Writer.Close",
			},
		},
	},
	{
		Package: "cloud.google.com/go/spanner",
		Resources: []Kind{
			{
				Name:  "spanner.rows",
				Check: "sqlclose",
				Type:  "*cloud.google.com/go/spanner.RowIterator",
				Noun:  "iterator",
				Acquire: []Acquire{
					{
						Func:  "(*cloud.google.com/go/spanner.txReadOnly).Query",
						Error: &numbers[0],
					},
					{
						Func:  "(*cloud.google.com/go/spanner.txReadOnly).QueryWithOptions",
						Error: &numbers[0],
					},
					{
						Func:  "(*cloud.google.com/go/spanner.txReadOnly).Read",
						Error: &numbers[0],
					},
					{
						Func:  "(*cloud.google.com/go/spanner.txReadOnly).ReadUsingIndex",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Stop",
					"Do",
				},
				Verb:  "stopped",
				Event: "its session never returns to the pool, and the pool runs dry",
				Defer: "defer %s.Stop()",
				Why:   "https://pkg.go.dev/cloud.google.com/go/spanner",
			},
		},
	},
	{
		Package: "cloud.google.com/go/storage",
		Resources: []Kind{
			{
				Name:  "gcs.client",
				Check: "ioclose",
				Type:  "*cloud.google.com/go/storage.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "cloud.google.com/go/storage.NewClient",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/cloud.google.com/go/storage",
			},
			{
				Name:  "gcs.reader",
				Check: "ioclose",
				Type:  "*cloud.google.com/go/storage.Reader",
				Noun:  "reader",
				Acquire: []Acquire{
					{
						Func:  "(*cloud.google.com/go/storage.ObjectHandle).NewReader",
						Error: &numbers[2],
					},
					{
						Func:  "(*cloud.google.com/go/storage.ObjectHandle).NewRangeReader",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "unless it is read to the end, its connection stays open, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/cloud.google.com/go/storage",
			},
			{
				Name:  "gcs.writer",
				Check: "ioclose",
				Type:  "*cloud.google.com/go/storage.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "(*cloud.google.com/go/storage.ObjectHandle).NewWriter",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
					"CloseWithError",
				},
				Flush: true,
				Verb:  "closed",
				Event: "only Close creates the object, so what was written is lost",
				Why:   "https://pkg.go.dev/cloud.google.com/go/storage",
			},
		},
	},
	{
		Package: "compress/flate",
		Resources: []Kind{
			{
				Name:  "flate.writer",
				Check: "ioclose",
				Type:  "*compress/flate.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "compress/flate.NewWriter",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the end of the stream is never written, so whoever reads it sees it cut off",
				Why:   "https://pkg.go.dev/compress/flate#Writer.Close",
			},
		},
	},
	{
		Package: "compress/gzip",
		Resources: []Kind{
			{
				Name:  "gzip.writer",
				Check: "ioclose",
				Type:  "*compress/gzip.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "compress/gzip.NewWriter",
						Error: &numbers[0],
					},
					{
						Func:  "compress/gzip.NewWriterLevel",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the end of the stream is never written, so whoever reads it sees it cut off",
				Why:   "https://pkg.go.dev/compress/gzip#Writer.Close",
			},
		},
	},
	{
		Package: "compress/zlib",
		Resources: []Kind{
			{
				Name:  "zlib.writer",
				Check: "ioclose",
				Type:  "*compress/zlib.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "compress/zlib.NewWriter",
						Error: &numbers[0],
					},
					{
						Func:  "compress/zlib.NewWriterLevel",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the end of the stream is never written, so whoever reads it sees it cut off",
				Why:   "https://pkg.go.dev/compress/zlib#Writer.Close",
			},
		},
	},
	{
		Package: "context",
		Resources: []Kind{
			{
				Name:  "context.cancel",
				Check: "stopcheck",
				Type:  "context.CancelFunc",
				Noun:  "cancel",
				Acquire: []Acquire{
					{
						Func:   "context.WithCancel",
						Result: 1,
						Error:  &numbers[0],
					},
					{
						Func:   "context.WithTimeout",
						Result: 1,
						Error:  &numbers[0],
					},
					{
						Func:   "context.WithTimeoutCause",
						Result: 1,
						Error:  &numbers[0],
					},
					{
						Func:   "context.WithDeadline",
						Result: 1,
						Error:  &numbers[0],
					},
					{
						Func:   "context.WithDeadlineCause",
						Result: 1,
						Error:  &numbers[0],
					},
				},
				Release: []string{
					"()",
				},
				Lives: "process",
				Verb:  "called",
				Event: "the context, its timer and its goroutine stay until the parent ends, one more per call",
				Defer: "defer %s()",
				Why:   "https://pkg.go.dev/context#CancelFunc",
			},
			{
				Name:  "context.cancelcause",
				Check: "stopcheck",
				Type:  "context.CancelCauseFunc",
				Noun:  "cancel",
				Acquire: []Acquire{
					{
						Func:   "context.WithCancelCause",
						Result: 1,
						Error:  &numbers[0],
					},
				},
				Release: []string{
					"()",
				},
				Lives: "process",
				Verb:  "called",
				Event: "the context and its goroutine stay until the parent ends, one more per call",
				Defer: "defer %s(nil)",
				Why:   "https://pkg.go.dev/context#CancelCauseFunc",
			},
		},
	},
	{
		Package: "crypto/tls",
		Resources: []Kind{
			{
				Name:  "tls.conn",
				Check: "ioclose",
				Type:  "*crypto/tls.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "crypto/tls.Dial",
						Error: &numbers[2],
					},
					{
						Func:  "crypto/tls.DialWithDialer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and descriptor stay open until the process or the peer runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/crypto/tls#Conn",
			},
		},
	},
	{
		Package: "database/sql",
		Resources: []Kind{
			{
				Name:  "sql.conn",
				Check: "sqlclose",
				Type:  "*database/sql.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "(*database/sql.DB).Conn",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "its connection never returns to the pool, and a bounded pool runs dry",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/database/sql#Conn.Close",
			},
			{
				Name:  "sql.db",
				Check: "sqlclose",
				Type:  "*database/sql.DB",
				Noun:  "db",
				Acquire: []Acquire{
					{
						Func:  "database/sql.Open",
						Error: &numbers[2],
					},
					{
						Func:  "database/sql.OpenDB",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves another pool behind until the database refuses connections",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/database/sql#Open",
			},
			{
				Name:  "sql.row",
				Check: "sqlclose",
				Type:  "*database/sql.Row",
				Noun:  "row",
				Acquire: []Acquire{
					{
						Func:  "(*database/sql.Conn).QueryRowContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*database/sql.DB).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*database/sql.DB).QueryRowContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*database/sql.Stmt).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*database/sql.Stmt).QueryRowContext",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Scan",
				},
				Failed: []string{
					"Err",
				},
				Context: true,
				Verb:    "scanned",
				Event:   "only Scan frees its connection, so a bounded pool runs dry",
				Why:     "https://pkg.go.dev/database/sql#Row.Scan",
			},
			{
				Name:   "sql.rows",
				Check:  "sqlclose",
				Type:   "*database/sql.Rows",
				Noun:   "rows",
				ByType: true,
				Acquire: []Acquire{
					{
						Func:  "(*database/sql.Conn).QueryContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).QueryContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.Stmt).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.Stmt).QueryContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*gorm.io/gorm.DB).Rows",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Exhaust: []string{
					"Next",
					"NextResultSet",
				},
				Context: true,
				Verb:    "closed",
				Event:   "its connection stays checked out, and a bounded pool runs dry",
				Defer:   "defer %s.Close()",
				Why:     "https://pkg.go.dev/database/sql#Rows.Close",
			},
			{
				Name:  "sql.stmt",
				Check: "sqlclose",
				Type:  "*database/sql.Stmt",
				Noun:  "stmt",
				Acquire: []Acquire{
					{
						Func:  "(*database/sql.Conn).PrepareContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).Prepare",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).PrepareContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				EndsWith: []string{
					"*database/sql.Tx",
				},
				Verb:  "closed",
				Event: "the database keeps the prepared statement until its limit is reached",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/database/sql#Stmt.Close",
			},
			{
				Name:  "sql.tx",
				Check: "sqlclose",
				Type:  "*database/sql.Tx",
				Noun:  "tx",
				Acquire: []Acquire{
					{
						Func:  "(*database/sql.Conn).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*database/sql.DB).BeginTx",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Commit",
					"Rollback",
				},
				Context: true,
				Verb:    "committed or rolled back",
				Event:   "its connection and its locks stay held, and a bounded pool runs dry",
				Defer:   "defer %s.Rollback()",
				Why:     "https://pkg.go.dev/database/sql#Tx",
			},
		},
	},
	{
		Package: "github.com/IBM/sarama",
		Resources: []Kind{
			{
				Name:  "sarama.asyncproducer",
				Check: "ioclose",
				Type:  "github.com/IBM/sarama.AsyncProducer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/IBM/sarama.NewAsyncProducer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"AsyncClose",
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Why:   "https://pkg.go.dev/github.com/IBM/sarama",
			},
			{
				Name:  "sarama.client",
				Check: "ioclose",
				Type:  "github.com/IBM/sarama.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/IBM/sarama.NewClient",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/IBM/sarama",
			},
			{
				Name:  "sarama.consumer",
				Check: "ioclose",
				Type:  "github.com/IBM/sarama.Consumer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/IBM/sarama.NewConsumer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/IBM/sarama",
			},
			{
				Name:  "sarama.consumergroup",
				Check: "ioclose",
				Type:  "github.com/IBM/sarama.ConsumerGroup",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/IBM/sarama.NewConsumerGroup",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/IBM/sarama",
			},
			{
				Name:  "sarama.syncproducer",
				Check: "ioclose",
				Type:  "github.com/IBM/sarama.SyncProducer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/IBM/sarama.NewSyncProducer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Why:   "https://pkg.go.dev/github.com/IBM/sarama",
			},
		},
	},
	{
		Package: "github.com/Shopify/sarama",
		Resources: []Kind{
			{
				Name:  "shopify.asyncproducer",
				Check: "ioclose",
				Type:  "github.com/Shopify/sarama.AsyncProducer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/Shopify/sarama.NewAsyncProducer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"AsyncClose",
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Why:   "https://pkg.go.dev/github.com/Shopify/sarama",
			},
			{
				Name:  "shopify.client",
				Check: "ioclose",
				Type:  "github.com/Shopify/sarama.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/Shopify/sarama.NewClient",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/Shopify/sarama",
			},
			{
				Name:  "shopify.consumer",
				Check: "ioclose",
				Type:  "github.com/Shopify/sarama.Consumer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/Shopify/sarama.NewConsumer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/Shopify/sarama",
			},
			{
				Name:  "shopify.consumergroup",
				Check: "ioclose",
				Type:  "github.com/Shopify/sarama.ConsumerGroup",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/Shopify/sarama.NewConsumerGroup",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/Shopify/sarama",
			},
			{
				Name:  "shopify.syncproducer",
				Check: "ioclose",
				Type:  "github.com/Shopify/sarama.SyncProducer",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/Shopify/sarama.NewSyncProducer",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connections and goroutines stay, one more per call",
				Why:   "https://pkg.go.dev/github.com/Shopify/sarama",
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go-v2/service/s3",
		Resources: []Kind{
			{
				Name:  "s3.object",
				Check: "httpclose",
				Type:  "*github.com/aws/aws-sdk-go-v2/service/s3.GetObjectOutput",
				Field: "Body",
				Noun:  "object",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/aws/aws-sdk-go-v2/service/s3.Client).GetObject",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "unless it is read to the end, its connection stays open, one more per call",
				Defer: "defer %s.Body.Close()",
				Why:   "https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/s3",
			},
		},
	},
	{
		Package: "github.com/aws/aws-sdk-go/service/s3",
		Resources: []Kind{
			{
				Name:  "s3v1.object",
				Check: "httpclose",
				Type:  "*github.com/aws/aws-sdk-go/service/s3.GetObjectOutput",
				Field: "Body",
				Noun:  "object",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/aws/aws-sdk-go/service/s3.S3).GetObject",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/aws/aws-sdk-go/service/s3.S3).GetObjectWithContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "unless it is read to the end, its connection stays open, one more per call",
				Defer: "defer %s.Body.Close()",
				Why:   "https://pkg.go.dev/github.com/aws/aws-sdk-go/service/s3",
			},
		},
	},
	{
		Package: "github.com/cockroachdb/pebble",
		Resources: []Kind{
			{
				Name:  "pebble.iter",
				Check: "sqlclose",
				Type:  "*github.com/cockroachdb/pebble.Iterator",
				Noun:  "iterator",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/cockroachdb/pebble.DB).NewIter",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/cockroachdb/pebble.DB).NewIterWithContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/cockroachdb/pebble.Snapshot).NewIter",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "the files that it reads can never be deleted",
				Why:   "https://pkg.go.dev/github.com/cockroachdb/pebble",
			},
		},
	},
	{
		Package: "github.com/coder/websocket",
		Resources: []Kind{
			{
				Name:  "coderws.conn",
				Check: "ioclose",
				Type:  "*github.com/coder/websocket.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "github.com/coder/websocket.Accept",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/coder/websocket.Dial",
						Error: &numbers[3],
					},
				},
				Release: []string{
					"CloseNow",
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection stays open until the process runs out of descriptors",
				Defer: "defer %s.CloseNow()",
				Why:   "https://pkg.go.dev/github.com/coder/websocket",
			},
		},
	},
	{
		Package: "github.com/dgraph-io/badger/v4",
		Resources: []Kind{
			{
				Name:  "badger.db",
				Check: "ioclose",
				Type:  "*github.com/dgraph-io/badger/v4.DB",
				Noun:  "db",
				Acquire: []Acquire{
					{
						Func:  "github.com/dgraph-io/badger/v4.Open",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "the lock on its directory stays and what is in memory is lost",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/dgraph-io/badger/v4",
			},
			{
				Name:  "badger.txn",
				Check: "sqlclose",
				Type:  "*github.com/dgraph-io/badger/v4.Txn",
				Noun:  "txn",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/dgraph-io/badger/v4.DB).NewTransaction",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Discard",
					"Commit",
				},
				Verb:  "discarded",
				Event: "its reads hold back the garbage collection of the store",
				Defer: "defer %s.Discard()",
				Why:   "https://pkg.go.dev/github.com/dgraph-io/badger/v4",
			},
		},
	},
	{
		Package: "github.com/docker/docker/client",
		Resources: []Kind{
			{
				Name:  "docker.client",
				Check: "ioclose",
				Type:  "*github.com/docker/docker/client.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/docker/docker/client.NewClientWithOpts",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/docker/docker/client.NewEnvClient",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/docker/docker/client.NewClient",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its idle connections stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/docker/docker/client",
			},
		},
	},
	{
		Package: "github.com/fsnotify/fsnotify",
		Resources: []Kind{
			{
				Name:  "fsnotify.watcher",
				Check: "ioclose",
				Type:  "*github.com/fsnotify/fsnotify.Watcher",
				Noun:  "watcher",
				Acquire: []Acquire{
					{
						Func:  "github.com/fsnotify/fsnotify.NewWatcher",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/fsnotify/fsnotify.NewBufferedWatcher",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its descriptor and goroutine stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/fsnotify/fsnotify",
			},
		},
	},
	{
		Package: "github.com/go-redis/redis/v8",
		Resources: []Kind{
			{
				Name:  "redis.client.v8",
				Check: "ioclose",
				Type:  "*github.com/go-redis/redis/v8.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/go-redis/redis/v8.NewClient",
						Error: &numbers[0],
					},
					{
						Func:  "github.com/go-redis/redis/v8.NewFailoverClient",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection pool stays, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/go-redis/redis/v8",
			},
			{
				Name:  "redis.pubsub.v8",
				Check: "ioclose",
				Type:  "*github.com/go-redis/redis/v8.PubSub",
				Noun:  "subscription",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/go-redis/redis/v8.Client).Subscribe",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/go-redis/redis/v8.Client).PSubscribe",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutine stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/go-redis/redis/v8",
			},
		},
	},
	{
		Package: "github.com/gorilla/websocket",
		Resources: []Kind{
			{
				Name:  "websocket.conn",
				Check: "ioclose",
				Type:  "*github.com/gorilla/websocket.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/gorilla/websocket.Upgrader).Upgrade",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/gorilla/websocket.Dialer).Dial",
						Error: &numbers[3],
					},
					{
						Func:  "(*github.com/gorilla/websocket.Dialer).DialContext",
						Error: &numbers[3],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection stays open until the process runs out of descriptors",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/gorilla/websocket",
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v4",
		Resources: []Kind{
			{
				Name:  "pgx4.batch",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v4.BatchResults",
				Noun:  "batch results",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v4.Conn).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Conn).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Tx).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(github.com/jackc/pgx/v4.Tx).SendBatch",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4#BatchResults",
			},
			{
				Name:  "pgx4.conn",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v4.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "github.com/jackc/pgx/v4.Connect",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jackc/pgx/v4.ConnectConfig",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves a server connection behind until the database refuses new ones",
				Defer: "defer %s.Close($ctx)",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4#Conn.Close",
			},
			{
				Name:  "pgx4.row",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v4.Row",
				Noun:  "row",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v4.Conn).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Conn).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Tx).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(github.com/jackc/pgx/v4.Tx).QueryRow",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Scan",
				},
				Verb:  "scanned",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4#Row",
			},
			{
				Name:  "pgx4.rows",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v4.Rows",
				Noun:  "rows",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v4.Conn).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Conn).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Tx).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(github.com/jackc/pgx/v4.Tx).Query",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Exhaust: []string{
					"Next",
				},
				Verb:  "closed",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4#Rows",
			},
			{
				Name:  "pgx4.tx",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v4.Tx",
				Noun:  "tx",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v4.Conn).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4.Conn).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Conn).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Conn).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Tx).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(github.com/jackc/pgx/v4.Tx).Begin",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Commit",
					"Rollback",
				},
				Verb:  "committed or rolled back",
				Event: "its connection and its locks stay held, and a bounded pool runs dry",
				Defer: "defer %s.Rollback($ctx)",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4#Tx",
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v4/pgxpool",
		Resources: []Kind{
			{
				Name:  "pgx4pool.conn",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v4/pgxpool.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v4/pgxpool.Pool).Acquire",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Hijack",
					"Release",
				},
				Verb:  "released",
				Event: "its connection never returns to the pool, and the pool runs dry",
				Defer: "defer %s.Release()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4/pgxpool#Conn.Release",
			},
			{
				Name:  "pgx4pool.pool",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v4/pgxpool.Pool",
				Noun:  "pool",
				Acquire: []Acquire{
					{
						Func:  "github.com/jackc/pgx/v4/pgxpool.Connect",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jackc/pgx/v4/pgxpool.ConnectConfig",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves another pool behind until the database refuses connections",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v4/pgxpool#Pool.Close",
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v5",
		Resources: []Kind{
			{
				Name:  "pgx.batch",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v5.BatchResults",
				Noun:  "batch results",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v5.Conn).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Conn).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Tx).SendBatch",
						Error: &numbers[0],
					},
					{
						Func:  "(github.com/jackc/pgx/v5.Tx).SendBatch",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5#BatchResults",
			},
			{
				Name:  "pgx.conn",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v5.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "github.com/jackc/pgx/v5.Connect",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jackc/pgx/v5.ConnectConfig",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jackc/pgx/v5.ConnectWithOptions",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves a server connection behind until the database refuses new ones",
				Defer: "defer %s.Close($ctx)",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5#Conn.Close",
			},
			{
				Name:  "pgx.row",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v5.Row",
				Noun:  "row",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v5.Conn).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Conn).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Tx).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(github.com/jackc/pgx/v5.Tx).QueryRow",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Scan",
				},
				Verb:  "scanned",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5#Row",
			},
			{
				Name:  "pgx.rows",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v5.Rows",
				Noun:  "rows",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v5.Conn).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Conn).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Tx).Query",
						Error: &numbers[2],
					},
					{
						Func:  "(github.com/jackc/pgx/v5.Tx).Query",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Exhaust: []string{
					"Next",
				},
				Verb:  "closed",
				Event: "its connection stays busy, so it is lost to the pool and every later query on it fails",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5#Rows",
			},
			{
				Name:  "pgx.tx",
				Check: "sqlclose",
				Type:  "github.com/jackc/pgx/v5.Tx",
				Noun:  "tx",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v5.Conn).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5.Conn).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Conn).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Conn).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).BeginTx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Tx).Begin",
						Error: &numbers[2],
					},
					{
						Func:  "(github.com/jackc/pgx/v5.Tx).Begin",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Commit",
					"Rollback",
				},
				Verb:  "committed or rolled back",
				Event: "its connection and its locks stay held, and a bounded pool runs dry",
				Defer: "defer %s.Rollback($ctx)",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5#Tx",
			},
		},
	},
	{
		Package: "github.com/jackc/pgx/v5/pgxpool",
		Resources: []Kind{
			{
				Name:  "pgxpool.conn",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v5/pgxpool.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jackc/pgx/v5/pgxpool.Pool).Acquire",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Hijack",
					"Release",
				},
				Verb:  "released",
				Event: "its connection never returns to the pool, and the pool runs dry",
				Defer: "defer %s.Release()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Conn.Release",
			},
			{
				Name:  "pgxpool.pool",
				Check: "sqlclose",
				Type:  "*github.com/jackc/pgx/v5/pgxpool.Pool",
				Noun:  "pool",
				Acquire: []Acquire{
					{
						Func:  "github.com/jackc/pgx/v5/pgxpool.New",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jackc/pgx/v5/pgxpool.NewWithConfig",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves another pool behind until the database refuses connections",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Pool.Close",
			},
		},
	},
	{
		Package: "github.com/jmoiron/sqlx",
		Resources: []Kind{
			{
				Name:  "sqlx.conn",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).Connx",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "its connection never returns to the pool, and a bounded pool runs dry",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jmoiron/sqlx#DB.Connx",
			},
			{
				Name:  "sqlx.db",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.DB",
				Noun:  "db",
				Acquire: []Acquire{
					{
						Func:  "github.com/jmoiron/sqlx.Connect",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jmoiron/sqlx.ConnectContext",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jmoiron/sqlx.Open",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jmoiron/sqlx.MustConnect",
						Error: &numbers[0],
					},
					{
						Func:  "github.com/jmoiron/sqlx.MustOpen",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "each further call leaves another pool behind until the database refuses connections",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jmoiron/sqlx#Open",
			},
			{
				Name:  "sqlx.namedstmt",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.NamedStmt",
				Noun:  "stmt",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).PrepareNamed",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).PrepareNamedContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				EndsWith: []string{
					"*database/sql.Tx",
				},
				Verb:  "closed",
				Event: "the database keeps the prepared statement until its limit is reached",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jmoiron/sqlx#NamedStmt.Close",
			},
			{
				Name:  "sqlx.row",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.Row",
				Noun:  "row",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.Conn).QueryRowxContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).QueryRowx",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).QueryRowxContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).QueryRow",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).QueryRowContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).QueryRowx",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).QueryRowxContext",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.Stmt).QueryRowx",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.Stmt).QueryRowxContext",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"MapScan",
					"Scan",
					"SliceScan",
					"StructScan",
				},
				Failed: []string{
					"Err",
				},
				Context: true,
				Verb:    "scanned",
				Event:   "only Scan frees its connection, so a bounded pool runs dry",
				Why:     "https://pkg.go.dev/github.com/jmoiron/sqlx#Row",
			},
			{
				Name:  "sqlx.rows",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.Rows",
				Noun:  "rows",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.Conn).QueryxContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).NamedQuery",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).NamedQueryContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).Queryx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).QueryxContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).Queryx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.NamedStmt).QueryxContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.Stmt).Queryx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.Stmt).QueryxContext",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jmoiron/sqlx.NamedQuery",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/jmoiron/sqlx.NamedQueryContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Exhaust: []string{
					"Next",
					"NextResultSet",
				},
				Context: true,
				Verb:    "closed",
				Event:   "its connection stays checked out, and a bounded pool runs dry",
				Defer:   "defer %s.Close()",
				Why:     "https://pkg.go.dev/github.com/jmoiron/sqlx#Rows",
			},
			{
				Name:  "sqlx.stmt",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.Stmt",
				Noun:  "stmt",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.Conn).PreparexContext",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).Preparex",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).PreparexContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				EndsWith: []string{
					"*database/sql.Tx",
				},
				Verb:  "closed",
				Event: "the database keeps the prepared statement until its limit is reached",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/jmoiron/sqlx#DB.Preparex",
			},
			{
				Name:  "sqlx.tx",
				Check: "sqlclose",
				Type:  "*github.com/jmoiron/sqlx.Tx",
				Noun:  "tx",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/jmoiron/sqlx.Conn).BeginTxx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).BeginTxx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).Beginx",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).MustBegin",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/jmoiron/sqlx.DB).MustBeginTx",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Commit",
					"Rollback",
				},
				Context: true,
				Verb:    "committed or rolled back",
				Event:   "its connection and its locks stay held, and a bounded pool runs dry",
				Defer:   "defer %s.Rollback()",
				Why:     "https://pkg.go.dev/github.com/jmoiron/sqlx#DB.Beginx",
			},
		},
	},
	{
		Package: "github.com/klauspost/compress/zstd",
		Resources: []Kind{
			{
				Name:  "zstd.decoder",
				Check: "ioclose",
				Type:  "*github.com/klauspost/compress/zstd.Decoder",
				Noun:  "decoder",
				Acquire: []Acquire{
					{
						Func:  "github.com/klauspost/compress/zstd.NewReader",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its goroutines and buffers stay, one set more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/klauspost/compress/zstd",
			},
			{
				Name:  "zstd.encoder",
				Check: "ioclose",
				Type:  "*github.com/klauspost/compress/zstd.Encoder",
				Noun:  "encoder",
				Acquire: []Acquire{
					{
						Func:  "github.com/klauspost/compress/zstd.NewWriter",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Flush: true,
				Verb:  "closed",
				Event: "the end of the stream is never written, so whoever reads it sees it cut off",
				Why:   "https://pkg.go.dev/github.com/klauspost/compress/zstd",
			},
		},
	},
	{
		Package: "github.com/nats-io/nats.go",
		Resources: []Kind{
			{
				Name:  "nats.conn",
				Check: "ioclose",
				Type:  "*github.com/nats-io/nats.go.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "github.com/nats-io/nats.go.Connect",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"Drain",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/nats-io/nats.go",
			},
			{
				Name:  "nats.subscription",
				Check: "stopcheck",
				Type:  "*github.com/nats-io/nats.go.Subscription",
				Noun:  "subscription",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/nats-io/nats.go.Conn).ChanSubscribe",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/nats-io/nats.go.Conn).QueueSubscribe",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/nats-io/nats.go.Conn).Subscribe",
						Error: &numbers[2],
					},
					{
						Func:  "(*github.com/nats-io/nats.go.Conn).SubscribeSync",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Unsubscribe",
					"Drain",
				},
				Lives:  "process",
				Parent: true,
				Verb:   "unsubscribed",
				Event:  "the server goes on sending to it, one more per call",
				Defer:  "defer %s.Unsubscribe()",
				Why:    "https://pkg.go.dev/github.com/nats-io/nats.go",
			},
		},
	},
	{
		Package: "github.com/rabbitmq/amqp091-go",
		Resources: []Kind{
			{
				Name:  "amqp.channel",
				Check: "ioclose",
				Type:  "*github.com/rabbitmq/amqp091-go.Channel",
				Noun:  "channel",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/rabbitmq/amqp091-go.Connection).Channel",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives:  "process",
				Parent: true,
				Verb:   "closed",
				Event:  "the broker keeps the channel until the limit of its connection is reached",
				Defer:  "defer %s.Close()",
				Why:    "https://pkg.go.dev/github.com/rabbitmq/amqp091-go",
			},
			{
				Name:  "amqp.conn",
				Check: "ioclose",
				Type:  "*github.com/rabbitmq/amqp091-go.Connection",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "github.com/rabbitmq/amqp091-go.Dial",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/rabbitmq/amqp091-go.DialConfig",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/rabbitmq/amqp091-go.DialTLS",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"CloseDeadline",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/rabbitmq/amqp091-go",
			},
		},
	},
	{
		Package: "github.com/redis/go-redis/v9",
		Resources: []Kind{
			{
				Name:  "redis.client.v9",
				Check: "ioclose",
				Type:  "*github.com/redis/go-redis/v9.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "github.com/redis/go-redis/v9.NewClient",
						Error: &numbers[0],
					},
					{
						Func:  "github.com/redis/go-redis/v9.NewFailoverClient",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection pool stays, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/redis/go-redis/v9",
			},
			{
				Name:  "redis.pubsub.v9",
				Check: "ioclose",
				Type:  "*github.com/redis/go-redis/v9.PubSub",
				Noun:  "subscription",
				Acquire: []Acquire{
					{
						Func:  "(*github.com/redis/go-redis/v9.Client).Subscribe",
						Error: &numbers[0],
					},
					{
						Func:  "(*github.com/redis/go-redis/v9.Client).PSubscribe",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutine stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/redis/go-redis/v9",
			},
		},
	},
	{
		Package: "github.com/segmentio/kafka-go",
		Resources: []Kind{
			{
				Name:  "kafka.reader",
				Check: "ioclose",
				Type:  "*github.com/segmentio/kafka-go.Reader",
				Noun:  "reader",
				Acquire: []Acquire{
					{
						Func:  "github.com/segmentio/kafka-go.NewReader",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its group keeps a dead member and its connections, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/segmentio/kafka-go",
			},
			{
				Name:  "kafka.writer",
				Check: "ioclose",
				Type:  "*github.com/segmentio/kafka-go.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "github.com/segmentio/kafka-go.NewWriter",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "pending messages are lost and its connections stay",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/segmentio/kafka-go",
			},
		},
	},
	{
		Package: "github.com/syndtr/goleveldb/leveldb",
		Resources: []Kind{
			{
				Name:  "leveldb.db",
				Check: "ioclose",
				Type:  "*github.com/syndtr/goleveldb/leveldb.DB",
				Noun:  "db",
				Acquire: []Acquire{
					{
						Func:  "github.com/syndtr/goleveldb/leveldb.OpenFile",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "the lock on its directory stays, so nobody can open it again",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/syndtr/goleveldb/leveldb",
			},
		},
	},
	{
		Package: "github.com/xuri/excelize/v2",
		Resources: []Kind{
			{
				Name:  "excelize.file",
				Check: "ioclose",
				Type:  "*github.com/xuri/excelize/v2.File",
				Noun:  "workbook",
				Acquire: []Acquire{
					{
						Func:  "github.com/xuri/excelize/v2.OpenFile",
						Error: &numbers[2],
					},
					{
						Func:  "github.com/xuri/excelize/v2.OpenReader",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its temporary files stay on disk",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/github.com/xuri/excelize/v2",
			},
		},
	},
	{
		Package: "go.etcd.io/bbolt",
		Resources: []Kind{
			{
				Name:  "bolt.db",
				Check: "ioclose",
				Type:  "*go.etcd.io/bbolt.DB",
				Noun:  "db",
				Acquire: []Acquire{
					{
						Func:  "go.etcd.io/bbolt.Open",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "the lock on the file stays, and whoever opens it next waits for ever",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/go.etcd.io/bbolt",
			},
			{
				Name:  "bolt.tx",
				Check: "sqlclose",
				Type:  "*go.etcd.io/bbolt.Tx",
				Noun:  "tx",
				Acquire: []Acquire{
					{
						Func:  "(*go.etcd.io/bbolt.DB).Begin",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Rollback",
					"Commit",
				},
				Verb:  "committed or rolled back",
				Event: "the lock of the database stays, and the next writer waits for ever",
				Defer: "defer %s.Rollback()",
				Why:   "https://pkg.go.dev/go.etcd.io/bbolt",
			},
		},
	},
	{
		Package: "go.etcd.io/etcd/client/v3",
		Resources: []Kind{
			{
				Name:  "etcd.client",
				Check: "ioclose",
				Type:  "*go.etcd.io/etcd/client/v3.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "go.etcd.io/etcd/client/v3.New",
						Error: &numbers[2],
					},
					{
						Func:  "go.etcd.io/etcd/client/v3.NewFromURL",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/go.etcd.io/etcd/client/v3",
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/mongo",
		Resources: []Kind{
			{
				Name:  "mongo.client",
				Check: "ioclose",
				Type:  "*go.mongodb.org/mongo-driver/mongo.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "go.mongodb.org/mongo-driver/mongo.Connect",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Disconnect",
				},
				Lives: "process",
				Verb:  "disconnected",
				Event: "its connection pool stays, one more per call",
				Defer: "defer %s.Disconnect($ctx)",
				Why:   "https://pkg.go.dev/go.mongodb.org/mongo-driver/mongo",
			},
			{
				Name:  "mongo.cursor",
				Check: "sqlclose",
				Type:  "*go.mongodb.org/mongo-driver/mongo.Cursor",
				Noun:  "cursor",
				Acquire: []Acquire{
					{
						Func:  "(*go.mongodb.org/mongo-driver/mongo.Collection).Find",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/mongo.Collection).Aggregate",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/mongo.Database).Aggregate",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/mongo.Database).ListCollections",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"All",
				},
				Exhaust: []string{
					"Next",
				},
				Verb:  "closed",
				Event: "the server keeps the cursor and its session until it times out",
				Defer: "defer %s.Close($ctx)",
				Why:   "https://pkg.go.dev/go.mongodb.org/mongo-driver/mongo",
			},
		},
	},
	{
		Package: "go.mongodb.org/mongo-driver/v2/mongo",
		Resources: []Kind{
			{
				Name:  "mongo2.client",
				Check: "ioclose",
				Type:  "*go.mongodb.org/mongo-driver/v2/mongo.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "go.mongodb.org/mongo-driver/v2/mongo.Connect",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Disconnect",
				},
				Lives: "process",
				Verb:  "disconnected",
				Event: "its connection pool stays, one more per call",
				Defer: "defer %s.Disconnect($ctx)",
				Why:   "https://pkg.go.dev/go.mongodb.org/mongo-driver/v2/mongo",
			},
			{
				Name:  "mongo2.cursor",
				Check: "sqlclose",
				Type:  "*go.mongodb.org/mongo-driver/v2/mongo.Cursor",
				Noun:  "cursor",
				Acquire: []Acquire{
					{
						Func:  "(*go.mongodb.org/mongo-driver/v2/mongo.Collection).Find",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/v2/mongo.Collection).Aggregate",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/v2/mongo.Database).Aggregate",
						Error: &numbers[2],
					},
					{
						Func:  "(*go.mongodb.org/mongo-driver/v2/mongo.Database).ListCollections",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"All",
				},
				Exhaust: []string{
					"Next",
				},
				Verb:  "closed",
				Event: "the server keeps the cursor and its session until it times out",
				Defer: "defer %s.Close($ctx)",
				Why:   "https://pkg.go.dev/go.mongodb.org/mongo-driver/v2/mongo",
			},
		},
	},
	{
		Package: "go.opentelemetry.io/otel/trace",
		Resources: []Kind{
			{
				Name:  "otel.span",
				Check: "stopcheck",
				Type:  "go.opentelemetry.io/otel/trace.Span",
				Noun:  "span",
				Acquire: []Acquire{
					{
						Func:   "(go.opentelemetry.io/otel/trace.Tracer).Start",
						Result: 1,
						Error:  &numbers[0],
					},
				},
				Release: []string{
					"End",
				},
				Verb:  "ended",
				Event: "the span is never exported, so the trace has a hole where it failed",
				Defer: "defer %s.End()",
				Why:   "https://pkg.go.dev/go.opentelemetry.io/otel/trace",
			},
		},
	},
	{
		Package: "golang.org/x/crypto/ssh",
		Resources: []Kind{
			{
				Name:  "ssh.client",
				Check: "ioclose",
				Type:  "*golang.org/x/crypto/ssh.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "golang.org/x/crypto/ssh.Dial",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/golang.org/x/crypto/ssh",
			},
			{
				Name:  "ssh.session",
				Check: "ioclose",
				Type:  "*golang.org/x/crypto/ssh.Session",
				Noun:  "session",
				Acquire: []Acquire{
					{
						Func:  "(*golang.org/x/crypto/ssh.Client).NewSession",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives:  "main",
				Parent: true,
				Verb:   "closed",
				Event:  "the server keeps the session until the limit of its connection is reached",
				Defer:  "defer %s.Close()",
				Why:    "https://pkg.go.dev/golang.org/x/crypto/ssh",
			},
		},
	},
	{
		Package: "golang.org/x/sync/semaphore",
		Resources: []Kind{
			{
				Name:  "semaphore.weighted",
				Check: "unlockcheck",
				Type:  "*golang.org/x/sync/semaphore.Weighted",
				Noun:  "semaphore",
				Acquire: []Acquire{
					{
						Func:  "(*golang.org/x/sync/semaphore.Weighted).Acquire",
						Error: &numbers[1],
						Param: &numbers[1],
					},
					{
						Func:  "(*golang.org/x/sync/semaphore.Weighted).TryAcquire",
						Error: &numbers[1],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"Release",
				},
				Place: true,
				Verb:  "released",
				Event: "its weight is lost, and once all is lost every caller waits for ever",
				Why:   "https://pkg.go.dev/golang.org/x/sync/semaphore#Weighted.Release",
			},
		},
	},
	{
		Package: "google.golang.org/grpc",
		Resources: []Kind{
			{
				Name:  "grpc.conn",
				Check: "ioclose",
				Type:  "*google.golang.org/grpc.ClientConn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "google.golang.org/grpc.Dial",
						Error: &numbers[2],
					},
					{
						Func:  "google.golang.org/grpc.DialContext",
						Error: &numbers[2],
					},
					{
						Func:  "google.golang.org/grpc.NewClient",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its connection and goroutines stay, one more per call",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/google.golang.org/grpc",
			},
		},
	},
	{
		Package: "io",
		Resources: []Kind{
			{
				Name:  "io.closer",
				Check: "ioclose",
				Type:  "io.Closer",
				Noun:  "value",
				Verbs: []string{
					"Acquire",
					"Begin",
					"Connect",
					"Create",
					"Dial",
					"New",
					"Open",
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "what it holds (a file, a connection, a transaction) stays open until the process runs out of it",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io#Closer",
			},
			{
				Name:   "io.readcloser",
				Check:  "ioclose",
				Type:   "io.ReadCloser",
				Noun:   "reader",
				ByType: true,
				Acquire: []Acquire{
					{
						Func:  "(*archive/zip.File).Open",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "what it reads from (a file, a connection) stays open until the process runs out of descriptors",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io#Closer",
			},
			{
				Name:   "io.readseekcloser",
				Check:  "ioclose",
				Type:   "io.ReadSeekCloser",
				Noun:   "reader",
				ByType: true,
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "what it reads from (a file, a connection) stays open until the process runs out of descriptors",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io#Closer",
			},
			{
				Name:   "io.readwritecloser",
				Check:  "ioclose",
				Type:   "io.ReadWriteCloser",
				Noun:   "stream",
				ByType: true,
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and descriptor stay open until the process or the peer runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io#Closer",
			},
			{
				Name:   "io.writecloser",
				Check:  "ioclose",
				Type:   "io.WriteCloser",
				Noun:   "writer",
				ByType: true,
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "what was written may never arrive, and the descriptor stays open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io#Closer",
			},
		},
	},
	{
		Package: "io/fs",
		Resources: []Kind{
			{
				Name:  "fs.file",
				Check: "ioclose",
				Type:  "io/fs.File",
				Noun:  "file",
				Acquire: []Acquire{
					{
						Func:  "(io/fs.FS).Open",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/io/fs#File",
			},
		},
	},
	{
		Package: "k8s.io/apimachinery/pkg/watch",
		Resources: []Kind{
			{
				Name:   "k8s.watch",
				Check:  "stopcheck",
				Type:   "k8s.io/apimachinery/pkg/watch.Interface",
				Noun:   "watch",
				ByType: true,
				Release: []string{
					"Stop",
				},
				Verb:  "stopped",
				Event: "the API server goes on streaming to it",
				Defer: "defer %s.Stop()",
				Why:   "https://pkg.go.dev/k8s.io/apimachinery/pkg/watch",
			},
		},
	},
	{
		Package: "mime/multipart",
		Resources: []Kind{
			{
				Name:  "multipart.file",
				Check: "ioclose",
				Type:  "mime/multipart.File",
				Noun:  "file",
				Acquire: []Acquire{
					{
						Func:  "(*mime/multipart.FileHeader).Open",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Request).FormFile",
						Error: &numbers[3],
					},
				},
				Release: []string{
					"Close",
				},
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/mime/multipart#File",
			},
			{
				Name:  "multipart.writer",
				Check: "ioclose",
				Type:  "*mime/multipart.Writer",
				Noun:  "writer",
				Acquire: []Acquire{
					{
						Func:  "mime/multipart.NewWriter",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Close",
				},
				Flush: true,
				Verb:  "closed",
				Event: "the final boundary is never written, so the receiver rejects the form",
				Why:   "https://pkg.go.dev/mime/multipart#Writer.Close",
			},
		},
	},
	{
		Package: "net",
		Resources: []Kind{
			{
				Name:  "net.conn",
				Check: "ioclose",
				Type:  "net.Conn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "net.Dial",
						Error: &numbers[2],
					},
					{
						Func:  "net.DialTimeout",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.Dialer).Dial",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.Dialer).DialContext",
						Error: &numbers[2],
					},
					{
						Func:  "(net.Listener).Accept",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.TCPListener).Accept",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.UnixListener).Accept",
						Error: &numbers[2],
					},
					{
						Func:  "net.FileConn",
						Error: &numbers[2],
					},
					{
						Func:  "(*crypto/tls.Dialer).Dial",
						Error: &numbers[2],
					},
					{
						Func:  "(*crypto/tls.Dialer).DialContext",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Failed: []string{
					"SetDeadline",
					"SetReadDeadline",
					"SetWriteDeadline",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and descriptor stay open until the process or the peer runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#Conn",
			},
			{
				Name:  "net.listener",
				Check: "ioclose",
				Type:  "net.Listener",
				Noun:  "listener",
				Acquire: []Acquire{
					{
						Func:  "net.Listen",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.ListenConfig).Listen",
						Error: &numbers[2],
					},
					{
						Func:  "crypto/tls.Listen",
						Error: &numbers[2],
					},
					{
						Func:  "net.FileListener",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its port stays taken and its descriptor open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#Listener",
			},
			{
				Name:  "net.packetconn",
				Check: "ioclose",
				Type:  "net.PacketConn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "net.ListenPacket",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.ListenConfig).ListenPacket",
						Error: &numbers[2],
					},
					{
						Func:  "net.FilePacketConn",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its port stays taken and its descriptor open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#PacketConn",
			},
			{
				Name:  "net.tcpconn",
				Check: "ioclose",
				Type:  "*net.TCPConn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "net.DialTCP",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.TCPListener).AcceptTCP",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.Dialer).DialTCP",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Failed: []string{
					"SetDeadline",
					"SetKeepAlive",
					"SetKeepAlivePeriod",
					"SetLinger",
					"SetNoDelay",
					"SetReadDeadline",
					"SetWriteDeadline",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and descriptor stay open until the process or the peer runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#TCPConn",
			},
			{
				Name:  "net.tcplistener",
				Check: "ioclose",
				Type:  "*net.TCPListener",
				Noun:  "listener",
				Acquire: []Acquire{
					{
						Func:  "net.ListenTCP",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its port stays taken and its descriptor open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#TCPListener",
			},
			{
				Name:  "net.udpconn",
				Check: "ioclose",
				Type:  "*net.UDPConn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "net.DialUDP",
						Error: &numbers[2],
					},
					{
						Func:  "net.ListenUDP",
						Error: &numbers[2],
					},
					{
						Func:  "net.ListenMulticastUDP",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.Dialer).DialUDP",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Failed: []string{
					"SetDeadline",
					"SetReadDeadline",
					"SetWriteDeadline",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its port stays taken and its descriptor open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#UDPConn",
			},
			{
				Name:  "net.unixconn",
				Check: "ioclose",
				Type:  "*net.UnixConn",
				Noun:  "conn",
				Acquire: []Acquire{
					{
						Func:  "net.DialUnix",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.UnixListener).AcceptUnix",
						Error: &numbers[2],
					},
					{
						Func:  "net.ListenUnixgram",
						Error: &numbers[2],
					},
					{
						Func:  "(*net.Dialer).DialUnix",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Failed: []string{
					"SetDeadline",
					"SetReadDeadline",
					"SetWriteDeadline",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection and descriptor stay open until the process or the peer runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#UnixConn",
			},
			{
				Name:  "net.unixlistener",
				Check: "ioclose",
				Type:  "*net.UnixListener",
				Noun:  "listener",
				Acquire: []Acquire{
					{
						Func:  "net.ListenUnix",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its socket stays taken and its descriptor open",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net#UnixListener",
			},
		},
	},
	{
		Package: "net/http",
		Resources: []Kind{
			{
				Name:  "http.file",
				Check: "ioclose",
				Type:  "net/http.File",
				Noun:  "file",
				Acquire: []Acquire{
					{
						Func:  "(net/http.FileSystem).Open",
						Error: &numbers[2],
					},
					{
						Func:  "(net/http.Dir).Open",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net/http#File",
			},
			{
				Name:   "http.response",
				Check:  "httpclose",
				Type:   "*net/http.Response",
				Field:  "Body",
				Noun:   "resp",
				ByType: true,
				Acquire: []Acquire{
					{
						Func:  "net/http.Get",
						Error: &numbers[2],
					},
					{
						Func:  "net/http.Post",
						Error: &numbers[2],
					},
					{
						Func:  "net/http.PostForm",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Client).Do",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Client).Get",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Client).Post",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Client).PostForm",
						Error: &numbers[2],
					},
					{
						Func:  "(net/http.RoundTripper).RoundTrip",
						Error: &numbers[2],
					},
					{
						Func:  "(*net/http.Transport).RoundTrip",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"(*net/http.Response).Write",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "unless it is read to the end, its connection stays open, one more per call",
				Defer: "defer %s.Body.Close()",
				Why:   "https://pkg.go.dev/net/http#Response",
			},
		},
	},
	{
		Package: "net/smtp",
		Resources: []Kind{
			{
				Name:  "smtp.client",
				Check: "ioclose",
				Type:  "*net/smtp.Client",
				Noun:  "client",
				Acquire: []Acquire{
					{
						Func:  "net/smtp.Dial",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
					"Quit",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its connection stays open until the process or the server runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/net/smtp",
			},
		},
	},
	{
		Package: "os",
		Resources: []Kind{
			{
				Name:  "os.file",
				Check: "ioclose",
				Type:  "*os.File",
				Noun:  "file",
				Acquire: []Acquire{
					{
						Func:  "os.Open",
						Error: &numbers[2],
					},
					{
						Func:  "os.Create",
						Error: &numbers[2],
					},
					{
						Func:  "os.OpenFile",
						Error: &numbers[2],
					},
					{
						Func:  "os.CreateTemp",
						Error: &numbers[2],
					},
					{
						Func:  "os.OpenInRoot",
						Error: &numbers[2],
					},
					{
						Func:  "io/ioutil.TempFile",
						Error: &numbers[2],
					},
					{
						Func:  "(*os.Root).Open",
						Error: &numbers[2],
					},
					{
						Func:  "(*os.Root).Create",
						Error: &numbers[2],
					},
					{
						Func:  "(*os.Root).OpenFile",
						Error: &numbers[2],
					},
					{
						Func:  "os.Pipe",
						Error: &numbers[3],
					},
					{
						Func:   "os.Pipe",
						Result: 1,
						Error:  &numbers[3],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "main",
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/os#File.Close",
			},
			{
				Name:  "os.root",
				Check: "ioclose",
				Type:  "*os.Root",
				Noun:  "root",
				Acquire: []Acquire{
					{
						Func:  "os.OpenRoot",
						Error: &numbers[2],
					},
					{
						Func:  "(*os.Root).OpenRoot",
						Error: &numbers[2],
					},
				},
				Release: []string{
					"Close",
				},
				Lives: "process",
				Verb:  "closed",
				Event: "its file descriptor stays open until the process runs out of them",
				Defer: "defer %s.Close()",
				Why:   "https://pkg.go.dev/os#Root.Close",
			},
		},
	},
	{
		Package: "os/exec",
		Resources: []Kind{
			{
				Name:  "exec.cmd",
				Check: "stopcheck",
				Type:  "*os/exec.Cmd",
				Field: "Process",
				Noun:  "process",
				Acquire: []Acquire{
					{
						Func:  "(*os/exec.Cmd).Start",
						Error: &numbers[1],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"Wait",
					"Release",
				},
				Lives: "process",
				Verb:  "waited for",
				Event: "the child stays a zombie when it exits, and its pipes stay open",
				Why:   "https://pkg.go.dev/os/exec#Cmd.Wait",
			},
		},
	},
	{
		Package: "os/signal",
		Resources: []Kind{
			{
				Name:  "signal.notify",
				Check: "stopcheck",
				Type:  "chan<- os.Signal",
				Noun:  "signal channel",
				Acquire: []Acquire{
					{
						Func:  "os/signal.Notify",
						Error: &numbers[0],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"os/signal.Stop",
				},
				Lives: "process",
				Verb:  "stopped",
				Event: "the runtime keeps the channel and sends to it, one more per call",
				Defer: "defer signal.Stop(%s)",
				Why:   "https://pkg.go.dev/os/signal#Stop",
			},
		},
	},
	{
		Package: "process",
		NoReturn: []string{
			"(*github.com/sirupsen/logrus.Entry).Fatal",
			"(*github.com/sirupsen/logrus.Entry).Fatalf",
			"(*github.com/sirupsen/logrus.Entry).Fatalln",
			"(*github.com/sirupsen/logrus.Entry).Panic",
			"(*github.com/sirupsen/logrus.Entry).Panicf",
			"(*github.com/sirupsen/logrus.Logger).Fatal",
			"(*github.com/sirupsen/logrus.Logger).Fatalf",
			"(*github.com/sirupsen/logrus.Logger).Fatalln",
			"(*go.uber.org/zap.Logger).Fatal",
			"(*go.uber.org/zap.Logger).Panic",
			"(*go.uber.org/zap.SugaredLogger).Fatal",
			"(*go.uber.org/zap.SugaredLogger).Fatalf",
			"(*go.uber.org/zap.SugaredLogger).Fatalw",
			"(*go.uber.org/zap.SugaredLogger).Panicf",
			"(*log.Logger).Fatal",
			"(*log.Logger).Fatalf",
			"(*log.Logger).Fatalln",
			"(*log.Logger).Panic",
			"(*log.Logger).Panicf",
			"(*log.Logger).Panicln",
			"(*testing.common).FailNow",
			"(*testing.common).Fatal",
			"(*testing.common).Fatalf",
			"(*testing.common).Skip",
			"(*testing.common).SkipNow",
			"(*testing.common).Skipf",
			"(testing.TB).FailNow",
			"(testing.TB).Fatal",
			"(testing.TB).Fatalf",
			"(testing.TB).Skip",
			"(testing.TB).SkipNow",
			"(testing.TB).Skipf",
			"github.com/sirupsen/logrus.Fatal",
			"github.com/sirupsen/logrus.Fatalf",
			"github.com/sirupsen/logrus.Fatalln",
			"github.com/sirupsen/logrus.Panic",
			"github.com/sirupsen/logrus.Panicf",
			"log.Fatal",
			"log.Fatalf",
			"log.Fatalln",
			"log.Panic",
			"log.Panicf",
			"log.Panicln",
			"os.Exit",
			"runtime.Goexit",
			"syscall.Exit",
		},
		Takers: []string{
			"context.WithValue",
			"(*log.Logger).SetOutput",
			"(*net/http.Client).Post",
			"(*github.com/sirupsen/logrus.Logger).SetOutput",
			"github.com/sirupsen/logrus.SetOutput",
			"log.New",
			"log.SetOutput",
			"log/slog.New",
			"log/slog.NewJSONHandler",
			"log/slog.NewTextHandler",
			"log/slog.NewJSONHandler",
			"log/slog.NewTextHandler",
			"net/http.NewRequest",
			"net/http.NewRequestWithContext",
			"net/http.Post",
		},
		ReleaseNames: []string{
			"Abort",
			"Cancel",
			"Cleanup",
			"Close",
			"CloseNow",
			"CloseWithError",
			"Commit",
			"Destroy",
			"Disconnect",
			"Discard",
			"Dispose",
			"Drain",
			"End",
			"Finish",
			"Free",
			"Hijack",
			"Kill",
			"Quit",
			"RUnlock",
			"Release",
			"Rollback",
			"Shutdown",
			"Stop",
			"Terminate",
			"Unlock",
			"Unsubscribe",
			"Wait",
			"close",
			"release",
			"shutdown",
			"stop",
		},
		Commands: []string{
			"*github.com/spf13/cobra.Command",
			"*github.com/urfave/cli.Context",
			"*github.com/urfave/cli/v2.Context",
			"*github.com/urfave/cli/v3.Command",
			"*testing.M",
		},
	},
	{
		Package: "sync",
		Resources: []Kind{
			{
				Name:  "sync.mutex",
				Check: "unlockcheck",
				Type:  "*sync.Mutex",
				Noun:  "lock",
				Acquire: []Acquire{
					{
						Func:  "(*sync.Mutex).Lock",
						Error: &numbers[0],
						Param: &numbers[1],
					},
					{
						Func:  "(*sync.Mutex).TryLock",
						Error: &numbers[1],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"Unlock",
				},
				Place: true,
				Verb:  "unlocked",
				Event: "every later caller waits for it for ever",
				Why:   "https://pkg.go.dev/sync#Mutex",
			},
			{
				Name:  "sync.rlock",
				Check: "unlockcheck",
				Type:  "*sync.RWMutex (read)",
				Noun:  "read lock",
				Acquire: []Acquire{
					{
						Func:  "(*sync.RWMutex).RLock",
						Error: &numbers[0],
						Param: &numbers[1],
					},
					{
						Func:  "(*sync.RWMutex).TryRLock",
						Error: &numbers[1],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"RUnlock",
				},
				Place: true,
				Verb:  "unlocked",
				Event: "the next writer waits for it for ever, and every reader behind that writer",
				Why:   "https://pkg.go.dev/sync#RWMutex",
			},
			{
				Name:  "sync.rwmutex",
				Check: "unlockcheck",
				Type:  "*sync.RWMutex",
				Noun:  "lock",
				Acquire: []Acquire{
					{
						Func:  "(*sync.RWMutex).Lock",
						Error: &numbers[0],
						Param: &numbers[1],
					},
					{
						Func:  "(*sync.RWMutex).TryLock",
						Error: &numbers[1],
						Param: &numbers[1],
					},
				},
				Release: []string{
					"Unlock",
				},
				Place: true,
				Verb:  "unlocked",
				Event: "every later caller waits for it for ever",
				Why:   "https://pkg.go.dev/sync#RWMutex",
			},
		},
	},
	{
		Package: "time",
		Resources: []Kind{
			{
				Name:  "time.ticker",
				Check: "stopcheck",
				Type:  "*time.Ticker",
				Noun:  "ticker",
				Acquire: []Acquire{
					{
						Func:  "time.NewTicker",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Stop",
				},
				Lives: "process",
				Until: "go1.23",
				Verb:  "stopped",
				Event: "before Go 1.23 the runtime keeps it and fires it for ever, one more per call",
				Defer: "defer %s.Stop()",
				Why:   "https://pkg.go.dev/time#NewTicker",
			},
			{
				Name:  "time.timer",
				Check: "stopcheck",
				Type:  "*time.Timer",
				Noun:  "timer",
				Acquire: []Acquire{
					{
						Func:  "time.NewTimer",
						Error: &numbers[0],
					},
				},
				Release: []string{
					"Stop",
				},
				Fires: true,
				Lives: "process",
				Until: "go1.23",
				Verb:  "stopped",
				Event: "before Go 1.23 the runtime keeps it until it fires, one more per call",
				Defer: "defer %s.Stop()",
				Why:   "https://pkg.go.dev/time#NewTimer",
			},
		},
	},
}
