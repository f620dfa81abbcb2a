package basic

import (
	"bufio"
	"errors"
	"io"
	"net"
	"os"
	"sync"
)

// A table owns its two files: it is a resource itself.
type table struct {
	index *os.File
	data  *os.File
}

func (t *table) Close() error { return errors.Join(t.index.Close(), t.data.Close()) }

func (t *table) len() (int64, error) {
	st, err := t.index.Stat()
	if err != nil {
		return 0, err
	}
	return st.Size(), nil
}

// The second step fails and the first is forgotten.
func badConstructor(name string) (*table, error) {
	index, err := os.Open(name + ".idx") // want `^index is not closed when os.Open fails `
	if err != nil {
		return nil, err
	}
	data, err := os.Open(name + ".dat")
	if err != nil {
		return nil, err
	}
	return &table{index: index, data: data}, nil
}

func badAfterStore(name string) (*table, error) {
	index, err := os.Open(name + ".idx") // want `^index is not closed when t.len fails `
	if err != nil {
		return nil, err
	}
	t := &table{index: index}
	if _, err := t.len(); err != nil {
		return nil, err
	}
	return t, nil
}

func openTable(name string) (*table, error) {
	index, err := os.Open(name + ".idx")
	if err != nil {
		return nil, err
	}
	data, err := os.Open(name + ".dat")
	if err != nil {
		index.Close()
		return nil, err
	}
	return &table{index: index, data: data}, nil
}

func badOwner(name string) (int64, error) {
	t, err := openTable(name) // want `^t is never closed \(it holds a file: its file descriptor stays open until the process runs out of them\)$`
	if err != nil {
		return 0, err
	}
	return t.len()
}

func okOwner(name string) (int64, error) {
	t, err := openTable(name)
	if err != nil {
		return 0, err
	}
	defer t.Close()
	return t.len()
}

// A store owns a table, so it is a resource as well.
type store struct {
	mu     sync.Mutex
	tables []*table
	main   *table
}

func (s *store) Shutdown() {
	for _, t := range s.tables {
		t.Close()
	}
	s.main.Close()
}

func newStore(name string) (*store, error) {
	t, err := openTable(name)
	if err != nil {
		return nil, err
	}
	return &store{main: t}, nil
}

func badOwnerOfOwner(name string) error {
	s, err := newStore(name) // want `^s is never released with Shutdown \(it holds a file: `
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return nil
}

func okOwnerOfOwner(name string) error {
	s, err := newStore(name)
	if err != nil {
		return err
	}
	defer s.Shutdown()
	return nil
}

// A dump keeps its file where nobody can close it.
type dump struct {
	out *bufio.Writer
	f   *os.File
}

func badNoMethod(name string) (*dump, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &dump{out: bufio.NewWriter(f), f: f}, nil // want `^f is stored in a struct, no method of which gets it closed `
}

// The Close of a pair forgets b.
type pair struct{ a, b *os.File }

func (p *pair) Close() error { return p.a.Close() }

func (p *pair) badForgottenField(name string) (err error) {
	p.a, err = os.Open(name + ".a")
	if err != nil {
		return err
	}
	p.b, err = os.Open(name + ".b") // want `^the result of os.Open is stored in a struct, no method of which gets it closed `
	return err
}

// An embedded connection brings its Close along.
type peer struct {
	net.Conn
	name string
}

func dialPeer(addr string) (*peer, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &peer{conn, addr}, nil
}

func badEmbedded(addr string) (string, error) {
	p, err := dialPeer(addr) // want `^p is never closed `
	if err != nil {
		return "", err
	}
	return p.name, nil
}

func okEmbedded(addr string) (string, error) {
	p, err := dialPeer(addr)
	if err != nil {
		return "", err
	}
	defer p.Close()
	return p.name, nil
}

// The worker closes its connection when it ends.
type worker struct{ conn net.Conn }

func (w *worker) run() {
	defer w.conn.Close()
	_, _ = io.Copy(io.Discard, w.conn)
}

func okWorker(addr string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	w := &worker{conn: conn}
	go w.run()
	return nil
}

// A registry takes what is stored in it.
type registry struct{ open map[string]*table }

func (r *registry) okMap(name string) error {
	t, err := openTable(name)
	if err != nil {
		return err
	}
	r.open[name] = t
	return nil
}

type option func(*config)

type config struct{ log *os.File }

func (c *config) close() { c.log.Close() }

func okOption(name string) (option, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return func(c *config) { c.log = f }, nil // the option carries it
}

// A Once that closes later is an owner like any other closure.
func okOnce(name string) (func(), error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	var once sync.Once
	return func() { once.Do(func() { f.Close() }) }, nil
}

// Nothing can be lost where the whole process ends.
func okExit(name string) *os.File {
	f, err := os.Open(name)
	if err != nil {
		os.Exit(1)
	}
	return f
}

// Parameters that a constructor of another kind keeps.
type params struct {
	f    *os.File
	name string
}

type driver struct{ p params }

func newDriver(p params) *driver { return &driver{p} }

func okParams(name string) (*driver, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	p := params{f: f, name: name}
	return newDriver(p), nil // the driver has it
}

// A variable of several types, wrapped where it fits.
func okWrappedLater(name string, big bool) (any, error) {
	var (
		v   any
		err error
	)
	if big {
		v, err = net.Dial("tcp", name)
	}
	if conn, ok := v.(net.Conn); ok {
		v = peer{conn, name}
	}
	return v, err
}

type timed struct {
	*net.TCPConn
	n int
}

func okKeepFlag(addr string, n int) (net.Conn, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	keep := false
	defer func() {
		if !keep {
			conn.Close()
		}
	}()
	if t, ok := conn.(*net.TCPConn); ok && n > 0 {
		conn = &timed{TCPConn: t, n: n}
	}
	keep = true
	return conn, nil
}

// The variable is wider than what it holds: no fix could close it.
func badAny(name string, check func(any) error) (any, error) {
	var v any
	v, err := net.Dial("tcp", name) // want `^v is not closed when check fails `
	if err != nil {
		return nil, err
	}
	if err := check(name); err != nil {
		return nil, err
	}
	return v, nil
}

func okServedInGoroutine(addr string, serve interface{ Serve(net.Listener) error }) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	go func() {
		if err := serve.Serve(l); err != nil { // may close it
			println(err)
		}
	}()
	return nil
}

// The new state replaces the old one by value.
func (t *table) okReplaced(name string) error {
	n, err := openTable(name)
	if err != nil {
		return err
	}
	*t = *n
	return nil
}
