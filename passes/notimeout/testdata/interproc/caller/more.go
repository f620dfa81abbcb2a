package caller

import (
	"net/http"
	"time"

	"notimeout.test/interproc/clients"
)

func okLimited(link string) error {
	resp, err := clients.NewLimited().Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okLimitOfItsOwn(link string) error {
	c := clients.NewFor(5 * time.Second)
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The caller sets the limit that the constructor leaves out.
func okCompleted(link string) error {
	c := clients.New()
	c.Timeout = 5 * time.Second
	resp, err := c.Get(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okShared(link string) error {
	resp, err := clients.Shared.Head(link)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func okCatalog(link string) error {
	req, err := http.NewRequest(http.MethodGet, link, nil)
	if err != nil {
		return err
	}
	resp, err := clients.NewCatalog().Client().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
