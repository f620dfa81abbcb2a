package envflow

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClassify(t *testing.T) {
	tests := []struct {
		key, value string
		want       Class
		reason     string
	}{
		{"JWT_SECRET", "dev", Secret, "the name says so"},
		{"DB_PASSWORD", "postgres", Secret, "a default password is public"},
		{"JWT_SECRET", "123456", Number, "FN: a number is rarely a key"},
		{"TOKEN_TTL", "never", Name, "about a token, but not one"},
		{"JWT_ALGORITHM", "HS256", Name, "about a token, but not one"},
		{"API_KEY_FILE", "/run/key", Path, "where the key is"},
		{"API_KEY", "<your key>", Name, "a placeholder works nowhere"},
		{"DATABASE_URL", "postgres://u:p@db/x", Credential, "password in a URL"},
		{"DSN", "u:p@tcp(db:3306)/x", Credential, "password in the MySQL form"},
		{"DSN", "host=db user=u password=p", Credential, "password in the libpq form"},
		{"DSN", "host=localhost user=u", Local, "no password, but this machine"},
		{"DATABASE_URL", "postgres://db/x", URL, "another host"},
		{"API_URL", "http://127.0.0.1:9000", Local, "this machine"},
		{"REDIS_ADDR", "10.0.0.5:6379", Local, "a private network"},
		{"LISTEN_ADDR", "127.0.0.1:80", Listen, "to listen on, not to connect to"},
		{"HOST", "localhost", Listen, "to listen on"},
		{"GATEWAY_ADDR", "127.0.0.1:80", Listen, "nothing says that it is dialled"},
		{"ADDR", ":8080", Listen, "no host"},
		{"DEBUG", "true", Flag, ""},
		{"TIMEOUT", "5s", Number, ""},
		{"LOG_LEVEL", "info", Log, ""},
		{"APP_ENV", "development", Log, ""},
		{"DATA", "./data", Path, ""},
		{"NAME", "shop", Name, ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, Classify(tt.key, tt.value), "%s=%s: %s", tt.key, tt.value, tt.reason)
	}
}
