package clients

import (
	"net/http"
	"time"
)

// NewLimited makes a client with a limit.
func NewLimited() *http.Client { return &http.Client{Timeout: 10 * time.Second} }

// NewFor makes a client with the limit of its caller.
func NewFor(limit time.Duration) *http.Client {
	c := &http.Client{}
	c.Timeout = limit
	return c
}

// Shared is a client with a limit.
var Shared = &http.Client{Timeout: time.Minute}

// A Catalog asks a service for its articles.
type Catalog struct{ client *http.Client }

// NewCatalog makes a catalog whose client has a limit.
func NewCatalog() *Catalog { return &Catalog{client: NewLimited()} }

// Client returns the client of the catalog.
func (c *Catalog) Client() *http.Client { return c.client }

// A Tracker follows parcels.
type Tracker struct{ client *http.Client }

// NewTracker makes a tracker whose client has no limit.
func NewTracker() *Tracker { return &Tracker{client: New()} }

// Follow asks where a parcel is.
func (t *Tracker) Follow(link string) error {
	resp, err := t.client.Get(link) // want `^t\.client\.Get has no time limit`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
