package usesgenerated

import "httpclose.test/interproc/generated"

func okRead(api generated.ThingAPI, id string) (int, error) {
	resp, err := api.GetThing(id).Execute()
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func badUnknown(api generated.OtherAPI) (int, error) {
	resp, err := generated.Fetch(api) // want `^resp is never closed `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
