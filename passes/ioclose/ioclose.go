package ioclose

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// Listening is the list of kinds that most programs open once and serve until
// they end. What a path loses of them is lost once, and half of such findings in
// a read sample were of paths that cannot happen: they are notes.
var Listening = []string{"net.listener", "net.packetconn", "net.tcplistener", "net.udpconn", "net.unixlistener"}

// Analyzer reports files, connections and other closers that some path leaves behind. The
// category of a finding is the kind of the resource.
var Analyzer = leakpass.New("ioclose", doc, Listening...)
