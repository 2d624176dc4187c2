package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeOutput writes to standard output, for "" and -, or to a file, which comes into the place of what lay there once all of it is written.
func writeOutput(s streams, path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return write(s.out)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // a pipe, a terminal
		return writeFile(path, os.O_WRONLY, write)
	}
	part := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d", filepath.Base(path), os.Getpid()))
	err := writeFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, write)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		_ = os.Remove(part)
		return fmt.Errorf("write %s: %w", path, cure(err))
	}
	return nil
}

func writeFile(path string, flags int, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, flags, 0o600) // what a ledger holds is confidential
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// replaceFile puts content in the place of a file, or makes it; what lay there stays until all of it is written.
func replaceFile(path string, content []byte, mode fs.FileMode) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".verify-*")
	if err != nil {
		return cure(err)
	}
	_, err = tmp.Write(content)
	if err = errors.Join(err, tmp.Chmod(mode), tmp.Sync(), tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(tmp.Name())
	}
	return err
}
