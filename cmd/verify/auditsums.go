package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"runtime"
	"slices"
)

// sums gives the files that can be opened, with the sums of their contents; the others have failed.
func (a *auditRun) sums(ctx context.Context, files []auditFile) []auditFile {
	type sum struct {
		sha string
		err error
	}
	one := func(name string) sum {
		sha, err := a.sumOf(name)
		return sum{sha, err}
	}
	var good []auditFile
	i := 0
	for s := range inOrder(slices.Values(namesOf(files)), lanes{work: 2 * runtime.GOMAXPROCS(0)}, one) {
		if ctx.Err() != nil {
			return nil
		}
		if s.err != nil {
			a.say(result{name: files[i].name, err: s.err})
		} else {
			files[i].sha = s.sha
			good = append(good, files[i])
		}
		i++
	}
	return good
}

// sumOf is the sha256 of a file's content. One that is too large to be read is not summed: reading it will say so.
func (a *auditRun) sumOf(name string) (string, error) {
	if isSpecial(name) { // a list or a manifest named it
		return "", errors.New("it is no regular file; an audit reads files that it can read again: save it as one")
	}
	f, size, err := openFile(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if size > a.set.maxBytes {
		return name, nil
	}
	h := sha256.New()
	room := make([]byte, min(size+1, 32<<10)) // io.Copy would take 32 KiB for each of many small files
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, room); err != nil {
		return "", cure(err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func namesOf(files []auditFile) []string {
	names := make([]string, len(files))
	for i := range files {
		names[i] = files[i].name
	}
	return names
}
