// Package threads has shapes from reports against other linters, with the right verdict.
package threads

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"
)

// bodyclose issue 18: a local closure that takes an io.Closer closes the body.
func okCloserClosure(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	shut := func(c io.Closer) { _ = c.Close() }
	shut(resp.Body)
	return nil
}

// bodyclose issue 19: the deferred method value is the Close of the body.
func okMethodValue(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	done := resp.Body.Close
	defer done()
	return io.ReadAll(resp.Body)
}

func keepFirst(err *error, f func() error) {
	if e := f(); *err == nil {
		*err = e
	}
}

// bodyclose issue 19, golangci-lint issue 637: a helper calls the method value that it is given.
func okMethodValueArgument(url string) (data []byte, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer keepFirst(&err, resp.Body.Close)
	return io.ReadAll(resp.Body)
}

// bodyclose issue 19: a literal calls the method value that it is given.
func okMethodValueLiteral(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func(f func() error) { _ = f() }(resp.Body.Close)
	return nil
}

func shutBody(b io.ReadCloser, l *log.Logger) {
	if err := b.Close(); err != nil {
		l.Print(err)
	}
}

// bodyclose issue 30: a helper closes the body in each arm of a polling loop.
func okHelperInEachArm(url string, stop <-chan struct{}, l *log.Logger) bool {
	for {
		select {
		case <-stop:
			return false
		case <-time.After(time.Second):
			resp, err := http.Get(url)
			if err != nil {
				continue
			}
			if resp.StatusCode == http.StatusOK {
				shutBody(resp.Body, l)
				return true
			}
			shutBody(resp.Body, l)
		}
	}
}

// bodyclose issue 30, with one arm forgotten: the last body of each round stays open.
func badHelperInOneArm(url string, l *log.Logger) bool {
	for range 10 {
		resp, err := http.Get(url) // want `^resp is `
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			shutBody(resp.Body, l)
			return true
		}
		time.Sleep(time.Second)
	}
	return false
}

// bodyclose issues 49 and 60: a deferred literal closes its parameter.
func okDeferredLiteral(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func(body io.ReadCloser) {
		if err := body.Close(); err != nil {
			log.Print(err)
		}
	}(resp.Body)
	return io.ReadAll(resp.Body)
}

// golangci-lint issue 608: the deferred literal gets the body and does nothing with it.
func badDeferredLiteral(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return nil, err
	}
	defer func(io.ReadCloser) {}(resp.Body)
	return io.ReadAll(resp.Body)
}

func shutQuietly(b io.ReadCloser) {
	if b != nil {
		_ = b.Close()
	}
}

// bodyclose issue 60: the helper closes unless the body is nil, which it never is.
func okNilCheckingHelper(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer shutQuietly(resp.Body)
	return nil
}

type shutter interface{ Close() error }

func shutAny(s shutter) { _ = s.Close() }

// bodyclose issue 9: the helper takes a closer interface of the project.
func okOwnInterface(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer shutAny(resp.Body)
	return nil
}

// bodyclose issue 27: the caller of this function has the body and closes it.
func okReturnedBody(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// bodyclose issue 27, continued: the caller of a download forgets it.
func badReturnedBodyDropped(url string) (int64, error) {
	body, err := okReturnedBody(url) // want `^body is `
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, body)
}

// bodyclose issue 4: the response goes to the caller.
func fetch(url string) (*http.Response, error) { return http.Get(url) }

// bodyclose issue 4: the caller closes what the function returned.
func okClosedByCaller(url string) error {
	resp, err := fetch(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bodyclose pull request 33: the result of a wrapper is dropped.
func badWrapperDropped(url string) error {
	_, err := fetch(url) // want `^the result of fetch is `
	return err
}

type reply struct{ raw *http.Response }

func (r *reply) response() *http.Response { return r.raw }

// bodyclose issue 42: the response is in a field, and the getter of the field is closed.
func okGetter(url string) ([]byte, error) {
	var err error
	r := &reply{}
	r.raw, err = http.Get(url)
	if err != nil {
		return nil, err
	}
	defer r.response().Body.Close()
	return io.ReadAll(r.response().Body)
}

// bodyclose issue 58: only an error status closes the body.
func badOnlyErrorStatus(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want `^resp is `
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		return errors.New(string(text))
	}
	return nil
}

// bodyclose issue 15: the early return leaves the body open.
func badEarlyReturn(url string) error {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// bodyclose issue 15: the retry leaves the body of the failed attempt open.
func badContinue(url string) error {
	for range 3 {
		resp, err := http.Get(url) // want `^resp is `
		if err != nil {
			continue
		}
		if resp.StatusCode != http.StatusOK {
			continue
		}
		return resp.Body.Close()
	}
	return errors.New("gave up")
}

// bodyclose issues 21 and 61: either branch gets a response, one defer closes it.
func okEitherBranch(url string, form bool) (err error) {
	var resp *http.Response
	if form {
		resp, err = http.PostForm(url, nil)
	} else {
		resp, err = http.Get(url)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// bodyclose issue 21: the same with a switch whose default returns.
func okSwitch(url, method string) (err error) {
	var resp *http.Response
	switch method {
	case http.MethodGet:
		resp, err = http.Get(url)
	case http.MethodPost:
		resp, err = http.Post(url, "text/plain", nil)
	default:
		return errors.New("method")
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// bodyclose issue 77: the reader is a body or something else, and is closed either way.
func okReaderFromBranch(url string) error {
	rc := io.NopCloser(strings.NewReader("none"))
	if url != "" {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		rc = resp.Body
	}
	defer rc.Close()
	_, err := io.Copy(io.Discard, rc)
	return err
}

// bodyclose issue 29: a new attempt is made only when the last one gave no response.
func okRetryOnError(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	for tries := 0; err != nil && tries < 5; tries++ {
		time.Sleep(time.Second)
		resp, err = c.Do(req)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bodyclose issue 29, with a status in the condition: the next attempt overwrites an open response.
func badRetryOnStatus(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want `^resp is `
	for tries := 0; (err != nil || resp.StatusCode >= 500) && tries < 5; tries++ {
		resp, err = c.Do(req) // want `^resp is `
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bodyclose issue 76: the body is read, closed and replaced by a copy in memory.
func buffered(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(raw))
	return resp, nil
}

// bodyclose issue 76: nothing is open in what the wrapper returned.
func okBuffered(url string) (string, error) {
	resp, err := buffered(url)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// bodyclose issue 76 as it was written: a failed read leaves the body open.
func badBufferedReadFails(url string) (*http.Response, error) {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(raw))
	return resp, nil
}

// bodyclose issue 78: a response to HEAD has no body.
func okHead(c *http.Client, url string) (bool, error) {
	resp, err := c.Head(url)
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusOK, nil
}

// bodyclose issues 47 and 59: a recorder holds no connection.
func okRecorder(h http.Handler, req *http.Request) ([]byte, error) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	resp := w.Result()
	return io.ReadAll(resp.Body)
}

// bodyclose issue 52: a response controller is no response.
func okResponseController(w http.ResponseWriter, _ *http.Request) {
	_ = http.NewResponseController(w).Flush()
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// tooltitude issue 49 (bodyclose): a generic function passes the response through.
func okMust(url string) {
	resp := must(http.Get(url))
	defer resp.Body.Close()
}

// dial is a WebSocket handshake: the connection is the body, and the response loses it.
func dial(url string) (io.ReadWriteCloser, *http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, nil, err
	}
	conn, ok := resp.Body.(io.ReadWriteCloser)
	if !ok {
		resp.Body.Close()
		return nil, resp, errors.New("no upgrade")
	}
	resp.Body = nil
	return conn, resp, nil
}

// coder/websocket issue 281 (bodyclose): the response of a handshake needs no Close.
func okHandshake(url string) (io.ReadWriteCloser, error) {
	conn, _, err := dial(url)
	return conn, err
}

type handler func(*http.Response) error

// bodyclose issue 71: a validator reads a response that is its caller's.
func validator(h handler) handler {
	return func(resp *http.Response) error {
		if resp.StatusCode < 400 {
			return nil
		}
		return h(resp)
	}
}

// bodyclose issue 71: handlers get the response, its function closes it.
func okHandlers(c *http.Client, req *http.Request, h handler) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return validator(h)(resp)
}

type api struct{ c *http.Client }

func (a *api) call(req *http.Request) (*http.Response, error) { return a.c.Do(req) }

func (a *api) finish(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

// golangci-lint issue 574: a method of the same type closes the response.
func (a *api) okClosedByMethod(req *http.Request) error {
	resp, err := a.call(req)
	if err != nil {
		return err
	}
	a.finish(resp)
	return nil
}

func decode(resp *http.Response, v any) error { return json.NewDecoder(resp.Body).Decode(v) }

// bodyclose pull requests 40 and 80: the helper only reads.
func badHelperReads(url string, v any) error {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return err
	}
	return decode(resp, v)
}

func decodeAndClose(resp *http.Response, v any) error {
	defer resp.Body.Close()
	return decode(resp, v)
}

// bodyclose pull request 40: the helper reads and closes.
func okHelperReadsAndCloses(url string, v any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return decodeAndClose(resp, v)
}

// bodyclose pull request 14: the limited reader is dropped, and the body with it.
func badLimitedDropped(url string) error {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return err
	}
	_, err = io.ReadAll(http.MaxBytesReader(nil, resp.Body, 1<<10))
	return err
}

// bodyclose pull request 14: the limited reader closes the body.
func okLimitedClosed(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	limited := http.MaxBytesReader(nil, resp.Body, 1<<10)
	defer limited.Close()
	return io.ReadAll(limited)
}

// bodyclose test f8: the closure that closes is never called.
func badClosureNotCalled(url string) error {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return err
	}
	_ = func() { resp.Body.Close() }
	return nil
}

// bodyclose pull request 24: the closure is called.
func okClosureCalled(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	shut := func() { _ = resp.Body.Close() }
	shut()
	return nil
}

func drain(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}
}

// bodyclose pull request 75: the helper drains and closes, after nil checks that always hold.
func okDrain(url string) error {
	resp, err := http.Get(url)
	defer drain(resp)
	return err
}

var current *http.Response

// bodyclose issue 36: a response in a package variable, closed at once.
func okGlobal(url string) (err error) {
	current, err = http.Get(url)
	if err != nil {
		return err
	}
	return current.Body.Close()
}

// bodyclose issue 68: returns after the defer are no leak.
func okReturnsAfterDefer(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		_, err := io.ReadAll(resp.Body)
		return err
	}
	return nil
}

func capture(err *error, c io.Closer, format string, args ...any) {
	if e := c.Close(); e != nil {
		*err = errors.Join(*err, fmt.Errorf(format+": %w", append(args, e)...))
	}
}

func captureDrain(err *error, rc io.ReadCloser, format string, args ...any) {
	_, e := io.Copy(io.Discard, rc)
	capture(err, rc, format, args...)
	*err = errors.Join(*err, e)
}

// efficientgo/tools issue 21 (bodyclose): two helpers deep, with the error kept.
func okCapture(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer captureDrain(&err, resp.Body, "close %s", url)
	return nil
}

// gin-contrib/gzip issue 68: closing the gzip reader does not close what it reads.
func badGzipOnly(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	defer zr.Close()
	return io.ReadAll(zr)
}

type gzipBody struct {
	*gzip.Reader
	raw io.Closer
}

func (g gzipBody) Close() error { return errors.Join(g.Reader.Close(), g.raw.Close()) }

// elastic/beats pull request 37091: the wrapper closes both.
func okGzipWrapper(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return gzipBody{zr, resp.Body}, nil
}

func drainLater(rc io.ReadCloser) {
	go func() {
		defer func() { _ = recover() }()
		_, _ = io.Copy(io.Discard, rc)
		_ = rc.Close()
	}()
}

// ethersphere/beekeeper pull request 214: a goroutine drains and closes.
func okDrainedLater(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer drainLater(resp.Body)
	return resp.StatusCode, nil
}

// go-yggdrasil issue 3: the defer comes after the read that can fail.
func badDeferAfterRead(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return data, nil
}

// bodyclose issue 38: a generic function is like any other.
func okGeneric[T any](url string) (v T, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return v, err
	}
	defer resp.Body.Close()
	return v, json.NewDecoder(resp.Body).Decode(&v)
}

// bodyclose issue 38, without the Close.
func badGeneric[T any](url string) (v T, err error) {
	resp, err := http.Get(url) // want `^resp is `
	if err != nil {
		return v, err
	}
	return v, json.NewDecoder(resp.Body).Decode(&v)
}

// ollama pull request 6986: the response that asks for a login is dropped for the next attempt.
func badSecondAttempt(c *http.Client, req *http.Request, login func(*http.Request) error) (*http.Response, error) {
	for range 2 {
		resp, err := c.Do(req) // want `^resp is `
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusUnauthorized {
			return resp, nil
		}
		if err := login(req); err != nil {
			return nil, err
		}
	}
	return nil, errors.New("unauthorized")
}

// tooltitude issue 49 (bodyclose), without the Close.
func badMust(url string) int {
	resp := must(http.Get(url)) // want `^(resp|the result of http.Get) is `
	return resp.StatusCode
}

// The answer to HEAD has no body, whoever sends it.
func okHeadRequest(c *http.Client, url string) (string, error) {
	req, err := http.NewRequest(http.MethodHead, url, nil)
	if err != nil {
		return "", err
	}
	resp, err := c.Do(req)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}
