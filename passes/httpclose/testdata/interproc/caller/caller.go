// Package caller uses the helpers of package api.
package caller

import (
	"io"
	"net/http"

	"httpclose.test/interproc/api"
)

func badWrapped(url string) (int, error) {
	resp, err := api.Get(url) // want `^resp is never closed `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func badChecked(url string) ([]byte, error) {
	resp, err := api.Get(url) // want `^resp is not closed when api.Check fails `
	if err != nil {
		return nil, err
	}
	if err := api.Check(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func badBody(url string) ([]byte, error) {
	body, err := api.Open(url) // want `^body is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

func badStream(url string) ([]byte, error) {
	s, err := api.NewStream(url) // want `^s is never closed \(it holds a resp: unless it is read to the end`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(s)
}

func badField(url string) (int64, error) {
	res, err := api.Fetch(url) // want `^res is never closed `
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, res.Body)
}

func okDecoded(url string, v any) error {
	resp, err := api.Get(url)
	if err != nil {
		return err
	}
	return api.Decode(resp, v) // closes it
}

func okQuietly(url string) ([]byte, error) {
	body, err := api.Open(url)
	if err != nil {
		return nil, err
	}
	defer api.CloseQuietly(body)
	return io.ReadAll(body)
}

func okStream(url string) ([]byte, error) {
	s, err := api.NewStream(url)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return io.ReadAll(s)
}

func okField(url string) (int64, error) {
	res, err := api.Fetch(url)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	return io.Copy(io.Discard, res.Body)
}

func okPassedOn(url string) (*api.Stream, error) {
	return api.NewStream(url) // the caller owns it
}

func badRetried(url string) (int, error) {
	resp, err := api.Retry(3, func() (*http.Response, error) { return http.Get(url) }) // want `^resp is never closed `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func okRetried(url string) (int, error) {
	resp, err := api.Retry(3, func() (*http.Response, error) { return http.Get(url) })
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func okNoContent(c *http.Client, req *http.Request) error {
	_, err := api.Send(c, req) // answers without content, as far as anybody can tell
	return err
}

func badContent(c *http.Client, req *http.Request) (int64, error) {
	body, err := api.Send(c, req) // want `^body is never closed `
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, body)
}
