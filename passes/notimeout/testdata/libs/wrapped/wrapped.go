// Package wrapped sends with the clients of other libraries.
package wrapped

import (
	"context"
	"net/http"
	"time"

	"github.com/sethgrid/pester"
)

type hook struct {
	client *pester.Client
	url    string
}

func newHook(url string) *hook {
	client := pester.New()
	client.MaxRetries = 3
	return &hook{client: client, url: url}
}

func (h *hook) badCall() error {
	req, err := http.NewRequest(http.MethodPost, h.url, nil) // want `^h.client.Do sends this request without any time limit: `
	if err != nil {
		return err
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (h *hook) okContext(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url, nil)
	if err != nil {
		return err
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badGet(url string) (*http.Response, error) {
	return pester.New().Get(url) // want `sends this request without any time limit: `
}

func okLimited(url string) (*http.Response, error) {
	client := pester.New()
	client.Timeout = 10 * time.Second
	return client.Get(url)
}
