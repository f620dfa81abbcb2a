package ctxflow

// Categories of calls that wait without a context.
const (
	HTTP = "http" // net/http
	SQL  = "sql"  // database/sql
	Exec = "exec" // os/exec
	Net  = "net"  // dials and lookups
	Twin = "twin" // by rule: a twin that takes a context exists
	Gorm = "gorm" // a gorm chain without WithContext
)

// What happens in production.
const (
	SlowPeer       = "when the other side is slow, it runs on after the caller has given up"
	SlowDatabase   = "when the database is slow, it runs on after the caller has given up"
	HangingProcess = "when the process hangs, nothing ends it after the caller has given up"
)

// An Alternative is what to call instead.
type Alternative struct {
	Category string
	Name     string // function or method of the same package or type; empty if it takes more than another name
	Tail     string // arguments between the context and the old ones
	Request  bool   // the call makes a request that can get its context later
	Event    string
}

// table lists the functions of the standard library by types.Func.FullName.
// Those whose twin is named by the rule and whose effect is known need no row;
// they stand here for their category and event.
var table = buildTable()

func buildTable() map[string]Alternative {
	t := map[string]Alternative{
		"net/http.NewRequest":                  {Category: HTTP, Name: "NewRequestWithContext", Request: true, Event: SlowPeer},
		"os/exec.Command":                      {Category: Exec, Name: "CommandContext", Event: HangingProcess},
		"(*net.Dialer).Dial":                   {Category: Net, Name: "DialContext", Event: SlowPeer},
		"(*database/sql.DB).Begin":             {Category: SQL, Name: "BeginTx", Tail: ", nil", Event: SlowDatabase},
		"(*github.com/jmoiron/sqlx.DB).Beginx": {Category: SQL, Name: "BeginTxx", Tail: ", nil", Event: SlowDatabase},
	}
	for _, f := range []string{"Dial", "DialWithDialer"} { // (*tls.Dialer).DialContext bounds the handshake too
		t["crypto/tls."+f] = Alternative{Category: Net, Event: SlowPeer}
	}
	for _, f := range []string{"Get", "Head", "Post", "PostForm"} {
		t["net/http."+f] = Alternative{Category: HTTP, Event: SlowPeer}
		t["(*net/http.Client)."+f] = Alternative{Category: HTTP, Event: SlowPeer}
	}
	for _, f := range []string{"Dial", "LookupAddr", "LookupCNAME", "LookupHost", "LookupIP", "LookupMX", "LookupNS", "LookupSRV", "LookupTXT"} {
		t["net."+f] = Alternative{Category: Net, Event: SlowPeer}
	}
	for recv, methods := range map[string][]string{
		"DB":   {"Exec", "Ping", "Prepare", "Query", "QueryRow"},
		"Tx":   {"Exec", "Query", "QueryRow"}, // it holds its connection; Prepare on it does not wait for one
		"Stmt": {"Exec", "Query", "QueryRow"},
	} {
		for _, m := range methods {
			t["(*database/sql."+recv+")."+m] = Alternative{Category: SQL, Name: m + "Context", Event: SlowDatabase}
		}
	}
	return t
}
