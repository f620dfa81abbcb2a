package flags

func Parse(data any) ([]string, error) { return nil, nil }
