// Package generated is a client as generators of clients write it: an interface
// for mocks, and one service behind it, which has read and closed every body.
package generated

import (
	"bytes"
	"io"
	"net/http"
)

type ThingAPI interface {
	GetThing(id string) GetThingRequest
	GetThingExecute(r GetThingRequest) (*http.Response, error)
}

type ThingService struct{ client *http.Client }

type GetThingRequest struct {
	service ThingAPI
	id      string
}

func (r GetThingRequest) Execute() (*http.Response, error) { return r.service.GetThingExecute(r) }

func (s *ThingService) GetThing(id string) GetThingRequest { return GetThingRequest{s, id} }

func (s *ThingService) GetThingExecute(r GetThingRequest) (*http.Response, error) {
	resp, err := s.client.Get("http://example.test/" + r.id)
	if err != nil || resp == nil {
		return resp, err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewBuffer(body))
	if err != nil {
		return resp, err
	}
	return resp, nil
}

// OtherAPI is implemented twice: nobody knows which one answers.
type OtherAPI interface {
	Get() (*http.Response, error)
}

type one struct{}
type two struct{}

func (*one) Get() (*http.Response, error) { return nil, nil }
func (*two) Get() (*http.Response, error) { return http.Get("http://example.test") }

func Fetch(api OtherAPI) (*http.Response, error) { return api.Get() }
