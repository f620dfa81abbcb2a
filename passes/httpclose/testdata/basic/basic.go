// Package basic has the plain cases of response bodies.
package basic

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"time"
)

func badNever(url string) (int, error) {
	resp, err := http.Get(url) // want `^resp is never closed \(unless it is read to the end, its connection stays open, one more per call\)$`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func badBlank(c *http.Client, req *http.Request) error {
	_, err := c.Do(req) // want `^the result of c.Do is never closed `
	return err
}

func badEarlyStatus(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `^resp is not closed on the return under "resp.StatusCode != http.StatusOK" `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func badOneBranch(url string, v any) error {
	resp, err := http.Get(url) // want `^resp is not closed on every path to the end of the function `
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNoContent {
		return resp.Body.Close()
	}
	return json.NewDecoder(resp.Body).Decode(v) // a decoder closes nothing
}

func badRetry(c *http.Client, req *http.Request) (*http.Response, error) {
	for range 3 {
		resp, err := c.Do(req) // want `^resp is not closed on every path to the end of the function `
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, errors.New("gave up")
}

func badReturnedBody(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url) // want `^resp is not closed on the return under "resp.StatusCode != 200" `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 200 {
		return nil, errors.New("bad status")
	}
	return resp.Body, nil
}

func badTransport(rt http.RoundTripper, req *http.Request) error {
	resp, err := rt.RoundTrip(req) // want `^resp is never closed `
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

// A doer is a project's own client interface: the type says what it returns.
type doer interface {
	Send(req *http.Request) (*http.Response, error)
}

func badInterface(d doer, req *http.Request) error {
	resp, err := d.Send(req) // want `^resp is never closed `
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func badFuncValue(send func() (*http.Response, error)) (string, error) {
	resp, err := send() // want `^resp is never closed `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}

// A response with a nop closer is not closed by it.
func badNopCloser(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url) // want `^resp is never closed `
	if err != nil {
		return nil, err
	}
	return io.NopCloser(resp.Body), nil
}

func okDefer(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func okDeferredClosure(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func okNilGuard(url string) error {
	resp, err := http.Get(url)
	if resp != nil {
		defer resp.Body.Close() // nil exactly when the call failed
	}
	return err
}

func okBodyVariable(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	body := resp.Body
	defer body.Close()
	_, err = io.Copy(io.Discard, body)
	return err
}

func okReplacedBody(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	resp.Body = http.MaxBytesReader(nil, resp.Body, 1<<20) // closes what it wraps
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func okBothBranches(url string, v any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		resp.Body.Close()
		return errors.New("bad status")
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	resp.Body.Close()
	return err
}

func okHead(url string) (int, error) {
	resp, err := http.Head(url) // a HEAD response has no body
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func okWritten(url string, w io.Writer) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Write(w) // Write closes the body
}

func okReturned(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp, nil // the caller owns it
}

func okDumped(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, true)
}

func okMade(data []byte) *http.Response {
	return &http.Response{Body: io.NopCloser(bytes.NewReader(data))} // nothing is open
}

func okChannel(url string, out chan<- *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	out <- resp // the receiver owns it
	return nil
}
