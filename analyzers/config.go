package analyzers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/prodvet/prodvet/passes/ownerfacts"
)

// ConfigName is the name of the configuration file.
const ConfigName = ".prodvet.yaml"

// A ConfigFile is a configuration file. The zero one says nothing.
type ConfigFile struct {
	text string // with a first line that names the file
}

// FindConfig returns the configuration that holds in dir: that of the nearest
// directory upwards that has one, up to the root of the module.
func FindConfig(dir string) (ConfigFile, error) {
	for {
		c, err := ReadConfig(filepath.Join(dir, ConfigName))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return c, err
		}
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || filepath.Dir(dir) == dir {
			return ConfigFile{}, nil
		}
		dir = filepath.Dir(dir)
	}
}

// ReadConfig reads and checks a configuration file. Errors name the file, the
// line and what to write.
func ReadConfig(name string) (ConfigFile, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return ConfigFile{}, fmt.Errorf("configuration: %w", err)
	}
	c := ConfigFile{text: "# file " + filepath.Base(name) + "\n" + string(data)}
	return c, ownerfacts.CheckResources(c.text)
}

// Flags returns the analyzer flags that carry the configuration: its text, for
// the go command caches by the values of flags and sees no files behind them.
func (c ConfigFile) Flags() []string {
	if c.text == "" {
		return nil
	}
	return []string{"-ownerfacts.resources=" + c.text}
}
