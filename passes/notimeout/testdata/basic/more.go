package basic

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

func badDefaultClientPost(hook, event string) error {
	resp, err := http.DefaultClient.Post(hook, "text/plain", strings.NewReader(event)) // want `^http\.DefaultClient\.Post has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newChecked(proxy string) (*http.Client, error) {
	if _, err := url.Parse(proxy); err != nil {
		return &http.Client{}, errors.New("no such proxy")
	}
	return &http.Client{}, nil
}

func badFromConstructorWithError(link, proxy string) error {
	c, err := newChecked(proxy)
	if err != nil {
		return err
	}
	resp, err := c.Get(link) // want `^c\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Prices asks for the prices of a shop.
type Prices struct{ Client *http.Client }

// NewPrices makes one with a client that its user may exchange.
func NewPrices() *Prices { return &Prices{Client: &http.Client{}} }

func (p *Prices) okExportedField(link string) error {
	resp, err := p.Client.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Outbound may be set by other packages.
var Outbound = &http.Client{}

func okExportedVariable(link string) error {
	resp, err := Outbound.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
