package ioclose

import (
	_ "embed"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// listening is the list of kinds that most programs open once and serve until
// they end. What a path loses of them is lost once, and half of such findings in
// a read sample were of paths that cannot happen: they are notes.
var listening = []string{"net.listener", "net.packetconn", "net.tcplistener", "net.udpconn", "net.unixlistener"}

// Notes lists categories of level note: listening; files of an fs.FS or
// http.FileSystem, which mostly is embedded and holds nothing; and clients and
// databases of which a program has one, in a function that opens it for its caller
// and fails afterwards, where mostly the program ends with that error.
var Notes = append(strings.Fields(`
	amqp.conn.start bolt.db.start docker.client.start etcd.client.start fsnotify.watcher.start
	fs.file gcs.client.start http.file kafka.reader.start kafka.writer.start mongo.client.start
	mongo2.client.start nats.conn.start redis.client.v8.start redis.client.v9.start`), listening...)

// Analyzer reports files, connections and other closers that some path leaves behind. The
// category of a finding is the kind of the resource.
var Analyzer = leakpass.New("ioclose", doc, Notes...)
