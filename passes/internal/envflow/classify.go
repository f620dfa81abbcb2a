package envflow

import (
	"net"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/prodvet/prodvet/passes/internal/conf"
)

// A Class says what a fallback value is.
type Class string

const (
	Secret     Class = "secret"     // key, password, token
	Credential Class = "credential" // a connection string with a password in it
	Local      Class = "localhost"  // an address of this machine or a private network, to connect to
	Listen     Class = "listen"     // an address to listen on
	URL        Class = "url"        // an address of another host
	Path       Class = "path"
	Number     Class = "number" // also durations
	Flag       Class = "flag"   // a boolean
	Log        Class = "level"  // a log level or an environment name
	Name       Class = "name"   // anything else
)

var (
	secretKey = regexp.MustCompile(`SECRET|PASSWORD|PASSWD|PASSPHRASE|_PASS$|_PWD$|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|MASTER_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|SESSION_?KEY|COOKIE_?KEY|HMAC|JWT|CREDENTIAL|PEPPER`)
	// About a secret, but not one.
	notSecret = regexp.MustCompile(`TTL|EXPIR|LIFETIME|DURATION|TIMEOUT|LENGTH|SIZE|COST|ROUNDS|ISSUER|AUDIENCE|ALG|NAME|PATH|FILE|DIR|UR[LI]|ENDPOINT|HEADER|TYPE|_ID$|KEY_ID|PREFIX|FIELD|REGION|ENABLE|DISABLE|MODE|HOST|PORT|ADDR|VERSION|PROVIDER|BACKEND|STORE|POLICY|LIMIT|(^|_)(MAX|MIN|COUNT)(_|$)|INTERVAL|REFRESH|USER$|EMAIL`)
	listenKey = regexp.MustCompile(`LISTEN|BIND|^(HTTP_|HTTPS_|GRPC_|API_|WEB_|SERVER_|APP_|METRICS_|ADMIN_|PPROF_|DEBUG_|HEALTH_)?(HOST|ADDR|ADDRESS|PORT|HOSTNAME|INTERFACE|IP)$`)
	// Services that one connects to: without a scheme, only the name of one
	// tells an address to dial from one to listen on.
	dialKey  = regexp.MustCompile(`REDIS|DB|DATABASE|POSTGRES|PG|MYSQL|MARIA|MONGO|KAFKA|NATS|RABBIT|AMQP|ELASTIC|OPENSEARCH|MEMCACHE|VAULT|CONSUL|ETCD|ZOOKEEPER|SMTP|MAIL|MINIO|S3|LDAP|UPSTREAM|BACKEND|BROKER|CASSANDRA|CLICKHOUSE|INFLUX|TEMPORAL|JAEGER|OTEL|OTLP|STATSD|PROMETHEUS|CLIENT|REMOTE|TARGET|PEER`)
	levelKey = regexp.MustCompile(`LOG|LEVEL|^(APP_|GO_|NODE_|GIN_)?(ENV|ENVIRONMENT|MODE|STAGE)$`)
	// user:password@tcp(host)/db, the form of the MySQL driver.
	mysqlDSN = regexp.MustCompile(`^[^:@/\s]+:([^@/\s]+)@(tcp|unix)\(([^)]*)\)`)
	// key=value words, the form of libpq.
	libpqWord = regexp.MustCompile(`\b(host|password)=('[^']*'|\S+)`)
	// Words that stand where a value is still to be put in.
	placeholder = regexp.MustCompile(`^(<.*>|\$\{.*\}|none|null|nil|n/?a|unset|todo|disabled)$`)
)

// IsSecret reports whether a variable of that name holds a secret.
func IsSecret(key string) bool {
	if c := conf.Current().ClassOf(key); c != "" {
		return Class(c) == Secret
	}
	k := strings.ToUpper(key)
	return secretKey.MatchString(k) && !notSecret.MatchString(k)
}

// IsPlaceholder reports whether a value stands where one is still to be put in.
func IsPlaceholder(value string) bool { return placeholder.MatchString(strings.ToLower(value)) }

// IsLocal reports whether an address to connect to, with or without a scheme, is
// on this machine or in a private network.
func IsLocal(address string) bool {
	c, ok := connection(address)
	return ok && c == Local || !ok && strings.Contains(address, ":") && isLocalHost(hostOf(address))
}

// Classify says what value is as the fallback of the variable key.
func Classify(key, value string) Class {
	if c := conf.Current().ClassOf(key); c != "" {
		return Class(c)
	}
	k := strings.ToUpper(key)
	if c, ok := connection(value); ok {
		if c == Local && listenKey.MatchString(k) {
			return Listen
		}
		return c
	}
	switch {
	case isNumber(value):
		return Number
	case isBool(value):
		return Flag
	case IsSecret(k) && !IsPlaceholder(value):
		return Secret
	case isLocalHost(hostOf(value)):
		if dialKey.MatchString(k) && !listenKey.MatchString(k) {
			return Local
		}
		return Listen
	case strings.HasPrefix(value, ":"):
		return Listen
	case strings.HasPrefix(value, "/") || strings.HasPrefix(value, "./") || strings.HasPrefix(value, "~"):
		return Path
	case levelKey.MatchString(k):
		return Log
	}
	return Name
}

// connection recognises URLs and connection strings.
func connection(value string) (Class, bool) {
	if m := mysqlDSN.FindStringSubmatch(value); m != nil {
		return Credential, true
	}
	words := make(map[string]string)
	for _, m := range libpqWord.FindAllStringSubmatch(value, -1) {
		words[m[1]] = strings.Trim(m[2], "'")
	}
	if words["password"] != "" {
		return Credential, true
	}
	if h, ok := words["host"]; ok && isLocalHost(h) {
		return Local, true
	}
	u, err := url.Parse(value)
	if err != nil || u.Scheme == "" || u.Host == "" {
		return "", false
	}
	if pw, ok := u.User.Password(); ok && pw != "" {
		return Credential, true
	}
	if isLocalHost(u.Hostname()) {
		return Local, true
	}
	return URL, true
}

func hostOf(value string) string {
	if h, _, err := net.SplitHostPort(value); err == nil {
		return h
	}
	return value
}

// isLocalHost reports whether host is this machine or a private network.
func isLocalHost(host string) bool {
	if host == "localhost" || host == "host.docker.internal" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && (ip.IsLoopback() || ip.IsPrivate())
}

func isNumber(s string) bool {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return true
	}
	_, err := time.ParseDuration(s)
	return err == nil
}

func isBool(s string) bool {
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "enabled":
		return true
	}
	return false
}
