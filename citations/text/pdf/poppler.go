package pdf

import (
	"bytes"
	"context"
	"encoding/xml"
	"os/exec"
	"strconv"
	"time"
)

// popplerTime and popplerBytes bound what pdftotext may take and give.
const (
	popplerTime  = 15 * time.Second
	popplerBytes = 64 << 20
)

// poppler reads pages with pdftotext, by number; none if it is not installed or does not manage. It is started without a shell, with the
// file on its standard input, and killed when its time is over.
func (r *reader) poppler(first, last int) map[int]*sheet {
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil
	}
	above := r.Context
	if above == nil {
		above = context.Background()
	}
	ctx, cancel := context.WithDeadline(above, earlier(r.end, time.Now().Add(popplerTime)))
	defer cancel()
	c := exec.CommandContext(ctx, path, "-bbox-layout", "-enc", "UTF-8", "-f", strconv.Itoa(first), "-l", strconv.Itoa(last), "-", "-")
	c.Stdin = bytes.NewReader(r.raw)
	c.Env = []string{"LC_ALL=C"}
	c.WaitDelay = time.Second
	var out capped
	c.Stdout = &out
	if c.Run() != nil || out.full {
		return nil
	}
	return sheetsOf(out.b.Bytes(), first)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// capped keeps the first bytes written to it.
type capped struct {
	b    bytes.Buffer
	full bool
}

// Write takes all and keeps what fits.
func (c *capped) Write(p []byte) (int, error) {
	if c.b.Len()+len(p) > popplerBytes {
		c.full = true
		return len(p), nil
	}
	return c.b.Write(p)
}

// sheetsOf reads the page and word elements that -bbox-layout prints. A word's box is as high as its font; its baseline lies a quarter of
// that above the lower edge.
func sheetsOf(doc []byte, first int) map[int]*sheet {
	out := map[int]*sheet{}
	var cur *sheet
	d := xml.NewDecoder(bytes.NewReader(doc))
	d.Strict = false
	for {
		tok, err := d.Token()
		if err != nil {
			return out
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "page":
			n := first + len(out)
			cur = &sheet{number: n, width: attribute(e, "width"), height: attribute(e, "height"), gap: 0.1}
			out[n] = cur
		case "word":
			var text string
			if cur == nil || d.DecodeElement(&text, &e) != nil {
				continue
			}
			cur.word(e, text)
		}
	}
}

func (s *sheet) word(e xml.StartElement, text string) {
	h := attribute(e, "yMax") - attribute(e, "yMin")
	w := word{text: spelled(text), x0: attribute(e, "xMin"), x1: attribute(e, "xMax"), y: s.height - attribute(e, "yMax") + 0.22*h, size: h * 0.87, side: classOf(text), before: true, after: true}
	s.sides[w.side] += len(text)
	s.rtl = s.sides[right] > 2*s.sides[left]
	for _, r := range text {
		if unreadable(string(r)) {
			s.unknown++
			continue
		}
		s.chars++
	}
	if w.text != "" && h > 0 && !bad(w.x0) && !bad(w.x1) && !bad(w.y) {
		s.words = append(s.words, w)
	}
}

func attribute(e xml.StartElement, key string) float64 {
	for _, a := range e.Attr {
		if a.Name.Local == key {
			v, err := strconv.ParseFloat(a.Value, 64)
			if err == nil {
				return v
			}
		}
	}
	return 0
}
