package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// many are documents that are not named one by one on the command line.
type many struct {
	list string // a file with a path on each line, "-" for standard input
	null bool   // standard input holds documents that NUL bytes part

	failure chan error // why names has ended too early; nothing if it has not
}

func (m *many) register(f *pflag.FlagSet) {
	m.failure = make(chan error, 1)
	f.StringVar(&m.list, "list", "", "read the documents that `FILE` names too, one a line; - is standard input")
	f.BoolVar(&m.null, "null", false, "read documents, in a format of text, from standard input, parted by NUL bytes")
}

func (m *many) args(c *cobra.Command, args []string) error {
	switch {
	case m.null && (m.list == "-" || slices.Contains(args, "-")), m.list == "-" && slices.Contains(args, "-"):
		return errors.New("standard input is asked for twice: one of -, --list - and --null reads it")
	case m.null || m.list != "":
		return nil
	}
	return files(c, args)
}

// names are the names of all documents, and how many they are, 0 where that is not known. They are read as they are asked for. Those from standard input are
// given to the job under names of their own.
func (m *many) names(ctx context.Context, j *job, args []string) (names iter.Seq[string], total int) {
	if !m.null && m.list == "" {
		return slices.Values(args), len(args)
	}
	return func(yield func(string) bool) {
		for _, name := range args {
			if !yield(name) {
				return
			}
		}
		if m.list != "" && !m.listed(ctx, j.streams.in, yield) {
			return
		}
		if m.null {
			m.parted(j, yield)
		}
	}, 0
}

// listed gives the paths of the list; false if no more are wanted, or the list cannot be read.
func (m *many) listed(ctx context.Context, in io.Reader, yield func(string) bool) bool {
	if m.list != "-" {
		f, err := os.Open(m.list)
		if err != nil {
			m.failure <- fmt.Errorf("--list %s: %w", m.list, cure(err))
			return false
		}
		defer f.Close()
		in = stoppable{ctx, f} // it may be a pipe
	}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if name := strings.TrimSuffix(lines.Text(), "\r"); name != "" && !yield(name) {
			return false
		}
	}
	if err := lines.Err(); err != nil {
		m.failure <- fmt.Errorf("--list %s: %w; it has one path a line", m.list, err)
		return false
	}
	return true
}

// err is why names has ended too early, nil if it has not.
func (m *many) err() error {
	select {
	case err := <-m.failure:
		return err
	default:
		return nil
	}
}

// inputMark begins the names of documents from standard input: "-#1" is the first.
const inputMark = "-#"

// fromInput reports whether a document came from standard input: the ledger knows it by its content.
func fromInput(name string) bool { return name == "-" || strings.HasPrefix(name, inputMark) }

// parted gives the documents of standard input. Of one that is too large no more is kept than shows that it is.
func (m *many) parted(j *job, yield func(string) bool) {
	in := bufio.NewReaderSize(j.streams.in, 64<<10)
	for n := 1; ; n++ {
		raw, err := untilNull(in, j.set.maxBytes)
		if len(raw) > 0 {
			name := fmt.Sprint(inputMark, n)
			j.given.Store(name, raw)
			if !yield(name) {
				return
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			m.failure <- fmt.Errorf("standard input: %w", err)
			return
		}
	}
}

// untilNull reads what stands before the next NUL, of which at most one byte more than most is kept. At the end of the input the error is io.EOF.
func untilNull(in *bufio.Reader, most int64) ([]byte, error) {
	var all []byte
	for {
		part, err := in.ReadSlice(0)
		ended := err == nil
		if ended {
			part = part[:len(part)-1]
		}
		all = append(all, part[:min(int64(len(part)), most+1-int64(len(all)))]...)
		if ended || !errors.Is(err, bufio.ErrBufferFull) {
			return all, err
		}
	}
}
