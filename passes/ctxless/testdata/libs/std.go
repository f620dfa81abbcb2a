package libs

import (
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/url"
	"os/exec"
	"time"
)

func badConvert(w http.ResponseWriter, r *http.Request) {
	out, err := exec.Command("convert", "-", "png:-").CombinedOutput() // want `^exec\.Command ignores the context in scope \(r\.Context\(\)\)`
	if err != nil {
		http.Error(w, "no picture", http.StatusInternalServerError)
		return
	}
	w.Write(out)
}

func badPiped(ctx context.Context, src io.Reader, dst io.Writer) error {
	cmd := exec.Command("gzip", "-c") // want `^exec\.Command ignores the context in scope \(ctx\)`
	cmd.Stdin = src
	cmd.Stdout = dst
	return cmd.Run()
}

func badProbe(ctx context.Context, addr string) error {
	conn, err := net.Dial("tcp", addr) // want `^net\.Dial ignores the context in scope \(ctx\)`
	if err != nil {
		return err
	}
	return conn.Close()
}

func badDialer(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: time.Minute}
	return d.Dial("tcp", addr) // want `^d\.Dial ignores the context in scope \(ctx\)`
}

func badMail(r *http.Request, domain string) bool {
	mx, err := net.LookupMX(domain) // want `^net\.LookupMX ignores the context in scope \(r\.Context\(\)\)`
	return err == nil && len(mx) > 0
}

func badFetch(ctx context.Context, url string) ([]byte, error) {
	resp, err := http.Get(url) // want `^http\.Get ignores the context in scope \(ctx\)`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func badPostForm(w http.ResponseWriter, r *http.Request) {
	resp, err := http.PostForm("http://captcha.test/verify", url.Values{"token": {r.FormValue("token")}}) // want `^http\.PostForm ignores the context in scope \(r\.Context\(\)\)`
	if err != nil {
		http.Error(w, "no answer", http.StatusBadGateway)
		return
	}
	resp.Body.Close()
}

type weather struct{ client *http.Client }

func (s *weather) badClient(ctx context.Context) (int, error) {
	resp, err := s.client.Get("http://weather.test/today") // want `^s\.client\.Get ignores the context in scope \(ctx\)`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func (s *weather) badRequest(ctx context.Context, body []byte) error {
	req, err := http.NewRequest(http.MethodPost, "http://weather.test/report", bytes.NewReader(body)) // want `^http\.NewRequest ignores the context in scope \(ctx\)`
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := s.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A handler in a literal.
func badLiteral(client *http.Client) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Head("http://origin.test") // want `^client\.Head ignores the context in scope \(r\.Context\(\)\)`
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		resp.Body.Close()
	})
}

func okConvert(w http.ResponseWriter, r *http.Request) {
	out, _ := exec.CommandContext(r.Context(), "convert", "-", "png:-").Output()
	w.Write(out)
}

func okProbe(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func okTLS(ctx context.Context, addr string) (net.Conn, error) {
	d := tls.Dialer{NetDialer: &net.Dialer{Timeout: time.Second}}
	return d.DialContext(ctx, "tcp", addr)
}

func okDialTimeout(ctx context.Context, addr string) (net.Conn, error) {
	return net.DialTimeout("tcp", addr, time.Second) // waits no longer than that
}

func okMail(ctx context.Context, domain string) bool {
	mx, err := net.DefaultResolver.LookupMX(ctx, domain)
	return err == nil && len(mx) > 0
}

func (s *weather) okRequest(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://weather.test/today", nil)
	if err != nil {
		return nil, err
	}
	return s.client.Do(req)
}

func (s *weather) okAttached(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://weather.test/today", nil)
	if err != nil {
		return
	}
	req = req.WithContext(r.Context())
	if resp, err := s.client.Do(req); err == nil {
		resp.Body.Close()
	}
}

func okLookPath(ctx context.Context) (string, error) { return exec.LookPath("convert") } // local

func okListen(ctx context.Context) (net.Listener, error) { return net.Listen("tcp", ":0") } // local

func okParse(ctx context.Context, s string) (*url.URL, error) { return url.Parse(s) }

// The handshake has no limit either way.
func badTLS(ctx context.Context, addr string, cfg *tls.Config) (net.Conn, error) {
	return tls.Dial("tcp", addr, cfg) // want `^tls\.Dial ignores the context in scope \(ctx\)`
}

func badTLSDialer(ctx context.Context, d *net.Dialer, addr string, cfg *tls.Config) (net.Conn, error) {
	return tls.DialWithDialer(d, "tcp", addr, cfg) // want `^tls\.DialWithDialer ignores the context in scope \(ctx\)`
}
