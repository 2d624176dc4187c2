package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"example.org/verify/citations/text"
)

// read reads one document, - from standard input. Its errors name the cure, not the file.
func (j *job) read(name string) (*text.Text, error) {
	r, err := j.input(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return text.Read(name, r, text.Options{Format: j.set.formatIn, MaxBytes: j.set.maxBytes})
}

// openFile opens a file, not a folder.
func openFile(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, cure(err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, cure(err)
	}
	if info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("it is a folder; to read every document below it: verify audit %s -o OUT", name)
	}
	return f, nil
}

// cure says what is wrong with a file and what to do about it.
func cure(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check its name and folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read; change its permissions, or copy it to where you may read it")
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func (j *job) input(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(j.streams.in), nil
	}
	return openFile(name)
}
