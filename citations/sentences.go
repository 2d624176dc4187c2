package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// abbreviations end in a stop that ends no sentence, lower-case, without the stop. Numbers and initials are known by their shape.
var abbreviations = wordSet(`mr mrs ms dr prof rev hon gov sen rep gen col lt maj capt cmdr adm sgt brig cpl pres st ste mt ft jr sr vs etc eg ie cf al approx est dept univ assn bros inc ltd co corp plc
	no nos vol vols p pp ed eds trans fig figs art arts sec ch para jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m u.s u.k u.n e.g i.e inf bde div regt exec fed rev stat supp cir reg
	bzw usw z.b d.h u.a evtl ggf ca vgl nr str abs hl hrsg mio mrd geb gest sog ff
	m mm mme mlle env av apr art éd
	sr sra dña d ud uds pág págs núm aprox ee.uu
	sig dott on ing prof pag
	г гг стр им ул тыс млн млрд руб т.е т.д т.п напр см
	dr inż prof ul r tzw np tj ok min m.in godz
	bkz vb dr doç
	tj tzv npr dr sv st god br str
	fr pr pn dhr mevr nl bijv`)

// twoWays are words and abbreviations both: these before a digit alone.
var twoWays = wordSet(`no art mar sun sat min on in`)

// starters begin a sentence after an acronym with stops: "the U.S. The …".
var starters = wordSet(`the he she it they we i this that these those in on at but and as when while after before a an there for since although however his her its their our
	der die das er sie es wir ein eine wie für auch doch nach bei mit von seit zum zur dem den im am aber und so wenn als dabei damit dazu le la les il elle un une el los las ella ellos o os`)

// sentences cuts a block into sentences. opaque are ranges that no sentence ends in (bracketed text); closers are those that belong to the sentence
// before them even behind its stop. Both are in order. The sentences cover the block but for the blanks between them.
func (p *parser) sentences(block Range, opaque, closers []Range) []Range {
	var out []Range
	start := p.skipBullet(skipBlanks(p.clean, block.Start, block.End), block.End)
	o, c := 0, 0
	for i := start; i < block.End; {
		for o < len(opaque) && opaque[o].End <= i {
			o++
		}
		stop := block.End
		if o < len(opaque) {
			if opaque[o].Start <= i {
				i = opaque[o].End
				continue
			}
			stop = min(stop, opaque[o].Start)
		}
		s := p.clean[:stop]
		for i < len(s) && !canEnd[s[i]] {
			i++
		}
		if i >= stop {
			continue
		}
		p.look()
		n := p.terminal(i)
		if n == 0 {
			i++
			continue
		}
		end := p.pastMarks(p.sentenceEnd(i+n, block.End), block.End)
		for c < len(closers) && closers[c].End <= i {
			c++
		}
		after, moved := p.takeClosers(end, block.End, closers[c:])
		spaced := n < 3 || p.clean[i] == 0xE2 // Chinese and Japanese print no blank behind a stop
		if !moved && (spaced && end < block.End && blankAt(p.clean, end) == 0 || !p.ends(start, i, end, block.End)) {
			i += n
			continue
		}
		if moved && after < block.End && !p.startsSentence(after, block.End) && p.clean[i] == '.' && !p.ends(start, i, after, block.End) {
			i = after
			continue
		}
		out = append(out, Range{Start: start, End: after})
		start = skipBlanks(p.clean, after, block.End)
		i = start
	}
	if start < block.End {
		out = append(out, Range{Start: start, End: block.End})
	}
	return out
}

// skipBullet is the offset behind the sign that opens a list item.
func (p *parser) skipBullet(i, end int) int {
	if i >= end {
		return i
	}
	r, n := utf8.DecodeRuneInString(p.clean[i:end])
	if strings.ContainsRune("■•●▪◦►▶✓*·", r) && i+n < end && blankAt(p.clean, i+n) > 0 {
		return skipBlanks(p.clean, i+n, end)
	}
	return i
}

// canEnd marks the first bytes of the marks that terminal knows.
var canEnd = func() (t [256]bool) {
	for _, c := range []byte(".!?\xE2\xE3\xEF\xD8\xDB") {
		t[c] = true
	}
	return
}()

// terminal is the width of the mark that can end a sentence at byte i, 0 if there is none.
func (p *parser) terminal(i int) int {
	switch c := p.clean[i]; c {
	case '.', '!', '?':
		return 1
	case 0xE2:
		if strings.HasPrefix(p.clean[i:], "…") {
			return 3
		}
	case 0xE3:
		if strings.HasPrefix(p.clean[i:], "。") {
			return 3
		}
	case 0xEF:
		if strings.HasPrefix(p.clean[i:], "！") || strings.HasPrefix(p.clean[i:], "？") {
			return 3
		}
	case 0xD8:
		if strings.HasPrefix(p.clean[i:], "؟") {
			return 2
		}
	case 0xDB:
		if strings.HasPrefix(p.clean[i:], "۔") {
			return 2
		}
	}
	return 0
}

// sentenceEnd takes in the further stops and the closing quotes and brackets behind a stop.
func (p *parser) sentenceEnd(i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(p.clean[i:end])
		switch r {
		case '.', '!', '?', '…', '"', '”', '’', '\'', '»', ')', ']', '」', '』', '*':
			i += n
			continue
		case ' ', '\u00A0', '\u202F': // French puts a blank before the mark that closes
			if at := i + n + len("»"); strings.HasPrefix(p.clean[i+n:end], "»") && (at >= end || blankAt(p.clean, at) > 0) {
				i = at
				continue
			}
		case '“', '«': // German and others close with these
			if i+n >= end || blankAt(p.clean, i+n) > 0 {
				i += n
				continue
			}
		}
		return i
	}
	return i
}

// takeClosers moves end over the closers that follow directly or behind blanks.
func (p *parser) takeClosers(end, limit int, closers []Range) (int, bool) {
	moved := false
	for _, c := range closers {
		at := skipBlanks(p.clean, end, limit)
		if c.Start < at && c.End > end && c.Start >= end {
			at = c.Start
		}
		if c.Start != at {
			if c.End <= end {
				moved = moved || c.Start >= end
				continue
			}
			break
		}
		end, moved = c.End, true
		if e := p.sentenceEnd(end, limit); e > end && (e == limit || blankAt(p.clean, e) > 0) {
			end = e
		}
	}
	return end, moved
}

// pastMarks is the end of the short marks in square brackets that stand right behind a stop: "in 2016.[citation needed][who?] The firm".
func (p *parser) pastMarks(at, limit int) int {
	for end := at; end < limit && p.clean[end] == '['; {
		k := strings.IndexAny(p.clean[end+1:min(limit, end+1+longestMark)], "[]")
		if k < 0 || p.clean[end+1+k] != ']' {
			break
		}
		if end += k + 2; end >= limit || blankAt(p.clean, end) > 0 {
			return end
		}
	}
	return at
}

// ends reports whether the stop at dot, with its quotes reaching to end, closes the sentence that began at start.
func (p *parser) ends(start, dot, end, limit int) bool {
	if end >= limit {
		return true
	}
	c := p.clean[dot]
	if c != '.' && c < 0x80 {
		return p.startsSentence(end, limit)
	}
	if c != '.' {
		return !strings.HasPrefix(p.clean[dot:], "…") || p.startsSentence(end, limit)
	}
	if !p.startsSentence(end, limit) {
		return false
	}
	return !p.abbreviates(start, dot) || end > dot+1 && p.clean[end-1] != '.'
}

// abbreviates reports whether the stop at dot ends an abbreviation, an initial or an ordinal that does not close a sentence.
func (p *parser) abbreviates(start, dot int) bool {
	k := dot
	for k > start && (wordChar(p.clean, k-1) || p.clean[k-1] == '.' && k-1 > start && wordChar(p.clean, k-2)) {
		k--
	}
	w := p.clean[k:dot]
	if w == "" {
		return false
	}
	var room [64]byte
	low := lower(room[:0], w)
	switch {
	case twoWays.hasBytes(low):
		return p.digitAfter(dot + 1)
	case abbreviations.hasBytes(low):
		return true
	case strings.Contains(w, "."): // U.S., e.g., p.m.
		return !p.knownStarter(dot + 1)
	case isNumber(w) && len(w) <= 2:
		return p.ordinal(start, k, dot+1)
	case utf8.RuneCountInString(w) == 1:
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r) && r != 'я' { // "в с. Вільне"; behind a number it is a year, which may end a sentence
			before := strings.TrimRight(p.clean[start:k], " \u00A0")
			return before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9'
		}
		return unicode.IsUpper(r) && !p.knownStarter(dot+1) || string(low) == "s" || string(low) == "c"
	}
	return false
}

// ordinal reports whether a short number before a stop is "29. Dezember" or "14. maja" rather than the end of a sentence.
func (p *parser) ordinal(start, k, after int) bool {
	if ordinalStop[p.lang] {
		return k > start && !p.knownStarter(after) // a noun or a month follows an ordinal: "auf 40. Die …"
	}
	if p.lang == "en" || k == start {
		return false
	}
	f, ok := dates.At(p.clean[k:min(len(p.clean), after+24)], 0, p.dateOptions()) // a text too short for its language to be told: "Am 8. Mai"
	return ok && k+f.End > after
}

// ordinalStop are the languages that write a stop behind an ordinal.
var ordinalStop = map[string]bool{"de": true, "hr": true, "bs": true, "sr": true, "sl": true, "cs": true, "sk": true, "pl": true, "no": true, "da": true, "fi": true, "hu": true, "tr": true, "is": true, "et": true, "lv": true}

func (p *parser) digitAfter(i int) bool {
	i = skipBlanks(p.clean, i, len(p.clean))
	return i < len(p.clean) && p.clean[i] >= '0' && p.clean[i] <= '9'
}

// knownStarter reports whether the next word is one that begins sentences.
func (p *parser) knownStarter(i int) bool {
	i = skipBlanks(p.clean, i, len(p.clean))
	k := i
	for k < len(p.clean) && wordChar(p.clean, k) && k-i < 16 {
		k++
	}
	w := p.clean[i:k]
	return w != "" && capitalised(w) && starters.has(strings.ToLower(w))
}

// startsSentence reports whether a sentence can begin behind byte i: a capital, a digit, a quotation or bracket before one, a script without capitals.
func (p *parser) startsSentence(i, limit int) bool {
	i = skipBlanks(p.clean, i, limit)
	for i < limit {
		r, n := utf8.DecodeRuneInString(p.clean[i:])
		switch {
		case strings.ContainsRune("\"“„«»‘'’([¿¡—–-•*…", r):
			i += n
			i = skipBlanks(p.clean, i, limit)
			continue
		case unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r):
			return true
		case unicode.IsLower(r):
			return p.lowerName(i, limit)
		case unicode.IsLetter(r):
			return true
		}
		return r == '$' || r == '€' || r == '£'
	}
	return true
}

// lowerName knows sentences that begin with a name in lower case: "al-Shabaab", "eNCA".
func (p *parser) lowerName(i, limit int) bool {
	k := i
	for k < limit && blankAt(p.clean, k) == 0 && k-i < 24 {
		k++
	}
	return namePrefix(p.clean[i:k])
}
