package basic

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"time"
)

func badPost(hook string, event string) error {
	resp, err := http.Post(hook, "application/json", strings.NewReader(event)) // want `^http\.Post has no time limit`
	if err != nil {
		return fmt.Errorf("notify: %w", err)
	}
	return resp.Body.Close()
}

func badPostForm(endpoint, code string) error {
	resp, err := http.PostForm(endpoint, url.Values{"code": {code}}) // want `^http\.PostForm has no time limit`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func badHead(link string) bool {
	resp, err := http.Head(link) // want `^http\.Head has no time limit`
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

func badDefaultClientGet(link string) (int, error) {
	resp, err := http.DefaultClient.Get(link) // want `^http\.DefaultClient\.Get has no time limit`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func badDefaultClientByAnotherName(link string) error {
	c := http.DefaultClient
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func FN_copyOfDefaultClient(link string) error {
	c := *http.DefaultClient
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badEmptyLiteral(link string) error {
	c := &http.Client{}
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badLiteralInTheCall(link string) error {
	resp, err := (&http.Client{}).Get(link) // want `^\(&http\.Client\{\}\)\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badValue(link string) error {
	c := http.Client{}
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badNew(link string) error {
	c := new(http.Client)
	resp, err := c.Head(link) // want `^c\.Head has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badZeroVariable(link string) error {
	var c http.Client
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Jar and redirects limit nothing.
func badJarOnly(login string, user url.Values) error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	c := &http.Client{
		Jar: jar,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
	resp, err := c.PostForm(login, user) // want `^c\.PostForm has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Zero means no limit.
func badTimeoutZero(link string) error {
	c := &http.Client{Timeout: 0}
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The transport bounds how many connections there are, not how long they last.
func FN_transport(link string) error {
	t := &http.Transport{MaxIdleConns: 10, DisableKeepAlives: true}
	c := http.Client{Transport: t}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The connection comes about in time, the answer may not.
func FN_transportThatOnlyDialsInTime(link string) error {
	c := &http.Client{Transport: &http.Transport{
		DialContext: (&net.Dialer{Timeout: 2 * time.Second}).DialContext,
	}}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badInAHandler(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://rates.example.com/eur") // want `^http\.Get has no time limit`
	if err != nil {
		http.Error(w, "no rates", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// The number of attempts is limited, the first one is not.
func badRetries(link string) (err error) {
	for range 3 {
		var resp *http.Response
		if resp, err = http.Get(link); err == nil { // want `^http\.Get has no time limit`
			return resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return err
}

func badInAGoroutine(hooks []string) {
	for _, hook := range hooks {
		go func() {
			if resp, err := http.Post(hook, "text/plain", nil); err == nil { // want `^http\.Post has no time limit`
				resp.Body.Close()
			}
		}()
	}
}

var bare = &http.Client{}

func badPackageVariable(link string) error {
	resp, err := bare.Get(link) // want `^bare\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newBare() *http.Client { return &http.Client{} }

func badFromConstructor(link string) error {
	c := newBare()
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badFromConstructorInTheCall(link string) error {
	resp, err := newBare().Get(link) // want `^newBare\(\)\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okTimeoutValue(link string) error {
	c := http.Client{Timeout: 5 * time.Second}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okTimeoutLater(link string) error {
	c := &http.Client{}
	c.Timeout = 5 * time.Second
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okTimeoutOfZeroVariable(link string) error {
	var c http.Client
	c.Timeout = 5 * time.Second
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// It depends on the configuration.
func okTimeoutIfConfigured(link string, limit time.Duration) error {
	c := new(http.Client)
	if limit > 0 {
		c.Timeout = limit
	}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okTimeoutFromParameter(link string, limit time.Duration) error {
	c := &http.Client{Timeout: limit}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newLimited() *http.Client { return &http.Client{Timeout: 10 * time.Second} }

func okFromConstructor(link string) error {
	resp, err := newLimited().Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newLimitedLater() *http.Client {
	c := &http.Client{}
	c.Timeout = 10 * time.Second
	return c
}

func okFromConstructorThatSetsIt(link string) error {
	c := newLimitedLater()
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type option func(*http.Client)

func withTimeout(d time.Duration) option {
	return func(c *http.Client) { c.Timeout = d }
}

func newWith(options ...option) *http.Client {
	c := &http.Client{}
	for _, set := range options {
		set(c)
	}
	return c
}

func okOption(link string) error {
	resp, err := newWith(withTimeout(3 * time.Second)).Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func limit(c *http.Client) { c.Timeout = time.Minute }

func okLimitedByHelper(link string) error {
	c := &http.Client{}
	limit(c)
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Whoever calls it knows.
func okParameter(c *http.Client, link string) error {
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okParameterWithFallback(c *http.Client, link string) error {
	if c == nil {
		c = newLimited()
	}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okCopyWithTimeout(link string) error {
	c := *http.DefaultClient
	c.Timeout = 10 * time.Second
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okTransportWaitsForHeadersInTime(link string) error {
	c := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 5 * time.Second}}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okClonedTransport(link string) error {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.ResponseHeaderTimeout = 5 * time.Second
	c := &http.Client{Transport: t}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A transport that comes from outside may have limits of its own.
func okUnknownTransport(t http.RoundTripper, link string) error {
	c := &http.Client{Transport: t}
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var shared = &http.Client{Timeout: 30 * time.Second}

func okPackageVariable(link string) error {
	resp, err := shared.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var prepared = &http.Client{}

func init() { prepared.Timeout = 30 * time.Second }

func okPackageVariableSetInInit(link string) error {
	resp, err := prepared.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func withDefaults(s *http.Server) *http.Server {
	s.ReadTimeout = 5 * time.Second
	return s
}

func okCompleted(h http.Handler) *http.Server {
	return withDefaults(&http.Server{Handler: h})
}
