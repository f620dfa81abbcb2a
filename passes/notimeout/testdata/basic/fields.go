package basic

import (
	"net/http"
	"time"
)

type geocoder struct {
	client *http.Client
	base   string
}

func newGeocoder(base string) *geocoder {
	return &geocoder{client: &http.Client{}, base: base}
}

func (g *geocoder) badField(place string) error {
	resp, err := g.client.Get(g.base + place) // want `^g\.client\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type mailer struct{ http http.Client }

// Nobody sets a field of it.
func (m *mailer) badZeroField(link string) error {
	resp, err := m.http.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type crawler struct{ *http.Client }

func newCrawler() *crawler { return &crawler{&http.Client{}} }

func (c *crawler) badEmbedded(link string) error {
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type payments struct{ client *http.Client }

func newPayments() *payments {
	return &payments{client: &http.Client{Timeout: 20 * time.Second}}
}

func (p *payments) okField(link string) error {
	resp, err := p.client.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type search struct{ client *http.Client }

func newSearch() *search { return &search{client: &http.Client{}} }

func (s *search) setTimeout(d time.Duration) { s.client.Timeout = d }

func (s *search) okFieldWithSetter(link string) error {
	resp, err := s.client.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type stock struct{ client *http.Client }

func newStock(c *http.Client) *stock { return &stock{client: c} }

// It is handed in.
func (s *stock) okFieldFromParameter(link string) error {
	resp, err := s.client.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type weather struct{ client *http.Client }

// The fallback is limited.
func newWeather(c *http.Client) *weather {
	w := &weather{client: c}
	if w.client == nil {
		w.client = &http.Client{Timeout: time.Second}
	}
	return w
}

func (w *weather) okFieldWithFallback(link string) error {
	resp, err := w.client.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
