package drivertest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/sourcegraph/jsonrpc2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// The parts of the language server protocol that the test needs.
type (
	place struct {
		Line      int `json:"line"`
		Character int `json:"character"`
	}
	span struct {
		Start place `json:"start"`
		End   place `json:"end"`
	}
	diagnostic struct {
		Range    span   `json:"range"`
		Severity int    `json:"severity"`
		Code     string `json:"code"`
		Source   string `json:"source"`
		Message  string `json:"message"`
		Link     struct {
			Href string `json:"href"`
		} `json:"codeDescription"`
		Related []any           `json:"relatedInformation"`
		Data    json.RawMessage `json:"data,omitempty"`
	}
	textEdit struct {
		Range   span   `json:"range"`
		NewText string `json:"newText"`
	}
	action struct {
		Title string `json:"title"`
		Edit  struct {
			DocumentChanges []struct {
				Edits []textEdit `json:"edits"`
			} `json:"documentChanges"`
		} `json:"edit"`
	}
)

// An editor is a client of gopls.
type editor struct {
	t        *testing.T
	conn     *jsonrpc2.Conn
	analyses map[string]bool
	reports  chan published
}

type published struct {
	URI         string
	Version     int
	Diagnostics []diagnostic
}

// start opens dir in an editor.
func start(t *testing.T, dir string, analyses map[string]bool) *editor {
	t.Helper()
	cmd := exec.Command(gopls, "serve")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	ed := &editor{t: t, analyses: analyses, reports: make(chan published, 100)}
	stream := jsonrpc2.NewBufferedStream(pipes{out, in}, jsonrpc2.VSCodeObjectCodec{})
	log := new(transcript)
	ed.conn = jsonrpc2.NewConn(context.Background(), stream, jsonrpc2.HandlerWithError(ed.handle), jsonrpc2.LogMessages(log))
	t.Cleanup(func() {
		assert.NoError(t, ed.conn.Call(context.Background(), "shutdown", nil, nil))
		assert.NoError(t, ed.conn.Notify(context.Background(), "exit", nil))
		assert.NoError(t, cmd.Wait())
		t.Log(log)
	})
	ed.call("initialize", map[string]any{
		"processId": os.Getpid(), "rootUri": "file://" + dir,
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true, "workspaceEdit": map[string]any{"documentChanges": true}},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{"relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "versionSupport": true},
				"codeAction":         map[string]any{"codeActionLiteralSupport": map[string]any{"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}}}},
			},
		},
	}, nil)
	ed.notify("initialized", map[string]any{})
	return ed
}

// A transcript is what editor and server have said, cut to readable lengths.
// go test -v -run TestGopls$ shows it.
type transcript struct {
	mu    sync.Mutex
	lines strings.Builder
}

func (tr *transcript) Printf(format string, args ...any) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	const longest = 600
	line := strings.TrimPrefix(strings.TrimSpace(fmt.Sprintf(format, args...)), "jsonrpc2: ")
	tr.lines.WriteString("\n" + line[:min(len(line), longest)])
}

func (tr *transcript) String() string {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return tr.lines.String()
}

type pipes struct {
	io.ReadCloser
	w io.WriteCloser
}

func (p pipes) Write(b []byte) (int, error) { return p.w.Write(b) }

func (p pipes) Close() error {
	return p.w.Close() // the server closes the other end
}

// handle answers what the server asks for, and keeps what it publishes.
func (ed *editor) handle(_ context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	switch req.Method {
	case "workspace/configuration":
		return []any{map[string]any{"analyses": ed.analyses}}, nil
	case "textDocument/publishDiagnostics":
		var p published
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, err
		}
		select {
		case ed.reports <- p:
		default: // a test that asks for diagnostics does not read these
		}
	}
	return nil, nil
}

func (ed *editor) call(method string, params, result any) {
	ed.t.Helper()
	require.NoError(ed.t, ed.conn.Call(context.Background(), method, params, result))
}

func (ed *editor) notify(method string, params any) {
	ed.t.Helper()
	require.NoError(ed.t, ed.conn.Notify(context.Background(), method, params))
}

// diagnostics returns our diagnostics of a version of the file, by check. The
// server publishes those of the compiler first, without ours.
func (ed *editor) diagnostics(uri string, version int) map[string]diagnostic {
	ed.t.Helper()
	for p := range ed.reports {
		if p.URI != uri || p.Version != version {
			continue
		}
		ours := make(map[string]diagnostic)
		for _, d := range p.Diagnostics {
			if strings.Contains(d.Link.Href, "prodvet") {
				ours[d.Source] = d
			}
		}
		if len(ours) > 0 {
			return ours
		}
	}
	return nil
}

// byGopls asks gopls for each file of the module. An editor cannot ask for notes.
func byGopls(t *testing.T, dir string) set {
	ed := start(t, dir, map[string]bool{})
	findings := make(set)
	for _, file := range goFiles(t, dir) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		uri := "file://" + file
		ed.notify("textDocument/didOpen", map[string]any{
			"textDocument": map[string]any{"uri": uri, "languageId": "go", "version": 1, "text": string(text)},
		})
		var report struct{ Items []diagnostic }
		ed.call("textDocument/diagnostic", map[string]any{"textDocument": map[string]any{"uri": uri}}, &report)
		for _, d := range report.Items {
			if strings.Contains(d.Link.Href, "prodvet") {
				line, column := bytePosition(string(text), d.Range.Start)
				findings.add(dir, file, line, column, d.Source, d.Message)
			}
		}
	}
	return findings
}

// goFiles returns the Go files of the module's packages, tests included.
func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedFiles, Dir: dir, Tests: true, Env: append(os.Environ(), "GOWORK=off"),
	}, "./...")
	require.NoError(t, err)
	var files []string
	for _, p := range pkgs {
		for _, f := range p.GoFiles {
			if strings.HasPrefix(f, dir+string(filepath.Separator)) { // not the generated main of a test
				files = append(files, f)
			}
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// bytePosition returns a place of the protocol, which counts from 0 and in
// UTF-16, as the compiler writes it.
func bytePosition(text string, p place) (line, column int) {
	rest := strings.Split(text, "\n")[p.Line]
	units := 0
	for i, r := range rest {
		if units >= p.Character {
			return p.Line + 1, i + 1
		}
		units += utf16.RuneLen(r)
	}
	return p.Line + 1, len(rest) + 1
}

// An open file shows the findings with code, link and related places; the quick
// fix makes one vanish.
func TestGopls(t *testing.T) {
	dir := shop(t)
	file := filepath.Join(dir, "store", "store.go")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	uri := "file://" + file
	ed := start(t, dir, map[string]bool{})
	ed.notify("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": uri, "languageId": "go", "version": 1, "text": string(text)},
	})
	found := ed.diagnostics(uri, 1)
	assert.Len(t, found, 5)
	leak := found["sqlclose"]
	assert.Equal(t, place{14, 14}, leak.Range.Start)
	assert.Equal(t, 1, leak.Severity, "an error")
	assert.Equal(t, 2, found["ctxless"].Severity, "a warning")
	assert.Contains(t, leak.Message, "rows is not closed when rows.Scan fails")
	assert.Equal(t, "https://pkg.go.dev/github.com/prodvet/prodvet/passes/sqlclose", strings.Split(leak.Link.Href, "#")[0])
	assert.NotEmpty(t, leak.Related)

	var actions []action
	ed.call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": uri}, "range": leak.Range,
		"context": map[string]any{"diagnostics": []diagnostic{leak}, "only": []string{"quickfix"}},
	}, &actions)
	require.NotEmpty(t, actions)
	require.NotEmpty(t, actions[0].Edit.DocumentChanges)
	fixed := apply(string(text), actions[0].Edit.DocumentChanges[0].Edits)
	assert.Contains(t, fixed, "\n\tdefer rows.Close()\n")
	ed.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": uri, "version": 2},
		"contentChanges": []any{map[string]any{"text": fixed}},
	})
	after := ed.diagnostics(uri, 2)
	assert.NotContains(t, after, "sqlclose")
	assert.Contains(t, after, "ctxless")
}

// The setting "analyses" switches a check off.
func TestGoplsAnalyses(t *testing.T) {
	dir := shop(t)
	file := filepath.Join(dir, "store", "store.go")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	ed := start(t, dir, map[string]bool{"sqlclose": false})
	ed.notify("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": "file://" + file, "languageId": "go", "version": 1, "text": string(text)},
	})
	found := ed.diagnostics("file://"+file, 1)
	assert.NotContains(t, found, "sqlclose")
	assert.Contains(t, found, "ctxless")
}

// apply makes edits, given in ascending order.
func apply(text string, edits []textEdit) string {
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		text = text[:offset(text, e.Range.Start)] + e.NewText + text[offset(text, e.Range.End):]
	}
	return text
}

// offset returns the index of a place in an ASCII text.
func offset(text string, p place) int {
	at := 0
	for range p.Line {
		at += bytes.IndexByte([]byte(text[at:]), '\n') + 1
	}
	return at + p.Character
}
