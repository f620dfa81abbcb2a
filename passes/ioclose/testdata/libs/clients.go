package libs

import (
	"context"
	"io"
	"net/http"

	"cloud.google.com/go/storage"
	coder "github.com/coder/websocket"
	"github.com/docker/docker/client"
	"github.com/gorilla/websocket"
	"golang.org/x/crypto/ssh"
	"google.golang.org/grpc"
)

func badStorageClient(ctx context.Context) error {
	c, err := storage.NewClient(ctx) // want `^c is never closed \(its connections and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	c.Buckets(ctx, "p")
	return nil
}

func okStorageClient(ctx context.Context) error {
	c, err := storage.NewClient(ctx)
	if err != nil {
		return err
	}
	defer c.Close() // on every path
	c.Buckets(ctx, "p")
	return nil
}

func badStorageReader(ctx context.Context, o *storage.ObjectHandle) ([]byte, error) {
	r, err := o.NewReader(ctx) // want `^r is never closed \(unless it is read to the end, its connection stays open, one more per call\)$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func okStorageReader(ctx context.Context, o *storage.ObjectHandle) (io.ReadCloser, error) {
	r, err := o.NewRangeReader(ctx, 0, 8)
	if err != nil {
		return nil, err
	}
	return r, nil // the caller owns it
}

func badStorageWriter(ctx context.Context, o *storage.ObjectHandle, data []byte) error {
	w := o.NewWriter(ctx) // want `^w is never closed \(only Close creates the object, so what was written is lost\)$`
	_, err := w.Write(data)
	return err
}

func okStorageWriter(ctx context.Context, o *storage.ObjectHandle, data []byte) error {
	w := o.NewWriter(ctx)
	if _, err := w.Write(data); err != nil {
		return err // nothing is owed to an object that failed
	}
	return w.Close()
}

func badCoderAccept(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	c, err := coder.Accept(w, r, nil) // want `^c is not closed when c.Ping fails \(its connection stays open until the process runs out of descriptors\)$`
	if err != nil {
		return err
	}
	if err := c.Ping(ctx); err != nil {
		return err
	}
	return c.Close(coder.StatusNormalClosure, "")
}

func badCoderDial(ctx context.Context, url string) error {
	c, _, err := coder.Dial(ctx, url, nil) // want `^c is never closed `
	if err != nil {
		return err
	}
	return c.Ping(ctx)
}

func okCoder(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	c, err := coder.Accept(w, r, nil)
	if err != nil {
		return err
	}
	defer c.CloseNow() // does nothing after Close
	if err := c.Ping(ctx); err != nil {
		return err
	}
	return c.Close(coder.StatusNormalClosure, "")
}

func badDocker(ctx context.Context, id string) error {
	cli, err := client.NewClientWithOpts() // want `^cli is never closed \(its idle connections stay, one more per call\)$`
	if err != nil {
		return err
	}
	return cli.ContainerKill(ctx, id, "KILL")
}

func okDocker(ctx context.Context, id string) error {
	cli, err := client.NewEnvClient()
	if err != nil {
		return err
	}
	defer cli.Close() // on every path
	return cli.ContainerKill(ctx, id, "KILL")
}

func badGorillaUpgrade(u *websocket.Upgrader, w http.ResponseWriter, r *http.Request) {
	conn, err := u.Upgrade(w, r, nil) // want `^conn is never closed \(its connection stays open until the process runs out of descriptors\)$`
	if err != nil {
		return
	}
	_ = conn.WriteMessage(1, nil)
}

func badGorillaDial(url string) error {
	conn, _, err := websocket.DefaultDialer.Dial(url, nil) // want `^conn is never closed `
	if err != nil {
		return err
	}
	return conn.WriteMessage(1, nil)
}

func okGorilla(ctx context.Context, url string) error {
	conn, _, err := websocket.DefaultDialer.DialContext(ctx, url, nil)
	if err != nil {
		return err
	}
	defer conn.Close() // on every path
	return conn.WriteMessage(1, nil)
}

func badSSH(addr string) error {
	c, err := ssh.Dial("tcp", addr, nil) // want `^c is not closed when c.NewSession fails \(its connection and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	s, err := c.NewSession()
	if err != nil {
		return err
	}
	defer c.Close()
	defer s.Close()
	return s.Run("ls")
}

func okSSH(addr string) error {
	c, err := ssh.Dial("tcp", addr, nil)
	if err != nil {
		return err
	}
	defer c.Close() // promoted from an embedded interface
	s, err := c.NewSession()
	if err != nil {
		return err
	}
	return s.Close()
}

func badSSHSession(c *ssh.Client) error {
	s, err := c.NewSession() // want `^s is never closed \(the server keeps the session until the limit of its connection is reached\)$`
	if err != nil {
		return err
	}
	return s.Run("ls")
}

func okSSHSession(c *ssh.Client) error {
	s, err := c.NewSession()
	if err != nil {
		return err
	}
	defer s.Close() // on every path
	return s.Run("ls")
}

func badGRPC(ctx context.Context, target string) error {
	conn, err := grpc.NewClient(target) // want `^conn is never closed \(its connection and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	return conn.Invoke(ctx, "m", nil, nil)
}

// A service closes its connection.
type service struct{ conn *grpc.ClientConn }

func (s *service) Close() error { return s.conn.Close() }

func okGRPC(ctx context.Context, target string) (*service, error) {
	conn, err := grpc.DialContext(ctx, target)
	if err != nil {
		return nil, err
	}
	return &service{conn}, nil // the caller owns the service
}

// The connection that the function closes ends its sessions.
func okSSHSessionOfOwn(c *ssh.Client) error {
	defer c.Close()
	_, err := c.NewSession()
	return err
}
