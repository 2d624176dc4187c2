package page

import (
	"bytes"
	"fmt"
	"strings"

	"example.org/verify/citations/text"
)

// load decodes the page, takes out what is no text before a tree is built, and builds the tree.
func (r *reader) load(raw []byte) {
	limit := r.o.MaxBytes
	if limit <= 0 {
		limit = MaxBytes
	}
	if len(raw) > limit {
		raw = raw[:limit]
		r.notice(fmt.Sprintf("only its first %d bytes were read", limit))
	}
	src, charset := text.DecodePage(raw)
	r.page.Charset = charset
	if r.page.URL == "" {
		r.page.URL = savedFrom(src[:min(len(src), 4096)])
	}
	r.build(lean(src))
}

// savedMarks stand before the address in the comment that a program leaves in a page which it saves: browsers, SingleFile, HTTrack.
var savedMarks = []struct{ mark, scheme string }{{"saved from url=(", ""}, {"Page saved with SingleFile", ""}, {"Mirrored from ", "http://"}}

// savedFrom is the address that a page was saved from, as its first comment tells; "" if it tells none.
func savedFrom(head []byte) string {
	for _, m := range savedMarks {
		k := bytes.Index(head, []byte(m.mark))
		if k < 0 {
			continue
		}
		rest := head[k+len(m.mark):]
		if m.scheme == "" {
			if k = bytes.Index(rest, []byte("http")); k < 0 || k > 120 {
				continue
			}
			rest = rest[k:]
		}
		if k = bytes.IndexAny(rest, " \t\r\n>\""); k > 0 {
			return absolute(m.scheme+string(rest[:k]), "")
		}
	}
	return ""
}

func (r *reader) notice(s string) { r.page.Notices = append(r.page.Notices, s) }

// lean is a page without its comments, styles, drawings and scripts, JSON-LD excepted, and without the banner that the Wayback Machine
// puts in. Half of a page of today is that, and a tree takes fifty times as long to build as a string to find.
func lean(src []byte) []byte {
	l := leaner{src: src, out: make([]byte, 0, len(src)/2+64)}
	for {
		k := bytes.IndexByte(l.src[l.at:], '<')
		if k < 0 {
			return append(l.out, l.src[l.done:]...)
		}
		l.at += k
		if !l.skip() {
			l.at++
		}
	}
}

// leaner copies what is kept.
type leaner struct {
	src, out []byte
	at, done int
	missing  map[string]bool // ends that do not come any more, so that each is searched for in vain once
}

// skip skips an element that starts here and is left out.
func (l *leaner) skip() bool {
	rest := l.src[l.at:]
	if len(rest) < 4 {
		return false
	}
	switch rest[1] {
	case '!':
		return l.comment(rest)
	case 's', 'S':
		for _, name := range [...]string{"script", "style", "svg"} {
			if isTag(rest[1:], name) {
				return l.element(rest, name)
			}
		}
	}
	return false
}

func (l *leaner) comment(rest []byte) bool {
	switch {
	case !bytes.HasPrefix(rest, []byte("<!--")), bytes.HasPrefix(rest, []byte("<!-->")), bytes.HasPrefix(rest, []byte("<!--->")):
		return false
	case bytes.HasPrefix(rest, []byte("<!-- BEGIN WAYBACK TOOLBAR INSERT -->")):
		return l.until("<!-- END WAYBACK TOOLBAR INSERT -->", 4)
	}
	return l.until("-->", 4)
}

func (l *leaner) element(rest []byte, name string) bool {
	tag := rest[:min(len(rest), 512)]
	if k := bytes.IndexByte(tag, '>'); k >= 0 {
		tag = tag[:k+1]
	}
	if name == "script" && containsFold(tag, "ld+json") {
		return l.keep("</script")
	}
	if bytes.HasSuffix(tag, []byte("/>")) && name == "svg" {
		return false
	}
	return l.until("</"+name, 1)
}

// until leaves out all to the end of what end begins with, to the closing angle bracket.
func (l *leaner) until(end string, from int) bool {
	stop := l.find(end, from)
	if stop < 0 {
		return false
	}
	l.out = append(l.out, l.src[l.done:l.at]...)
	l.at, l.done = stop, stop
	return true
}

// keep passes over an element that is kept, so that nothing in it is taken for a tag.
func (l *leaner) keep(end string) bool {
	stop := l.find(end, 1)
	if stop < 0 {
		return false
	}
	l.at = stop
	return true
}

// find is the offset behind the next end, -1 where none comes.
func (l *leaner) find(end string, from int) int {
	if l.missing[end] {
		return -1
	}
	k := indexFold(l.src[l.at+from:], end)
	if k < 0 {
		if l.missing == nil {
			l.missing = map[string]bool{}
		}
		l.missing[end] = true
		return -1
	}
	stop := l.at + from + k + len(end)
	if end[len(end)-1] == '>' {
		return stop
	}
	if k := bytes.IndexByte(l.src[stop:], '>'); k >= 0 {
		return stop + k + 1
	}
	return len(l.src)
}

// indexFold is the index of an end tag or comment end in s, whatever its case.
func indexFold(s []byte, end string) int {
	for at := 0; ; {
		k := bytes.IndexByte(s[at:], end[0])
		if k < 0 || at+k+len(end) > len(s) {
			return -1
		}
		at += k
		if strings.EqualFold(string(s[at:at+len(end)]), end) {
			return at
		}
		at++
	}
}

func containsFold(s []byte, sub string) bool {
	return bytes.Contains(bytes.ToLower(s), []byte(sub))
}

// isTag reports whether s begins with the name of a tag.
func isTag(s []byte, name string) bool {
	if len(s) <= len(name) || !strings.EqualFold(string(s[:len(name)]), name) {
		return false
	}
	c := s[len(name)]
	return c == '>' || c == ' ' || c == '/' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}
