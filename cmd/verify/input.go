package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"example.org/verify/citations/text"
)

// read reads one document, - from standard input, and gives it no more time than --max-time. Its errors name the cure, not the file.
func (j *job) read(ctx context.Context, name string) (*text.Text, error) {
	timed, cancel := context.WithTimeout(ctx, j.set.maxTime)
	defer cancel()
	type reading struct {
		text *text.Text
		err  error
	}
	done := make(chan reading, 1)
	go func() { // which may never end: a pipe that nobody writes to, a format that looks at no clock
		t, err := j.open(name, text.Options{Format: j.set.formatIn, MaxBytes: j.set.maxBytes, MaxText: j.set.maxText, Context: timed})
		done <- reading{t, err}
	}()
	late := timed.Done()
	for {
		select {
		case r := <-done:
			if r.err == nil || timed.Err() == nil || ctx.Err() != nil {
				return r.text, r.err
			}
		case <-late:
			if ctx.Err() == nil && waits(name) {
				late = ctx.Done()
				continue
			}
		}
		break
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, fmt.Errorf("it is not read after %v; raise --max-time if it is meant to be so large", j.set.maxTime)
}

// waits reports whether it is for somebody else to write what is read: how long that takes is no fault of the document's.
func waits(name string) bool {
	if name == "-" {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular()
}

func (j *job) open(name string, o text.Options) (*text.Text, error) {
	if raw, ok := j.given.LoadAndDelete(name); ok {
		return text.Read(name, bytes.NewReader(raw.([]byte)), o)
	}
	if name == "-" {
		return text.Read(name, j.streams.in, o)
	}
	f, size, err := openFile(name)
	if err != nil {
		return nil, err
	}
	defer func() { f.Close() }()
	if size == 0 || size > o.MaxBytes { // a pipe does not know its size
		t, err := text.Read(name, f, o)
		return t, bare(err)
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
	if err != nil {
		return nil, bare(err)
	}
	return text.Parse(name, raw, o)
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
