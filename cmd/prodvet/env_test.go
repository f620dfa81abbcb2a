package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// configured unpacks the module of env.txtar, whose libraries are the stubs.
func configured(t *testing.T) string {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/env.txtar")
	require.NoError(t, err)
	stubs, err := filepath.Abs("../../testdata/stubs")
	require.NoError(t, err)
	dir := t.TempDir()
	for _, f := range ar.Files {
		text := string(f.Data)
		if f.Name == "go.mod" {
			for line := range strings.Lines(text) {
				if fields := strings.Fields(line); strings.HasPrefix(line, "\t") {
					text += "\nreplace " + fields[0] + " => " + filepath.ToSlash(filepath.Join(stubs, fields[0])) + "\n"
				}
			}
		}
		path := filepath.Join(dir, f.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

const envTable = `VARIABLE              TYPE      DEFAULT   READ           WHERE                PROGRAM
ADDR                  string    :8080     at start       api/main.go:28 +1    api,job
API_DB_POOL           int       10        at start       api/main.go:15       api
API_DB_URL            string    required  at start       api/main.go:14       api
API_JWT_SECRET        string    (secret)  at start       api/main.go:19       api
CHECKED               string    required  at start       conf/conf.go:43      api,job
FILLED_SHOWN          string    -         at start       parser/main.go:22    parser
FIRST                 string    -         at start       api/main.go:33       api
FLAGGED_CYCLE         duration  1m0s      at start       flags/main.go:17     flags
FLAGGED_DB_URL        string    -         at start       flags/main.go:15     flags
FLAGGED_LISTEN        string    :8081     at start       flags/main.go:16     flags
FLAG_NAME             string    x         at start       parser/main.go:37    parser
JOB_BATCH_SIZE        int       50        at start       job/main.go:14       job
JOB_NESTED_LEVEL      string    -         at start       job/main.go:15       job
LOOKED_UP_NAME        string    none      at start       parser/main.go:28    parser
MAINTENANCE           string    -         while serving  api/main.go:40       api
OS_DOMAIN             string    -         at start       flags/main.go:37     flags
OS_REGION             string    -         at start       flags/main.go:39     flags
OS_USERNAME           string    -         at start       flags/main.go:37     flags
PARSED_LISTEN         string    -         at start       parser/main.go:14    parser
PARSED_TLS_CERT       string    -         at start       parser/main.go:16    parser
PLAIN_NAME            string    -         at start       job/main.go:33       job
QUEUE_N               int       4         at start       job/main.go:20       job
QUEUE_URL             string    required  at start       job/main.go:19       job
RETRIES               int       3         at start       api/main.go:30       api
SECOND                string    -         at start       api/main.go:33       api
TIMEOUT               duration  5s        at start       conf/conf.go:32      api,job
TOKEN                 string    required  at start       api/main.go:31       api
V_HTTP_HOST           string    -         at start       job/main.go:32       job
V_HTTP_PORT           int       9000      at start       job/main.go:31       job
WORKERS               int       -         at start       api/main.go:29       api
`

func TestEnvTable(t *testing.T) {
	got := run(t, configured(t), nil, binary, "env")
	assert.Equal(t, collapse(envTable), collapse(got.stdout))
	assert.Empty(t, got.stderr)
	assert.Equal(t, 0, got.code)
}

// collapse leaves out how wide the columns are.
func collapse(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(out, "\n")
}

func TestEnvJSON(t *testing.T) {
	got := run(t, configured(t), nil, binary, "env", "-json", "./api")
	var doc struct {
		Version   int
		Variables []struct {
			Key, Type, Class, Default string
			Required                  bool
			Places                    []any
			Programs                  []string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &doc), got.stderr)
	assert.Equal(t, 1, doc.Version)
	for _, v := range doc.Variables {
		if v.Key == "API_JWT_SECRET" {
			assert.Equal(t, "secret", v.Class)
			assert.Empty(t, v.Default, "a secret is not printed")
			assert.Equal(t, []string{"env.test/api"}, v.Programs)
			return
		}
	}
	t.Error("API_JWT_SECRET is not listed")
}

// -write adds what is missing and keeps the rest as it is.
func TestEnvWrite(t *testing.T) {
	dir := configured(t)
	file := filepath.Join(dir, ".env.example")
	mine := "# mine\nOTHER=1\n\nTOKEN=\n#WORKERS=2"
	require.NoError(t, os.WriteFile(file, []byte(mine), 0o640))
	require.Equal(t, 0, run(t, dir, nil, binary, "env", "-write", file).code)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	text := string(data)
	assert.True(t, strings.HasPrefix(text, mine+"\n"), text)
	assert.Contains(t, text, "# int; read in api/main.go\nAPI_DB_POOL=10\n")
	assert.Contains(t, text, "# string, required; read in api/main.go\nAPI_DB_URL=\n")
	assert.Contains(t, text, "API_JWT_SECRET=\n")
	assert.Equal(t, 1, strings.Count(text, "WORKERS="))
	st, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), st.Mode().Perm())
	require.Equal(t, 0, run(t, dir, nil, binary, "env", "-write", file).code)
	again, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, text, string(again), "a second run has nothing to add")
	example := run(t, dir, nil, binary, "env", "-example")
	assert.Contains(t, example.stdout, "TOKEN=\n")
	assert.Equal(t, 0, run(t, dir, nil, binary, "env", "-check", ".env.example").code-1, "OTHER is unused")
}

func TestEnvCheck(t *testing.T) {
	dir := configured(t)
	write := func(name, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	write(".env", "API_DB_URL=postgres://localhost/db\nTOKEN=changeme-please\nTOKEN=again\nCHECKED=\nUNREAD=1\nQUEUE_URL=http://queue.example.com\n")
	got := run(t, dir, nil, binary, "env", "-check", ".env")
	assert.Equal(t, 1, got.code)
	assert.Equal(t, `.env:1: API_DB_URL: points at this machine: a deployment talks to itself [localhost]
.env:3: TOKEN: is set in line 2 already: the last one wins [duplicate]
.env:4: CHECKED: is empty, and the program needs it [empty]
.env:5: UNREAD: is set here, and no code reads it [unused]
.env:6: QUEUE_URL: goes to another host without TLS [http]
`, got.stdout)

	write("compose.yaml", "services:\n  api:\n    environment:\n      API_DB_URL: ${DB}\n      TOKEN: your-token\n      CHECKED: x\n  job:\n    environment:\n      - QUEUE_URL=amqp://q\n      - OTHER\n")
	got = run(t, dir, nil, binary, "env", "-check", "compose.yaml")
	assert.Equal(t, "compose.yaml:5: TOKEN: holds a placeholder [placeholder]\n", got.stdout)

	write("k8s/deploy.yml", "kind: Deployment\nspec:\n  containers:\n  - name: api\n    env:\n    - name: TOKEN\n      valueFrom: {secretKeyRef: {name: s, key: t}}\n    - name: CHECKED\n      value: \"\"\n---\nkind: ConfigMap\ndata:\n  API_DB_URL: postgres://db/x\n  QUEUE_URL: amqp://localhost:5672\n")
	got = run(t, dir, nil, binary, "env", "-check", "k8s/deploy.yml")
	assert.Equal(t, "k8s/deploy.yml:8: CHECKED: is empty, and the program needs it [empty]\nk8s/deploy.yml:14: QUEUE_URL: points at this machine: a deployment talks to itself [localhost]\n", got.stdout)

	write("Dockerfile", "FROM scratch\nENV API_DB_URL=postgres://127.0.0.1/x \\\n    WORKERS=2\nENV ADDR :80\n")
	got = run(t, dir, nil, binary, "env", "-check", "Dockerfile")
	assert.Equal(t, "Dockerfile:2: API_DB_URL: points at this machine: a deployment talks to itself [localhost]\n", got.stdout)
	assert.NotContains(t, got.stdout+got.stderr, "127.0.0.1", "no value is printed")

	write("config.yaml", "port: 80\njwt-secret: abc-def\napi:\n  db-pool: 5\n  db-url: postgres://localhost/x\nhosts: [a]\nunread: 1\n")
	got = run(t, dir, nil, binary, "env", "-check", "config.yaml")
	assert.Equal(t, "config.yaml:2: API_JWT_SECRET: stands in the file: whoever has the file has it [committed]\nconfig.yaml:5: API_DB_URL: points at this machine: a deployment talks to itself [localhost]\n", got.stdout)

	write("config.json", `{"jwt": {"secret": "${SECRET}"}}`)
	assert.Equal(t, 0, run(t, dir, nil, binary, "env", "-check", "config.json").code, "the value comes from elsewhere")

	write(".env.sample", "TOKEN=changeme\n")
	got = run(t, dir, nil, binary, "env", "-json", "-check", ".env.sample", "./api")
	assert.Contains(t, got.stdout, `"problem": "missing"`)
	assert.NotContains(t, got.stdout, "placeholder", "placeholders are meant in a sample")
}

// A package that does not load keeps nothing from being listed but its own.
func TestEnvBroken(t *testing.T) {
	dir := configured(t)
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "broken"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken", "b.go"), []byte("package broken\n\nimport _ \"env.test/generated\"\n"), 0o600))
	got := run(t, dir, nil, binary, "env")
	assert.Contains(t, got.stdout, "API_DB_URL ")
	assert.Contains(t, got.stderr, "not looked at: env.test/broken: ")
}

func TestEnvErrors(t *testing.T) {
	dir := configured(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.env"), []byte("A=1\nnonsense here\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.yaml"), []byte("a: [\n"), 0o600))
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"env", "-nope"}, "prodvet env -h lists the flags"},
		{[]string{"env", "-check", "none.env"}, "none.env"},
		{[]string{"env", "-check", "bad.env"}, "bad.env:2: this is no assignment: write NAME=value"},
		{[]string{"env", "-check", "bad.yaml"}, "bad.yaml: "},
		{[]string{"env", "./nowhere"}, "check the package patterns"},
	} {
		got := run(t, dir, nil, binary, tt.args...)
		assert.Equal(t, 2, got.code, tt.args)
		assert.Contains(t, got.stderr, tt.want)
	}
	assert.Contains(t, run(t, dir, nil, binary, "env", "-h").stdout, "-check")
}
