package jwt

type Token struct{ Valid bool }

type Keyfunc func(*Token) (any, error)

func Parse(tokenString string, keyFunc Keyfunc) (*Token, error) { return nil, nil }

func (t *Token) SignedString(key any) (string, error) { return "", nil }
