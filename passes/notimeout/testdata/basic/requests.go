package basic

import (
	"bytes"
	"context"
	"net/http"
	"time"
)

func badRequestWithoutContext(link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	resp, err := http.DefaultClient.Do(req) // want `^http\.DefaultClient\.Do has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badRequestAndBareClient(link string, body []byte) error {
	req, err := http.NewRequest(http.MethodPut, link, bytes.NewReader(body))
	if err != nil {
		return err
	}
	c := &http.Client{}
	resp, err := c.Do(req) // want `^c\.Do has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badBackground(link string) error {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodDelete, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `^http\.DefaultClient\.Do has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badBackgroundVariable(link string) error {
	ctx := context.Background()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `^http\.DefaultClient\.Do has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type traceKey struct{}

// A value ends nothing.
func badBackgroundWithValue(link, trace string) error {
	ctx := context.WithValue(context.Background(), traceKey{}, trace)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `^http\.DefaultClient\.Do has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okDeadline(link string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okDeadlineLater(link string, until time.Time) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithDeadline(context.Background(), until)
	defer cancel()
	resp, err := http.DefaultClient.Do(req.WithContext(ctx))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okRequestReplaced(ctx context.Context, link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	req = req.WithContext(ctx)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The context of the caller may have a deadline.
func okContextParameter(ctx context.Context, link string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	c := &http.Client{}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The request ends when its client goes away.
func okContextOfHandler(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://rates.example.com/usd", nil)
	if err != nil {
		http.Error(w, "no rates", http.StatusInternalServerError)
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		http.Error(w, "no rates", http.StatusBadGateway)
		return
	}
	resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

// A timer ends it.
func okCancelledByTimer(link string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	timer := time.AfterFunc(5*time.Second, cancel)
	defer timer.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Whoever made the request knows.
func okRequestParameter(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The client is limited, so the request need not be.
func okRequestAndLimitedClient(link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := shared.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Anything may stand behind the interface.
func okInterface(d doer, link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
