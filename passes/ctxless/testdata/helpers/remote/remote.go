// Package remote waits for other services.
package remote

import (
	"context"
	"encoding/json"
	"net/http"
	"os/exec"
	"strings"
)

func Rate(currency string) (rate float64, err error) {
	resp, err := http.Get("http://rates.test/" + currency)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&rate)
	return rate, err
}

func RateFor(ctx context.Context, currency string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, "http://rates.test/"+currency, nil)
}

// Symbol looks into a table.
func Symbol(currency string) string { return strings.ToUpper(currency) }

// Git waits for a process.
type Git struct{ dir string }

func (g Git) Head() (string, error) {
	out, err := exec.Command("git", "-C", g.dir, "rev-parse", "HEAD").Output()
	return string(out), err
}

// Client keeps the context that it was made with.
type Client struct {
	ctx  context.Context
	http *http.Client
}

func New(ctx context.Context) *Client { return &Client{ctx: ctx, http: new(http.Client)} }

func (c *Client) Status() (int, error) {
	req, err := http.NewRequestWithContext(c.ctx, http.MethodGet, "http://status.test", nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
