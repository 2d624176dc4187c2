package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ibidWords open a note that stands for another.
var ibidWords = []string{"ibid", "ibidem", "ibíd", "id.", "idem", "ídem", "ebd", "ebenda", "там же", "там само", "tamże", "a.g.e", "age.", "o. c.", "isto", "ist.", "nav. dj", "nav. d.", "op. cit", "op.cit", "loc. cit", "aynı", "ivi", "同上", "同前", "前掲", "المصدر نفسه", "المرجع نفسه"}

// citWords stand behind an author's name in a note that stands for an earlier one.
var citWords = []string{"op. cit", "op.cit", "loc. cit", "supra", "a.a.O", "a. a. O", "nav. dj", "указ. соч", "dz. cyt", "passim op", "ob. cit", "art. cit", "a.g.e", "a.g.m", " cit., "}

func ibidOf(s string) (NoteKind, bool) {
	s = s[noteSignal(s):]
	low := strings.ToLower(strings.TrimLeft(s, "*_ ("))
	for _, w := range ibidWords {
		if next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(low, w)); strings.HasPrefix(low, w) && (len(low) == len(w) || !unicode.IsLetter(next)) {
			return NoteIbid, true
		}
	}
	if len(s) < 160 {
		for _, w := range citWords {
			if strings.Contains(s, w) {
				return NoteIbid, true
			}
		}
	}
	return 0, false
}

// resolveIbid finds the note that an ibid. or op. cit. stands for, or says that there is none.
func (p *parser) resolveIbid(a *Article, i int) {
	n := &a.Notes[i]
	if n.Kind != NoteIbid {
		return
	}
	why := ""
	low := strings.ToLower(n.Text[noteSignal(n.Text):])
	author := strings.Trim(strings.FieldsFunc(low+" ", func(r rune) bool { return r == ',' || r == ' ' })[0], ".,;")
	if bareIbid(low) {
		n.RefersTo, why = p.noteBefore(a, i)
	} else {
		n.RefersTo, why = noteOfAuthor(a, i, author)
	}
	if n.RefersTo >= 0 && a.Notes[n.RefersTo].Kind == NoteIbid {
		n.RefersTo = a.Notes[n.RefersTo].RefersTo
		if n.RefersTo < 0 {
			why = "the note before is itself unresolved"
		}
	}
	if why != "" {
		p.defect(Defect{Kind: IbidUnclear, Note: i, Citation: -1, Span: n.Span, Detail: why})
	}
	p.citeIbid(a, i)
}

// bareIbid reports whether a note, in lower case, begins with a word that stands for the note before.
func bareIbid(low string) bool {
	for _, w := range ibidWords {
		if strings.HasPrefix(strings.TrimLeft(low, "*_ ("), w) {
			return true
		}
	}
	return false
}

// isIbidWord reports whether a name is a word that stands for the source before: "ibid.".
func isIbidWord(s string) bool {
	const longest = 24 // bytes
	return len(s) <= longest && strings.Count(s, " ") < 2 && bareIbid(strings.ToLower(s))
}

// noteBefore is the note before i in its list, if it names one source.
func (p *parser) noteBefore(a *Article, i int) (int, string) {
	if i == 0 || a.Notes[i-1].List != a.Notes[i].List {
		return -1, "no note stands before it"
	}
	prev := &a.Notes[i-1]
	if prev.Kind == NoteComment {
		return -1, "the note before is a remark, not a source"
	}
	if len(prev.Citations) > 1 {
		return -1, "note " + prev.Label + " names several sources"
	}
	return i - 1, ""
}

// noteOfAuthor is the one note before i whose authors, publisher or title have the name.
func noteOfAuthor(a *Article, i int, name string) (int, string) {
	found := -1
	for k := range i {
		if a.Notes[k].Kind == NoteIbid || len(name) < 3 {
			continue
		}
		if strings.Contains(strings.ToLower(strings.Join(a.Notes[k].Authors, " ")+" "+a.Notes[k].Publisher+" "+a.Notes[k].Title), name) {
			if found >= 0 {
				return -1, "notes " + a.Notes[found].Label + " and " + a.Notes[k].Label + " both fit"
			}
			found = k
		}
	}
	if found < 0 {
		return -1, "no earlier note fits"
	}
	return found, ""
}

// citeIbid gives an ibid. the source of the note that it stands for.
func (p *parser) citeIbid(a *Article, i int) {
	n := &a.Notes[i]
	c := Citation{Kind: FromNote, Class: ClassPublisher, Note: i, Range: n.Range, Span: n.Span, Raw: p.t.Printed(n.Span), Inside: -1}
	if n.RefersTo >= 0 {
		from := &a.Notes[n.RefersTo]
		if len(from.Citations) > 0 {
			src := a.Citations[from.Citations[0]]
			c.Role, c.Class, c.Outlet, c.Date, c.URL, c.Named = src.Role, src.Class, src.Outlet, src.Date, src.URL, src.Named
		}
	}
	n.Citations = append(n.Citations, len(a.Citations))
	a.Citations = append(a.Citations, c)
}
