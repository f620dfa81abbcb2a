package libs

import (
	"bufio"
	"bytes"
	"fmt"
	"net/http"
	"os"
	"strings"
)

// A line that is too long ends the scan like the end of the file does.
func badScanFile(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []string
	sc := bufio.NewScanner(f) // want `\.Err is not asked after the last `
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines, nil
}

func badScanFirstLine(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sc := bufio.NewScanner(f) // want `\.Err is not asked after the last `
	if sc.Scan() {
		return sc.Text(), nil
	}
	return "", nil
}

func badScanStaleError(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	words := bufio.NewScanner(f) // want `\.Err is not asked after the last `
	words.Split(bufio.ScanWords)
	for words.Scan() {
		n++
	}
	return n, err
}

func badScanWrongError(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	if sc.Err() != nil {
		return err // want `^this returns a nil error where`
	}
	return nil
}

func badScanBody(url string) (n int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body) // want `\.Err is not asked after the last `
	for sc.Scan() {
		n++
	}
	return n, nil
}

// A stream of events that breaks off looks finished.
func badScanEvents(c *http.Client, req *http.Request, events chan<- string) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body) // want `\.Err is not asked after the last `
	sc.Buffer(make([]byte, 0, 4096), 1<<20)
	for sc.Scan() {
		if data, ok := strings.CutPrefix(sc.Text(), "data: "); ok {
			events <- data
		}
	}
	return nil
}

func okScanFile(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		n++
	}
	return n, sc.Err()
}

func okScanBody(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("read %s: %w", url, err)
	}
	return nil
}

func okScanString(text string) (lines []string) {
	sc := bufio.NewScanner(strings.NewReader(text)) // memory does not fail
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines
}

func okScanBytes(data []byte) (n int) {
	sc := bufio.NewScanner(bytes.NewReader(data))
	for sc.Scan() {
		n++
	}
	return n
}

func okScanBuffer(buf *bytes.Buffer) (n int) {
	sc := bufio.NewScanner(buf)
	for sc.Scan() {
		n++
	}
	return n
}

func okScanStdin() {
	sc := bufio.NewScanner(os.Stdin) // a person or a pipe
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
}

// Who asks for a number of lines has no use for an error.
func okScanCount(path string) (n int) {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		n++
	}
	return n
}

func die(msg string) {
	fmt.Fprintln(os.Stderr, msg)
	os.Exit(1)
}

func okScanDies(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if sc.Text() == "here" {
			return nil
		}
	}
	die("no such line")
	return nil
}
