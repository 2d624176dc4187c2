package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ending is an output that fails once its context has ended: what a document says may take longer to print than to read.
type ending struct {
	ctx context.Context
	out io.Writer
}

func (e ending) Write(p []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	return e.out.Write(p)
}

// writeOutput writes to standard output, for "" and -, or to a file, which comes into the place of what lay there once all of it is written.
func writeOutput(s streams, path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return write(s.out)
	}
	if err := writeNamed(path, 0o600, write); err != nil { // what a ledger holds is confidential
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// writeNamed writes to the file that an option names, through a link to what it stands for. What is no file, as a pipe or a terminal, is written to in its place. Its
// errors name the cure, not the file.
func writeNamed(path string, mode fs.FileMode, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return cureWriting(writeInto(path, write))
	}
	path = linked(path)
	f, err := newBeside(path, mode)
	if err == nil {
		err = takePlace(f, path, write(f))
	}
	return cureWriting(err)
}

func writeInto(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// replace puts a file in the place of another in one step, so that nobody ever reads half of it. Its errors name the cure, not the file.
func replace(path string, content []byte) error {
	f, err := newBeside(path, 0o666)
	if err == nil {
		_, err = f.Write(content)
		err = takePlace(f, path, err)
	}
	return cureWriting(err)
}

// replaceFile is replace for a file that has a mode, and is kept even where the power fails at once.
func replaceFile(path string, content []byte, mode fs.FileMode) error {
	f, err := newBeside(path, 0o600)
	if err == nil {
		_, err = f.Write(content)
		err = takePlace(f, path, errors.Join(err, f.Chmod(mode), f.Sync()))
	}
	return cureWriting(err)
}

// newBeside makes a file in the folder of path, with as much of mode as the umask leaves. Its name is that of no other: one that a killed run has left, in a container
// where every run has the same number, is not in the way.
func newBeside(path string, mode fs.FileMode) (*os.File, error) {
	const longest = 200 // bytes of the name; file systems allow 255
	dir, base := filepath.Split(path)
	for {
		name := fmt.Sprintf("%s.%s.%d", dir, strings.ToValidUTF8(base[max(0, len(base)-longest):], ""), rand.Uint32())
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// takePlace closes a file and puts it in the place of path, or takes it away where writing it has failed.
func takePlace(f *os.File, path string, written error) error {
	err := errors.Join(written, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// cureWriting says why a file or folder cannot be written and what to do about it; nil stays nil.
func cureWriting(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such folder; make it, or name another")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be written; change the permissions of the folder, or name another place")
	case errors.Is(err, syscall.EROFS):
		return errors.New("the file system is read-only; name another place")
	case errors.Is(err, syscall.ENOTDIR):
		return errors.New("what should be a folder in its path is a file; name another place")
	case errors.Is(err, syscall.ENOSPC):
		return noSpace{}
	}
	return bare(err)
}

// noSpace is a full disk.
type noSpace struct{}

func (noSpace) Error() string { return "no space left on device; make room on the disk and run again" }

func (noSpace) Unwrap() error { return syscall.ENOSPC }

// bare is what an error of a file says without the file, which is named already.
func bare(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
