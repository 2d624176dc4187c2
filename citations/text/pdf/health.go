package pdf

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// ErrNoText says that no page holds text.
var ErrNoText = errors.New("it holds no text, only pictures of pages: run OCR first (ocrmypdf IN OUT), and read what that gives")

// sick reports whether what was read of a page cannot be its text: too much of it is not known, it breaks off, or its words have no shape of words.
func (s *sheet) sick() bool {
	if s.damaged || s.unknown > 12 && s.unknown*10 > s.chars {
		return true
	}
	n, long, signs := 0, 0, 0
	for i := range s.words {
		n += len(s.words[i].text)
		if w := s.words[i].text; len(w) > 60 && s.words[i].side == left && !strings.Contains(w, "/") && !unparted(w) {
			long++
		}
		for _, r := range s.words[i].text {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsPunct(r) && !unicode.IsMark(r) && r != ' ' {
				signs++
			}
		}
	}
	return n > 200 && (long*20 > len(s.words) || signs*3 > s.chars)
}

// fallBack asks pdftotext, where it is installed, for the pages that could not be read well.
func (r *reader) fallBack() {
	var sick []int
	for i, s := range r.sheets {
		if s.sick() {
			sick = append(sick, i)
		}
	}
	if len(sick) == 0 || len(sick) > 500 || r.Alone {
		return
	}
	got := r.poppler(sick[0]+1, sick[len(sick)-1]+1)
	var used []int
	for _, i := range sick {
		if s := got[i+1]; s != nil && !s.sick() && s.chars > r.sheets[i].chars-r.sheets[i].unknown {
			s.pictures, s.rules, s.damaged = r.sheets[i].pictures, r.sheets[i].rules, r.sheets[i].damaged
			r.sheets[i] = s
			used = append(used, i+1)
		}
	}
	if len(used) > 0 {
		r.note("read by pdftotext: %s", used)
	}
}

// note adds a notice about pages.
func (r *reader) note(format string, pages []int, args ...any) {
	if len(pages) > 0 {
		r.doc.Notices = append(r.doc.Notices, fmt.Sprintf(format, append([]any{pageList(pages)}, args...)...))
	}
}

// report says which pages could not be read. Where none has text, the file fails.
func (r *reader) report(lost int) error {
	var pictures, damaged, unclear []int
	text, drawn := 0, 0
	for i, s := range r.sheets {
		text += s.chars
		drawn += s.unknown
		switch {
		case s.damaged:
			damaged = append(damaged, i+1)
		case s.chars == 0 && s.scanned:
			pictures = append(pictures, i+1)
		case s.sick():
			unclear = append(unclear, i+1)
		}
	}
	switch {
	case text == 0 && len(damaged)+lost > 0:
		return errors.New("it is damaged: no text can be read from any page; fetch it anew, or open it in a PDF viewer and save it again")
	case text == 0 && drawn > 0 && r.repaired:
		return errors.New("it is damaged or cut off: the fonts that say what its characters are cannot be found in it; fetch it anew, or open it in a PDF viewer and save it again")
	case text == 0 && drawn > 0:
		return errors.New("its characters cannot be told: the fonts in it do not say what they show; run OCR over it (ocrmypdf --force-ocr IN OUT), and read what that gives")
	case text == 0:
		return ErrNoText
	}
	r.note("no text on %s: run OCR first", pictures)
	r.note("read in part: damage on %s", damaged)
	if r.repaired {
		r.note("read in part: characters of %s cannot be told, for what is missing of the file; fetch it anew", unclear)
	} else {
		r.note("read in part: the characters of %s cannot be told", unclear)
	}
	if lost > 0 {
		r.doc.Notices = append(r.doc.Notices, fmt.Sprintf("read in part: of %d pages %d cannot be found, the file is damaged", len(r.sheets)+lost, lost))
	}
	if r.repaired {
		r.doc.Notices = append(r.doc.Notices, "the file is damaged or cut off: what was found in it was read, and something may be missing")
	}
	return nil
}

// pageList writes "page 3", "pages 3–5, 9".
func pageList(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		k := i
		for k+1 < len(pages) && pages[k+1] == pages[k]+1 {
			k++
		}
		if k == i {
			parts = append(parts, fmt.Sprint(pages[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d–%d", pages[i], pages[k]))
		}
		i = k + 1
	}
	if len(parts) > 12 {
		parts = append(parts[:12], "…")
	}
	if len(pages) == 1 {
		return "page " + parts[0]
	}
	return "pages " + strings.Join(parts, ", ")
}
