package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// A cost is what one run took, with all its processes.
type cost struct {
	cpu  time.Duration
	peak int64 // KiB of the largest process
}

// states are what the caches hold when a run begins: nothing of the tool, all of
// it, or all but what a changed package reaches.
var states = []string{"cold", "warm", "edit"}

// bench measures go vet with a tool that does nothing and with prodvet, in turn,
// in each state of the caches.
func bench(args []string) error {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	runs := fs.Int("runs", 3, "`number` of paired runs; the ratios are of the medians")
	edit := fs.String("edit", "", "`file` below DIR that an edit changes; without it, that state is left out")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return errors.New("bench takes one directory of a module")
	}
	b := &benchmark{dir: fs.Arg(0), edit: *edit, costs: make(map[[2]string][]cost)}
	var err error
	if b.tmp, err = os.MkdirTemp("", "prodvet-bench"); err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(b.tmp) }()
	if err := b.measure("idle", -1); err != nil { // compiles what is not compiled yet
		return err
	}
	clear(b.costs)
	for i := range *runs {
		for _, tool := range []string{"idle", "prodvet"} {
			if err := b.measure(tool, i); err != nil {
				return err
			}
		}
	}
	return b.print(os.Stdout, *runs)
}

type benchmark struct {
	dir, edit, tmp string
	costs          map[[2]string][]cost // by tool and state
}

var packages = map[string]string{"idle": "./cmd/dev/internal/idle", "prodvet": "./cmd/prodvet"}

// measure runs a fresh build of a tool: the go command has nothing of it cached,
// while what it has compiled stays.
func (b *benchmark) measure(tool string, i int) error {
	bin, err := build(b.tmp, packages[tool], tool, fmt.Sprintf("%d-%d", i, rand.Uint64()))
	if err != nil {
		return err
	}
	for _, state := range states {
		if state == "edit" {
			if b.edit == "" {
				continue
			}
			restore, err := touch(filepath.Join(b.dir, b.edit), fmt.Sprintf("%s %d", tool, i))
			if err != nil {
				return err
			}
			defer restore()
			// The compiler's share of the edit is not the tool's.
			if out, _, code, err := output(b.dir, "go", "build", "./..."); err != nil || code != 0 {
				return fmt.Errorf("go build after the edit: %w %s", err, out)
			}
		}
		c, err := vet(b.dir, bin)
		if err != nil {
			return err
		}
		b.costs[[2]string{tool, state}] = append(b.costs[[2]string{tool, state}], c)
	}
	return nil
}

// touch appends a comment to a file; restore takes it away.
func touch(name, text string) (restore func(), err error) {
	before, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(name, append(slices.Clip(before), "\n// "+text+"\n"...), 0o644); err != nil {
		return nil, err
	}
	return func() { _ = os.WriteFile(name, before, 0o644) }, nil
}

// vet runs go vet with a tool.
func vet(dir, tool string) (cost, error) {
	cmd := exec.Command("go", "vet", "-vettool="+tool, "./...")
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stdout, cmd.Stderr = io.Discard, &stderr
	err := cmd.Run() // findings are an exit code
	if cmd.ProcessState == nil {
		return cost{}, err
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss}, nil
}

func (b *benchmark) print(w io.Writer, runs int) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%d paired runs, CPU of all processes (median, min to max)\nstate\tidle\tprodvet\tratio\tpeak of one process\n", runs)
	for _, state := range states {
		idle, ours := b.costs[[2]string{"idle", state}], b.costs[[2]string{"prodvet", state}]
		if len(ours) == 0 {
			continue
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%.2f\t%d MB\n", state, spread(idle), spread(ours),
			float64(median(ours).cpu)/float64(median(idle).cpu), peak(ours)/1024)
	}
	return t.Flush()
}

func median(costs []cost) cost {
	sorted := slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return int(a.cpu - b.cpu) })
	return sorted[len(sorted)/2]
}

func spread(costs []cost) string {
	sorted := slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return int(a.cpu - b.cpu) })
	return fmt.Sprintf("%.1fs (%.1f to %.1f)", median(costs).cpu.Seconds(), sorted[0].cpu.Seconds(), sorted[len(sorted)-1].cpu.Seconds())
}

func peak(costs []cost) int64 {
	var most int64
	for _, c := range costs {
		most = max(most, c.peak)
	}
	return most
}
