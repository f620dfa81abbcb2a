package ctxless

// Categories of findings.
const (
	CategoryHTTP   = "http" // net/http
	CategorySQL    = "sql"  // database/sql
	CategoryExec   = "exec" // os/exec
	CategoryNet    = "net"  // dials and lookups
	CategoryTwin   = "twin" // by rule: a twin that takes a context exists
	slowPeer       = "when the other side is slow, it runs on after the caller has given up"
	slowDatabase   = "when the database is slow, it runs on after the caller has given up"
	hangingProcess = "when the process hangs, nothing ends it after the caller has given up"
)

// An alternative is what to call instead.
type alternative struct {
	category string
	name     string // function or method of the same package or type; empty if it takes more than another name
	tail     string // arguments between the context and the old ones
	request  bool   // the call makes a request that can get its context later
	event    string
}

// table lists the functions of the standard library by types.Func.FullName.
// Those whose twin is named by the rule and whose effect is known need no row;
// they stand here for their category and event.
var table = buildTable()

func buildTable() map[string]alternative {
	t := map[string]alternative{
		"net/http.NewRequest":      {category: CategoryHTTP, name: "NewRequestWithContext", request: true, event: slowPeer},
		"os/exec.Command":          {category: CategoryExec, name: "CommandContext", event: hangingProcess},
		"(*net.Dialer).Dial":       {category: CategoryNet, name: "DialContext", event: slowPeer},
		"(*database/sql.DB).Begin": {category: CategorySQL, name: "BeginTx", tail: ", nil", event: slowDatabase},
	}
	for _, f := range []string{"Get", "Head", "Post", "PostForm"} {
		t["net/http."+f] = alternative{category: CategoryHTTP, event: slowPeer}
		t["(*net/http.Client)."+f] = alternative{category: CategoryHTTP, event: slowPeer}
	}
	for _, f := range []string{"Dial", "LookupAddr", "LookupCNAME", "LookupHost", "LookupIP", "LookupMX", "LookupNS", "LookupSRV", "LookupTXT"} {
		t["net."+f] = alternative{category: CategoryNet, event: slowPeer}
	}
	for recv, methods := range map[string][]string{
		"DB":   {"Exec", "Ping", "Prepare", "Query", "QueryRow"},
		"Tx":   {"Exec", "Query", "QueryRow"}, // it holds its connection; Prepare on it does not wait for one
		"Stmt": {"Exec", "Query", "QueryRow"},
	} {
		for _, m := range methods {
			t["(*database/sql."+recv+")."+m] = alternative{category: CategorySQL, name: m + "Context", event: slowDatabase}
		}
	}
	return t
}
