package text

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// MaxBytes is the size of file that Read accepts unless told otherwise: 64 MiB.
const MaxBytes = 64 << 20

// Options say how a file is read. The zero value decides everything from the file itself.
type Options struct {
	Format   string // "" by content and name, else a name of Formats
	MaxBytes int64  // 0 is MaxBytes
}

// A format reads one kind of document. The reader has decoded it to UTF-8 (Text.utf8, offs) when read is called.
type format struct {
	name  string
	exts  []string
	looks func(head []byte) bool // whether the content is of this format; nil if content cannot tell
	read  func(t *Text) error
}

// formats is the one table of input formats, in the order in which content is asked.
var formats = []format{
	{"md", []string{".md", ".markdown", ".mdown"}, looksMarkdown, readMarkdown},
	{"txt", []string{".txt", ".text"}, nil, readPlain},
}

// Formats lists the names of the input formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Read reads one document. The error, where there is one, says what is wrong with the file and what to do about it, but
// not its name; wrap it once with that. Nothing of a file that fails is returned.
func Read(name string, r io.Reader, o Options) (*Text, error) {
	limit := o.MaxBytes
	if limit <= 0 {
		limit = MaxBytes
	}
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > limit {
		return nil, fmt.Errorf("it is larger than %d bytes; raise --max-bytes if it is meant to be", limit)
	}
	return Parse(name, raw, o)
}

// Parse reads a document that is already in memory. It keeps raw and does not change it.
func Parse(name string, raw []byte, o Options) (*Text, error) {
	decoded, offs, enc, notice, err := decode(raw)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(string(decoded[:min(len(decoded), 64)])) == "" && len(strings.TrimSpace(string(decoded))) == 0 {
		return nil, ErrEmpty
	}
	f, err := pick(name, decoded, o.Format)
	if err != nil {
		return nil, err
	}
	t := &Text{Name: name, Format: f.name, Encoding: enc, Raw: raw, utf8: decoded, offs: offs, lines: lineStarts(decoded, offs)}
	if notice != "" {
		t.Notices = append(t.Notices, notice)
	}
	if err := f.read(t); err != nil {
		return nil, err
	}
	return t, nil
}

// pick chooses the format: the one that was named, else by content, else by the file's ending, else plain text.
func pick(name string, decoded []byte, want string) (format, error) {
	if want != "" {
		for _, f := range formats {
			if f.name == want {
				return f, nil
			}
		}
		return format{}, fmt.Errorf("no input format %q; there are %s", want, strings.Join(Formats(), ", "))
	}
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		for _, e := range f.exts {
			if e == ext {
				return f, nil
			}
		}
	}
	head := decoded[:min(len(decoded), 4096)]
	for _, f := range formats {
		if f.looks != nil && f.looks(head) {
			return f, nil
		}
	}
	return formats[len(formats)-1], nil
}

// IsFileFault reports whether err is about the file's content, not about reading it.
func IsFileFault(err error) bool { return errors.Is(err, ErrBinary) || errors.Is(err, ErrEmpty) }
