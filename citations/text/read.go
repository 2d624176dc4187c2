package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
)

// MaxBytes is the size of file that Read accepts unless told otherwise: 64 MiB.
const MaxBytes = 64 << 20

// MaxText is how much text a file may hold, once unpacked, unless told otherwise: 64 MiB.
const MaxText = 64 << 20

// maxParagraphs bounds the lines of a plain text and the paragraphs of a packed document: each costs some hundred bytes, however little it holds.
const maxParagraphs = 2_000_000

// Options say how a file is read. The zero value decides everything from the file itself.
type Options struct {
	Format   string          // "" by content and name, else a name of Formats
	MaxBytes int64           // 0 is MaxBytes
	MaxText  int64           // in bytes, of packed formats; 0 is MaxText
	Context  context.Context // nil never ends; once it does, the file fails
}

// A format reads one kind of document, with read or with unpack.
type format struct {
	name   string
	exts   []string                                   // of formats that are text: a packed one is known by its content
	holds  func(raw []byte) bool                      // whether the file is unmistakably of this format, whatever its name; nil if none is
	looks  func(head []byte) bool                     // whether a text without a telling name is; nil if content cannot tell
	decode func(t *Text, raw []byte) error            // in place of decodeText, where the format declares its charset
	read   func(t *Text, o Options) error             // the file is text: it has been decoded (Text.utf8, offs, lines)
	unpack func(t *Text, raw []byte, o Options) error // it is not: unpack fills Text.Raw with the text that it extracts, by way of Text.extracted
}

// formats is the one table of input formats, in the order in which content is asked. The last one takes what no other does.
var formats = []format{
	{name: "pdf", holds: holdsPDF, unpack: readPDF},
	{name: "docx", holds: holdsDocx, unpack: readDocx},
	{name: "epub", holds: holdsEPUB, unpack: readEPUB},
	{name: "rtf", holds: holdsRTF, unpack: readRTF},
	{name: "odt", holds: holdsODT, unpack: readODT},
	{name: "html", exts: []string{".html", ".htm", ".xhtml"}, holds: holdsHTML, looks: looksHTML, decode: decodeHTML, read: readHTML},
	{name: "md", exts: []string{".md", ".markdown", ".mdown"}, looks: looksMarkdown, read: asText(readMarkdown)},
	{name: "txt", exts: []string{".txt", ".text"}, read: asText(readPlain)},
}

// asText makes the reader of a format that needs no limits.
func asText(read func(*Text) error) func(*Text, Options) error {
	return func(t *Text, _ Options) error { return read(t) }
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
	raw, err := ReadAll(r, o.MaxBytes)
	if err != nil {
		return nil, err
	}
	return Parse(name, raw, o)
}

// ReadAll reads a file for Parse. One that holds more than most bytes, 0 for MaxBytes, is an error, which says so as those of Read do.
func ReadAll(r io.Reader, most int64) ([]byte, error) {
	if most <= 0 {
		most = MaxBytes
	}
	most = min(most, math.MaxInt64-1)
	raw, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > most {
		return nil, fmt.Errorf("it is larger than %d bytes; raise --max-bytes if it is meant to be", most)
	}
	return raw, nil
}

// Parse reads a document that is already in memory. It keeps raw and does not change it.
func Parse(name string, raw []byte, o Options) (*Text, error) {
	if o.MaxText <= 0 {
		o.MaxText = MaxText
	}
	if o.Context == nil {
		o.Context = context.Background()
	}
	f, err := pick(name, raw, o.Format)
	if err != nil {
		return nil, err
	}
	t := &Text{Name: name, Format: f.name, File: raw}
	if f.unpack != nil {
		err = f.unpack(t, raw, o)
	} else {
		err = f.readText(t, raw, o)
	}
	if err != nil {
		return nil, err
	}
	t.straighten()
	return t, nil
}

// readText decodes a file that is text, and reads it.
func (f *format) readText(t *Text, raw []byte, o Options) error {
	decode := decodeText
	if f.decode != nil {
		decode = f.decode
	}
	if err := decode(t, raw); err != nil {
		return err
	}
	if blankText(t.utf8) {
		return ErrEmpty
	}
	t.lines = lineStarts(t.utf8, t.offs)
	return f.read(t, o)
}

// decodeText takes a file for text in UTF-8, UTF-16 or UTF-32, else in the charset of another script that it looks like, else in Windows-1252.
func decodeText(t *Text, raw []byte) error {
	if e, name := foreignCharset(raw); e != nil {
		t.decodeAs(raw, e, name)
		t.Notices = append(t.Notices, guessed("it is not UTF-8", name))
		return nil
	}
	out, offs, enc, notice, err := decode(raw)
	if err != nil {
		return err
	}
	if offs != nil && bytes.IndexByte(out, 0) >= 0 { // NUL as a character of UTF-16 or UTF-32
		return ErrBinary
	}
	t.Raw, t.utf8, t.offs, t.Encoding = raw, out, offs, enc
	if notice != "" {
		t.Notices = append(t.Notices, notice)
	}
	return nil
}

func blankText(s []byte) bool {
	return len(bytes.TrimSpace(s[:min(len(s), 64)])) == 0 && len(bytes.TrimSpace(s)) == 0
}

// extracted makes s, in UTF-8, the source text of a document whose file is none: what its spans count in.
func (t *Text) extracted(s []byte) {
	t.Raw, t.utf8, t.Encoding = s, s, "utf-8"
	t.lines = lineStarts(s, nil)
}

// pick chooses the format: the one that was named, else by unmistakable content, else by the file's ending, else by what the text looks
// like, else plain text.
func pick(name string, raw []byte, want string) (*format, error) {
	for i := range formats {
		if f := &formats[i]; f.name == want || want == "" && f.holds != nil && f.holds(raw) {
			return f, nil
		}
	}
	if want != "" {
		return nil, fmt.Errorf("no input format %q; there are %s", want, strings.Join(Formats(), ", "))
	}
	if err := foreign(raw); err != nil {
		return nil, err
	}
	ext := strings.ToLower(filepath.Ext(name))
	for i := range formats {
		if slices.Contains(formats[i].exts, ext) {
			return &formats[i], nil
		}
	}
	head := raw[:min(len(raw), 4096)]
	if decoded, _, _, _, err := decode(head); err == nil {
		head = decoded
	}
	for i := range formats {
		if f := &formats[i]; f.looks != nil && f.looks(head) {
			return f, nil
		}
	}
	return &formats[len(formats)-1], nil
}

// A fault says what is wrong with a file and what to do about it.
type fault struct{ what string }

func (f *fault) Error() string { return f.what }

func faultf(format string, args ...any) error { return &fault{fmt.Sprintf(format, args...)} }

// IsFileFault reports whether err is about the file's content, not about reading it.
func IsFileFault(err error) bool {
	var f *fault
	return errors.As(err, &f) || errors.Is(err, ErrBinary) || errors.Is(err, ErrEmpty)
}
