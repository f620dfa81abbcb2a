package basic

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/smtp"
	"os/exec"
	"time"
)

func badDial(addr string) error {
	conn, err := net.Dial("tcp", addr) // want `^net\.Dial has no time limit`
	if err != nil {
		return err
	}
	return conn.Close()
}

// The deadline comes after the dial.
func badDialThenDeadline(addr string) error {
	conn, err := net.Dial("tcp", addr) // want `^net\.Dial has no time limit`
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return err
	}
	_, err = conn.Write([]byte("PING\r\n"))
	return err
}

func badTLSDial(addr string) error {
	conn, err := tls.Dial("tcp", addr, &tls.Config{MinVersion: tls.VersionTLS13}) // want `^tls\.Dial has no time limit`
	if err != nil {
		return err
	}
	return conn.Close()
}

func badSendMail(to string, msg []byte) error {
	auth := smtp.PlainAuth("", "robot", "secret", "mail.example.com")
	return smtp.SendMail("mail.example.com:587", auth, "robot@example.com", []string{to}, msg) // want `^smtp\.SendMail has no time limit`
}

func FN_execRun(w http.ResponseWriter, r *http.Request) {
	if err := exec.Command("pdftotext", r.FormValue("file")).Run(); err != nil {
		http.Error(w, "no text", http.StatusInternalServerError)
	}
}

func FN_execOutput(w http.ResponseWriter, r *http.Request) {
	out, err := exec.Command("git", "rev-parse", "HEAD").Output()
	if err != nil {
		http.Error(w, "no version", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(out)
}

func FN_execInHandlerLiteral(mux *http.ServeMux) {
	mux.HandleFunc("/thumb", func(w http.ResponseWriter, r *http.Request) {
		out, err := exec.Command("convert", r.FormValue("image"), "png:-").CombinedOutput()
		if err != nil {
			http.Error(w, "no image", http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(out)
	})
}

func okDialTimeout(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return err
	}
	return conn.Close()
}

func okDialer(addr string) error {
	d := net.Dialer{Timeout: 3 * time.Second}
	conn, err := d.Dial("tcp", addr)
	if err != nil {
		return err
	}
	return conn.Close()
}

func okDialContext(ctx context.Context, addr string) error {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	return conn.Close()
}

// Nobody is asked when a datagram socket is connected.
func okDialDatagrams() (net.Addr, error) {
	conn, err := net.Dial("udp", "192.0.2.1:9")
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return conn.LocalAddr(), nil
}

func okTLSDialer(addr string) error {
	conn, err := tls.DialWithDialer(&net.Dialer{Timeout: time.Second}, "tcp", addr, nil)
	if err != nil {
		return err
	}
	return conn.Close()
}

// The conversation has a deadline.
func okMailOverConnection(addr, from string) error {
	conn, err := net.DialTimeout("tcp", addr, 5*time.Second)
	if err != nil {
		return err
	}
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		conn.Close()
		return err
	}
	c, err := smtp.NewClient(conn, "mail.example.com")
	if err != nil {
		conn.Close()
		return err
	}
	defer c.Close()
	return c.Mail(from)
}

func okExecContext(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "git", "log", "-1").Output()
	if err != nil {
		http.Error(w, "no log", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(out)
}

// No handler: whoever runs it at a terminal can interrupt it.
func okExecOutsideHandler(dir string) ([]byte, error) {
	return exec.Command("ls", "-l", dir).Output()
}
