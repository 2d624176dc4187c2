package reports

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// analysed is the whole analysis of a text, nil where it cannot be read.
func analysed(name string, raw []byte) *score.Analysis {
	x, err := text.Parse(name, raw, text.Options{MaxText: 1 << 20})
	if err != nil {
		return nil
	}
	published, _ := dates.ParseISO("2018-05-18")
	doc := citations.Parse(x, citations.Options{Published: published, PublishedBy: "flag"})
	env := score.Env{Settings: "00ff", Registry: outlets.Default()}
	a := score.Analyse(doc, env, score.Count(doc, env))
	a.Findings = rules.Check(doc, a, rules.Options{})
	return a
}

// Whatever the text, the JSON has the shape of the contract, member by member; its spans lie in the file and its lists refer to what there is. Every other
// format is written, and shows no character that a terminal would obey.
func FuzzJSON(f *testing.F) {
	f.Add(sampleText, false)
	f.Add("# A\n\nShips left.[^1] (Reuters, May 3; [x](http://a.example/))\n\n[^1]: Ibid.\n", true)
	f.Add("T\n\nx (\u202eAFP, 3 May) y.2\n\nNOTES\n\n1. A, “B,” C, May 4, http://a/ b-c.\n2. Ibid.", false)
	f.Fuzz(func(t *testing.T, s string, md bool) {
		if len(s) > 1<<14 {
			return
		}
		a := analysed(map[bool]string{false: "x.txt", true: "x.md"}[md], []byte(s))
		if a == nil {
			return
		}
		got := written(t, "json", a, Options{})
		var c contract
		d := json.NewDecoder(strings.NewReader(got))
		d.DisallowUnknownFields()
		if err := d.Decode(&c); err != nil {
			t.Fatal(err)
		}
		if want := asEncodingJSON(t, c); got != want {
			t.Fatalf("not what encoding/json prints\n got %s\nwant %s", got, want)
		}
		checkContract(t, &c, len(s))
		for _, format := range Formats {
			out := written(t, format.Name, a, Options{})
			obeyed := "\x1b\x00\u202e"
			if json.Valid([]byte(out)) || format.Name == "jsonl" {
				obeyed = "\x1b\x00" // a program is told the text as it is
			}
			if strings.ContainsAny(out, obeyed) {
				t.Fatalf("%s: %q", format.Name, out)
			}
		}
	})
}

// checkContract wants spans inside the file and ids that something has.
func checkContract(t *testing.T, c *contract, size int) {
	t.Helper()
	span := func(s [2]int) {
		if s[0] < 0 || s[1] < s[0] || s[1] > size {
			t.Fatalf("span %v of %d", s, size)
		}
	}
	for i := range c.Articles {
		a := &c.Articles[i]
		ids := map[string]bool{}
		span(a.Span)
		for _, k := range a.Citations {
			span(k.Span)
			ids[k.ID] = true
		}
		for _, n := range a.Notes {
			span(n.Span)
			ids[n.ID] = true
		}
		var used []string
		for _, k := range a.Claims {
			span(k.Span)
			used = append(append(used, k.Citations...), k.CoveredBy...)
		}
		for _, m := range a.Markers {
			span(m.Span)
			used = append(used, m.Citations...)
			if m.Note != nil {
				used = append(used, *m.Note)
			}
		}
		for _, id := range used {
			if !ids[id] {
				t.Fatalf("%s refers to %q", a.ID, id)
			}
		}
	}
	for _, x := range c.Findings {
		span(x.Span)
		if x.Line < 1 || x.Column < 1 || x.Fingerprint == "" {
			t.Fatalf("finding %+v", x)
		}
		if x.Edit != nil {
			span(x.Edit.Span)
		}
	}
}

// A copy with comments has the text that the document has, and as many comments as it says.
func FuzzWordComments(f *testing.F) {
	f.Add("Ships left the port of Velm and killed 18 people", "Alnabaa, April 31; Reuters, May 3", "<w:b/>")
	f.Add("a</w:t><w:br/><w:t>b", "AFP, n.d.", "")
	f.Add("x</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>y", "z", "<w:del/>")
	f.Fuzz(func(t *testing.T, claim, source, properties string) {
		raw := packed(t, "word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:rPr>`+properties+
			`</w:rPr><w:t>`+claim+` (</w:t></w:r><w:r><w:t>`+source+`</w:t></w:r><w:r><w:t>).</w:t></w:r></w:p></w:body></w:document>`)
		a := analysed("x.docx", raw)
		if a == nil || a.Document.Text.Format != "docx" {
			return
		}
		var out bytes.Buffer
		n, err := WriteComments(&out, a, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			return
		}
		b := analysed("x.docx", out.Bytes())
		if b == nil || b.Document.Text.Clean != a.Document.Text.Clean {
			t.Fatalf("%d comments have changed %q", n, a.Document.Text.Clean)
		}
		if got := strings.Count(partOf(t, out.Bytes(), "word/comments.xml"), "<w:comment "); got != n {
			t.Fatalf("%d comments, %d said", got, n)
		}
	})
}

// packed is a package of parts, its list of types first.
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	parts = append([]string{"[Content_Types].xml", `<Types xmlns="` + typesSpace + `"></Types>`}, parts...)
	for i := 0; i < len(parts); i += 2 {
		if err := add(z, parts[i], time.Time{}, []byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// partOf is a part of a package, "" if it has none of the name.
func partOf(t testing.TB, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(filepath.ToSlash(name))
	if err != nil {
		return ""
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
