package warc

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Page is one of the pages that a WACZ shows first.
type Page struct {
	URL   string
	At    time.Time
	Title string
}

// The names of the parts (WACZ 1.1.1, section 4).
const (
	archiveName = "archive/data.warc.gz"
	indexName   = "indexes/index.cdx"
	pagesName   = "pages/pages.jsonl"
	packageName = "datapackage.json"
	digestName  = "datapackage-digest.json"
)

// WriteWACZ writes a WACZ of exchanges and the pages among them. The archive itself lies in a temporary file on the way, so that memory holds
// one exchange at a time. Info.File is not asked for.
func WriteWACZ(w io.Writer, info Info, pages []Page, all iter.Seq2[*Exchange, error]) (err error) {
	tmp, err := os.CreateTemp("", "verify-*.warc.gz")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	info.File = "data.warc.gz"
	archive := newPart(archiveName, tmp)
	entries, err := Write(archive, info, all)
	if err != nil {
		return err
	}
	if _, err := tmp.Seek(0, io.SeekStart); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	if err := z.SetComment(""); err != nil {
		return err
	}
	if err := archive.store(z, tmp); err != nil {
		return err
	}
	parts := []*part{archive}
	for _, p := range []struct {
		name string
		body []byte
	}{{indexName, index(entries)}, {pagesName, pageList(pages)}} {
		one, err := storeBytes(z, p.name, p.body)
		if err != nil {
			return err
		}
		parts = append(parts, one)
	}
	described, err := storeBytes(z, packageName, describe(info, pages, parts))
	if err != nil {
		return err
	}
	if _, err := storeBytes(z, digestName, asJSON(map[string]string{"path": packageName, "hash": described.hash()})); err != nil {
		return err
	}
	return z.Close()
}

// part counts and sums what is written to one file of the package.
type part struct {
	name string
	w    io.Writer
	size int64
	crc  uint32
	sum  interface{ Sum([]byte) []byte }
}

func newPart(name string, w io.Writer) *part {
	h := sha256.New()
	return &part{name: name, w: io.MultiWriter(w, h), sum: h}
}

// Write writes through.
func (p *part) Write(b []byte) (int, error) {
	n, err := p.w.Write(b)
	p.size += int64(n)
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b[:n])
	return n, err
}

func (p *part) hash() string { return "sha256:" + hex.EncodeToString(p.sum.Sum(nil)) }

// store puts the part into the package as it is: WACZ wants what is packed already not packed again, so that a reader can ask for a piece of it.
// The date of an entry is the first that ZIP knows.
func (p *part) store(z *zip.Writer, from io.Reader) error {
	size := uint64(p.size)                                                                                                                                          //nolint:gosec // a size
	w, err := z.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Store, CRC32: p.crc, CompressedSize64: size, UncompressedSize64: size, ModifiedDate: 1<<5 | 1}) //nolint:staticcheck // CreateRaw does not look at Modified
	if err != nil {
		return err
	}
	_, err = io.Copy(w, from)
	return err
}

func storeBytes(z *zip.Writer, name string, body []byte) (*part, error) {
	p := newPart(name, io.Discard)
	if _, err := p.Write(body); err != nil {
		return nil, err
	}
	return p, p.store(z, bytes.NewReader(body))
}

// index is the CDXJ: a line for each answer, sorted by the key of its address and its time.
func index(entries []Entry) []byte {
	lines := make([]string, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		lines = append(lines, fmt.Sprintf("%s %s %s", Key(e.URL), e.At.UTC().Format("20060102150405"), asJSON(struct {
			URL      string `json:"url"`
			Mime     string `json:"mime"`
			Status   string `json:"status"`
			Digest   string `json:"digest"`
			Length   string `json:"length"`
			Offset   string `json:"offset"`
			Filename string `json:"filename"`
		}{e.URL, e.Mime, strconv.Itoa(e.Status), e.Digest, strconv.FormatInt(e.Length, 10), strconv.FormatInt(e.Offset, 10), "data.warc.gz"})))
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// pageList has a line about itself, and one for each page.
func pageList(pages []Page) []byte {
	b := asJSON(struct {
		Format string `json:"format"`
		ID     string `json:"id"`
		Title  string `json:"title"`
	}{"json-pages-1.0", "pages", "Pages that a verdict rests on"})
	for _, p := range pages {
		b = append(b, asJSON(struct {
			ID    string `json:"id"`
			URL   string `json:"url"`
			At    string `json:"ts"`
			Title string `json:"title"`
		}{digest([]byte(p.URL + " " + stamp(p.At)))[len("sha256:"):][:16], target(p.URL), stamp(p.At), p.Title})...)
	}
	return b
}

// resource is one file in the description of the package.
type resource struct {
	Name string `json:"name"`
	Path string `json:"path"`
	Hash string `json:"hash"`
	Size int64  `json:"bytes"`
}

// describe is datapackage.json.
func describe(info Info, pages []Page, parts []*part) []byte {
	d := struct {
		Profile   string     `json:"profile"`
		Version   string     `json:"wacz_version"`
		Title     string     `json:"title"`
		Created   string     `json:"created"`
		Software  string     `json:"software"`
		MainPage  string     `json:"mainPageUrl,omitempty"`
		MainDate  string     `json:"mainPageDate,omitempty"`
		Resources []resource `json:"resources"`
	}{Profile: "data-package", Version: "1.1.1", Title: info.Title, Created: stamp(info.At), Software: info.Software}
	if len(pages) > 0 {
		d.MainPage, d.MainDate = target(pages[0].URL), stamp(pages[0].At)
	}
	for _, p := range parts {
		d.Resources = append(d.Resources, resource{p.name[strings.LastIndexByte(p.name, '/')+1:], p.name, p.hash(), p.size})
	}
	slices.SortFunc(d.Resources, func(a, b resource) int { return cmp.Compare(a.Path, b.Path) })
	return asJSON(d)
}

// asJSON is a value as a line of JSON, with its signs as they are. What is given can always be written.
func asJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings and numbers
	}
	return b.Bytes()
}
