package env

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzReadFile: any text of any kind of file is entries or an error, never a
// panic.
func FuzzReadFile(f *testing.F) {
	for _, seed := range []string{
		"A=1\nexport B='x y'\n#c\nA=2\n",
		"FROM x\nENV A=1 B=\"2\"\nENV C 3\n",
		"services:\n  a:\n    environment:\n      - A=1\n      - B\n",
		"kind: ConfigMap\ndata: {A: \"1\"}\n---\nkind: Pod\nspec: {containers: [{env: [{name: A, value: x}]}]}\n",
		"env:\n  A: ${{ secrets.A }}\njobs: {x: {steps: [{env: {B: 1}}]}}\n",
		"a: &a [*a]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		for _, known := range []string{".env", "Dockerfile", "docker-compose.yml", "deploy.yaml"} {
			path := filepath.Join(dir, known)
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			entries, err := readFile(path)
			for _, e := range entries {
				if err == nil && e.line < 1 {
					t.Errorf("%s: entry without a line: %+v", known, e)
				}
			}
		}
	})
}
