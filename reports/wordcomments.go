package reports

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.org/verify/score"
)

// WriteComments writes a copy of a .docx with the questions to its author as comments at their places, and counts them. Nothing else of it
// is changed.
func WriteComments(w io.Writer, a *score.Analysis, now time.Time) (n int, err error) {
	t := a.Document.Text
	if t.Format != "docx" {
		return 0, fmt.Errorf("comments go into a .docx, and this is %s", t.Format)
	}
	x := &wordCopy{parts: map[string][]byte{}}
	if x.zip, err = zip.NewReader(bytes.NewReader(t.File), int64(len(t.File))); err != nil {
		return 0, err
	}
	if n, err = x.comment(a, now); err != nil {
		return 0, fmt.Errorf("comments cannot be put into it: %w", err)
	}
	return n, x.write(w)
}

// wordCopy is a .docx being copied.
type wordCopy struct {
	zip   *zip.Reader
	parts map[string][]byte // those that are changed or new
}

// The namespaces of the package's own parts (ECMA-376, part 2).
const (
	typesSpace   = "http://schemas.openxmlformats.org/package/2006/content-types"
	relsSpace    = "http://schemas.openxmlformats.org/package/2006/relationships"
	commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)

func (x *wordCopy) comment(a *score.Analysis, now time.Time) (int, error) {
	main := x.related("_rels/.rels", "", "/officeDocument", "word/document.xml")
	content, err := x.read(main)
	if err != nil {
		return 0, err
	}
	part, err := scanWord(content)
	if err != nil {
		return 0, err
	}
	rels := path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")
	comments := x.related(rels, path.Dir(main), "/comments", "")
	id, err := x.firstID(comments)
	if err != nil {
		return 0, err
	}
	var list []insertion
	var bodies strings.Builder
	n := 0
	for i := range a.Findings {
		f := &a.Findings[i]
		text := question(a, f)
		if text == "" || f.Silenced != nil {
			continue
		}
		at := part.anchorOf(a, f)
		if at.end == 0 {
			continue
		}
		list = append(list, part.marks(at, id)...)
		bodies.WriteString(commentOf(part.space, id, text, now))
		id, n = id+1, n+1
	}
	if n == 0 {
		return 0, nil
	}
	x.parts[main] = inserted(content, list)
	return n, x.keep(main, rels, comments, part.space, bodies.String())
}

// insertion is what is put into a part before a byte of it.
type insertion struct {
	at   int
	text string
}

// marks are the marks of a comment around its anchor.
func (d *wordPart) marks(at anchor, id int) []insertion {
	p := d.prefix
	return []insertion{
		{at.start, fmt.Sprintf(`<%scommentRangeStart %sid="%d"/>`, p, p, id)},
		{at.end, fmt.Sprintf(`<%[1]scommentRangeEnd %[1]sid="%[2]d"/><%[1]sr><%[1]scommentReference %[1]sid="%[2]d"/></%[1]sr>`, p, id)},
	}
}

// inserted is a part with insertions; those at one place are in their order.
func inserted(content []byte, list []insertion) []byte {
	slices.SortStableFunc(list, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	var out bytes.Buffer
	from := 0
	for _, i := range list {
		out.Write(content[from:i.at])
		out.WriteString(i.text)
		from = i.at
	}
	out.Write(content[from:])
	return out.Bytes()
}

func commentOf(space string, id int, text string, now time.Time) string {
	var escaped strings.Builder
	_ = xml.EscapeText(&escaped, []byte(Visible(text)))
	return fmt.Sprintf(`<w:comment xmlns:w="%s" w:id="%d" w:author="verify" w:initials="v" w:date="%s"><w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:comment>`,
		space, id, now.UTC().Format(time.RFC3339), escaped.String())
}

// keep puts the comments into their part: the one that there is, or a new one, which is then named in the package.
func (x *wordCopy) keep(main, rels, comments, space, bodies string) error {
	if comments != "" {
		old, err := x.read(comments)
		if err == nil {
			x.parts[comments], err = beforeEnd(old, bodies)
		}
		return err
	}
	comments = path.Join(path.Dir(main), "comments.xml")
	x.parts[comments] = []byte(xml.Header + `<w:comments xmlns:w="` + space + `">` + bodies + `</w:comments>`)
	types, err := x.read("[Content_Types].xml")
	if err != nil {
		return err
	}
	if x.parts["[Content_Types].xml"], err = beforeEnd(types, fmt.Sprintf(`<Override xmlns="%s" PartName="/%s" ContentType="%s"/>`, typesSpace, comments, commentsType)); err != nil {
		return err
	}
	kind := "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	if strings.Contains(space, "purl.oclc.org") { // strict
		kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
	}
	old, err := x.read(rels)
	if err != nil { // the document refers to nothing yet
		old = []byte(xml.Header + `<Relationships xmlns="` + relsSpace + `"></Relationships>`)
	}
	x.parts[rels], err = beforeEnd(old, fmt.Sprintf(`<Relationship xmlns="%s" Id="verifyComments" Type="%s" Target="comments.xml"/>`, relsSpace, kind))
	return err
}

// beforeEnd puts XML before the end of a part's root, which may be an empty element.
func beforeEnd(content []byte, more string) ([]byte, error) {
	if at := bytes.LastIndex(content, []byte("</")); at >= 0 {
		return inserted(content, []insertion{{at, more}}), nil
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		start := d.InputOffset()
		token, err := d.RawToken()
		if err != nil {
			return nil, errors.New("a part of it is no XML")
		}
		if _, ok := token.(xml.StartElement); ok {
			tag := content[start:d.InputOffset()]
			name, _, _ := bytes.Cut(bytes.TrimRight(tag[1:], "/>"), []byte(" "))
			open := append(bytes.TrimSuffix(slices.Clone(tag), []byte("/>")), '>')
			return slices.Concat(content[:start], open, []byte(more+"</"), name, []byte(">"), content[d.InputOffset():]), nil
		}
	}
}

// related is the name of the part that a list of relations gives for a type, fallback if it gives none.
func (x *wordCopy) related(rels, dir, kind, fallback string) string {
	content, err := x.read(rels)
	if err != nil {
		return fallback
	}
	var list struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(content, &list); err != nil {
		return fallback
	}
	for _, r := range list.Relationship {
		if strings.HasSuffix(r.Type, kind) {
			if path.IsAbs(r.Target) {
				return path.Clean(r.Target)[1:]
			}
			return path.Join(dir, r.Target)
		}
	}
	return fallback
}

// firstID is the first number that no comment has.
func (x *wordCopy) firstID(comments string) (int, error) {
	if comments == "" {
		return 0, nil
	}
	content, err := x.read(comments)
	if err != nil {
		return 0, err
	}
	var list struct {
		Comment []struct {
			ID string `xml:"id,attr"`
		} `xml:"comment"`
	}
	if err := xml.Unmarshal(content, &list); err != nil {
		return 0, err
	}
	id := 0
	for _, c := range list.Comment {
		if n, err := strconv.Atoi(c.ID); err == nil {
			id = max(id, n+1)
		}
	}
	return id, nil
}

// mostPart is how large a part may be, unpacked; the text was read within narrower limits before.
const mostPart = 256 << 20

func (x *wordCopy) read(name string) ([]byte, error) {
	f, err := x.zip.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was read
	content, err := io.ReadAll(io.LimitReader(f, mostPart+1))
	if err == nil && len(content) > mostPart {
		err = fmt.Errorf("%s is larger than %d MiB", name, mostPart>>20)
	}
	return content, err
}

// write writes the package: parts that are not changed as they lie, in their order, new ones at the end.
func (x *wordCopy) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range x.zip.File {
		content, changed := x.parts[f.Name]
		if !changed {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		delete(x.parts, f.Name)
		if err := add(z, f.Name, f.Modified, content); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(x.parts)) {
		if err := add(z, name, time.Time{}, x.parts[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

func add(z *zip.Writer, name string, modified time.Time, content []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return err
}
