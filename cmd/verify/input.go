package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"time"

	"example.org/verify/citations/text"
)

// read reads one document, - from standard input, and gives it no more time than --max-time. What is for somebody else to write is waited for, however long that
// takes: it is no fault of the document's. Its errors name the cure, not the file.
func (j *job) read(ctx context.Context, name string) (*text.Text, error) {
	patience := j.set.maxTime
	if waits(name) {
		patience = forever
	}
	raw, err := inTime(ctx, patience, "read", func(context.Context) ([]byte, error) { return j.content(name) })
	if err != nil {
		return nil, err
	}
	return inTime(ctx, j.set.maxTime, "read", func(timed context.Context) (*text.Text, error) {
		return text.Parse(name, raw, text.Options{Format: j.set.formatIn, MaxText: j.set.maxText, Context: timed})
	})
}

const forever = time.Duration(math.MaxInt64)

// inTime is what f gives, which does to a document what done says: "read", "parsed". It does not wait for longer than most, nor once ctx ends: f may never return, on
// a pipe that nobody writes to, in a format that looks at no clock.
func inTime[T any](ctx context.Context, most time.Duration, done string, f func(context.Context) (T, error)) (given T, err error) {
	timed, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	type answer struct {
		given T
		err   error
	}
	came := make(chan answer, 1)
	go func() {
		given, err := f(timed)
		came <- answer{given, err}
	}()
	select {
	case a := <-came:
		if a.err == nil || timed.Err() == nil {
			return a.given, a.err
		}
	case <-timed.Done():
	}
	if ctx.Err() != nil {
		return given, ctx.Err()
	}
	return given, fmt.Errorf("it is not %s after %v; raise --max-time if it is meant to be so large", done, most)
}

// waits reports whether it is for somebody else to write what is read.
func waits(name string) bool {
	if name == "-" {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular()
}

// content is what a document holds, as it lies on disk or comes through standard input.
func (j *job) content(name string) ([]byte, error) {
	if raw, ok := j.given.LoadAndDelete(name); ok {
		return text.ReadAll(bytes.NewReader(raw.([]byte)), j.set.maxBytes)
	}
	if name == "-" {
		return text.ReadAll(j.streams.in, j.set.maxBytes)
	}
	f, size, err := openFile(name)
	if err != nil {
		return nil, err
	}
	defer func() { f.Close() }()
	if size == 0 || size > j.set.maxBytes { // a pipe does not know its size
		raw, err := text.ReadAll(f, j.set.maxBytes)
		return raw, bare(err)
	}
	raw, err := unchanged(f)
	for range 2 {
		if !errors.Is(err, errChanges) {
			break
		}
		time.Sleep(100 * time.Millisecond) // as long as a program may need to save a document
		f.Close()
		if f, _, err = openFile(name); err != nil { // another may have taken its place
			return nil, err
		}
		raw, err = unchanged(f)
	}
	return raw, bare(err)
}

// errChanges is said of a file of which one half may be older than the other.
var errChanges = errors.New("it changes while it is read; run again once it is written")

// unchanged reads a file, and gives errChanges where somebody writes to it meanwhile.
func unchanged(f interface {
	io.Reader
	Stat() (fs.FileInfo, error)
}) ([]byte, error) {
	before, err := f.Stat()
	if err != nil {
		return nil, err
	}
	raw := make([]byte, before.Size()) // no more than is needed: it is kept as long as the document
	n, err := io.ReadFull(f, raw)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	after, err := f.Stat()
	if err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
		err = errChanges
	}
	return raw[:n], err
}

// openFile opens a file, not a folder, and gives its size.
func openFile(name string) (*os.File, int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, cure(err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, cure(err)
	}
	if info.IsDir() {
		f.Close()
		return nil, 0, fmt.Errorf("it is a folder; to read every document below it: verify audit %s -o OUT", name)
	}
	return f, info.Size(), nil
}

// cure says what is wrong with a file and what to do about it.
func cure(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check its name and folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read; change its permissions, or copy it to where you may read it")
	}
	return bare(err)
}
