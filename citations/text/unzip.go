package text

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"
)

const (
	mostEntries = 10_000  // of an archive
	unpackTimes = 4       // markup and all, a document may unpack to so many times as much as its text may be
	worstRatio  = 200     // a large part that unpacks to more times its size is a bomb: real ones stay below 60
	largePart   = 8 << 20 // bytes
)

// archive is a packed document. Its parts are read by name; nothing is ever written to disk, so paths in them do no harm.
type archive struct {
	parts map[string]*zip.File // by name in lower case: the first of several
	left  int64                // bytes that may still be unpacked
	all   int64
	ctx   context.Context
}

func isZip(raw []byte) bool { return bytes.HasPrefix(raw, []byte("PK\x03\x04")) }

// openArchive reads the list of parts.
func openArchive(raw []byte, o Options) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, faultf("it is cut off or damaged: its list of parts cannot be read; copy it again")
	}
	if len(z.File) > mostEntries {
		return nil, faultf("it holds more than %d parts: that is no article", mostEntries)
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), all: unpackTimes * o.MaxText, ctx: o.Context}
	a.left = a.all
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// part unpacks a part, nil if there is none of that name. It is in UTF-8.
func (a *archive) part(name string) ([]byte, error) {
	f := a.parts[strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))]
	switch {
	case f == nil:
		return nil, nil
	case f.Flags&1 != 0:
		return nil, faultf("it is encrypted: take its password off in the program that made it, and save it again")
	case int64(min(f.UncompressedSize64, 1<<62)) > a.left:
		return nil, a.tooMuch()
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.damaged(name)
	}
	defer r.Close()
	buf := bytes.NewBuffer(make([]byte, 0, min(int64(f.UncompressedSize64), len0(f))+512))
	n, err := buf.ReadFrom(io.LimitReader(&patientSource{r, a.ctx}, a.left+1))
	switch {
	case a.ctx.Err() != nil:
		return nil, a.ctx.Err()
	case n > a.left:
		return nil, a.tooMuch()
	case err != nil:
		return nil, a.damaged(name)
	case n > largePart && uint64(n) > worstRatio*f.CompressedSize64:
		return nil, faultf("its part %s unpacks to more than %d times its size: it looks like a zip bomb", name, worstRatio)
	}
	a.left -= n
	return partUTF8(buf.Bytes())
}

// len0 bounds what is set aside for a part before it is known to be real: a header can say anything.
func len0(f *zip.File) int64 {
	const little = 4 << 20
	return max(little, min(int64(min(f.CompressedSize64, 1<<40))*20, 64<<20))
}

// partUTF8 decodes a part in UTF-16.
func partUTF8(s []byte) ([]byte, error) {
	if bytes.HasPrefix(s, []byte{0xFF, 0xFE}) || bytes.HasPrefix(s, []byte{0xFE, 0xFF}) {
		out, _, _, _, err := decode(s)
		return out, err
	}
	return s, nil
}

func (a *archive) tooMuch() error {
	return faultf("it unpacks to more than %d MiB; raise --max-text if it is meant to be", a.all>>20)
}

func (a *archive) damaged(name string) error {
	return faultf("it is damaged: its part %s cannot be unpacked; copy it again", name)
}

// patientSource ends with its context.
type patientSource struct {
	io.Reader
	ctx context.Context
}

func (r *patientSource) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}
