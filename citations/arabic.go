package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// Many Arabic papers are called by words that every text has: Life, the Middle East, the Island. Such a name is a source right behind its verb or cue ("نشرت الشرق الأوسط"), behind
// the noun of a paper or in quotation marks ("وفقا لصحيفة «الحياة»"), or where somebody speaks to it ("قال الوزير لرويترز إن"), and nowhere else in the sentence.

// arabicMedia are the nouns of papers, stations and agencies.
var arabicMedia = wordSet(`صحيفة جريدة وكالة قناة موقع شبكة مجلة إذاعة منصة تلفزيون راديو فضائية يومية أسبوعية الصحيفة محطة`)

// arabicPress is the paper that stands at byte at, behind its noun and a quotation mark perhaps.
func (p *parser) arabicPress(at, limit int) Range {
	at = stretched(p.clean, skipBlanks(p.clean, at, limit), limit)
	noun := ""
	for n := 0; n < 2 && at < limit; n++ {
		mark := quoteMark(p.clean[at:limit])
		name := p.clean[at+mark : limit] // what is glued before it is no part of its first word
		if end, ids, ok := p.names.LongestAt(name, 0); ok && anyPress(ids) && nameable(name[:end]) && !(mark == 0 && n == 0 && arabicPeople.has(name[:end])) {
			end += at + mark
			return Range{Start: at + mark, End: p.arabicWhole(at+mark, end, limit, mark > 0)}
		}
		if mark > 0 && n > 0 { // "لصحيفة «صوت النهر»"
			if k := closingMark(p.clean[at+mark : limit]); k > 0 {
				return Range{Start: at + mark, End: at + mark + k}
			}
		}
		e := wordEnd(p.clean, at, limit)
		if n > 0 {
			return p.arabicCalled(noun, at, limit)
		}
		if noun = p.clean[at:e]; !arabicMedia.has(noun) {
			return Range{}
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return Range{}
}

// arabicPapers are those of arabicMedia that are nothing but press, whatever name stands behind them; the others are canals, networks and sites, too.
var arabicPapers = wordSet(`صحيفة جريدة مجلة إذاعة راديو فضائية يومية أسبوعية`)

// arabicCalled is the paper that no registry knows at byte at, behind its noun: "ونقلت إذاعة النخيل عن", "ذكرت صحيفة صوت النهر أن". A word that only describes one
// is none ("صحيفة محلية"), and what is said has to follow. Behind the noun of other things, too, the name has to be a slip for a known one.
func (p *parser) arabicCalled(noun string, at, limit int) Range {
	r := p.arabicName(at, limit)
	if r.Empty() || !arabicGoesOn(p.clean[r.End:min(limit, r.End+longestEastClause/2)]) || !arabicPapers.has(noun) && !p.arabicSlip(noun, p.clean[r.Start:r.End]) {
		return Range{}
	}
	return r
}

// arabicName is the name without capitals at byte at: a word that describes nothing, and those with the article behind it.
func (p *parser) arabicName(at, limit int) Range {
	const most = 3 // words
	r := Range{Start: at, End: at}
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		core := strings.TrimRight(w, ".,،؛:!؟\"»")
		if core == "" || strings.IndexByte("([\"", w[0]) >= 0 || arabicThat.has(w) || arabicPrepositions.has(w) || n == 0 && describesArabic(core) || n > 0 && !strings.HasPrefix(w, "ال") {
			break
		}
		if r.End = at + len(core); core != w {
			break
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return r
}

// describesArabic reports whether a word without the article has the ending of an adjective: "محلية", "إخباري".
func describesArabic(w string) bool {
	return !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "ية") || strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يّة"))
}

// arabicSlip reports whether a name behind the noun of a medium is a slip of the pen for that of a known one.
func (p *parser) arabicSlip(noun, name string) bool {
	for _, s := range [...]string{name, noun + " " + name} {
		if m := p.names.Resolve(s, outlets.Context{Language: p.lang}); m.How == outlets.Fuzzy && m.Entry != nil && m.Entry.Kind.Press() {
			return true
		}
	}
	return false
}

// arabicPrepositions begin what stands behind a name, and no name.
var arabicPrepositions = wordSet(`عن في إلى على من مع بعد قبل منذ خلال حول ضد لدى عند قد أمس اليوم نقلا نقلاً التي الذي ما هو هي`)

// arabicGoesOn reports whether s goes on behind the subject of a verb of saying with what was said, or of whom or where it was.
func arabicGoesOn(s string) bool {
	const said = 3 // bytes of a particle and of one letter tied to it
	w := firstPrinted(s)
	return arabicTells(s) || sayingOf.has(w) || len(w) > said && strings.HasPrefix(w, "ب")
}

// sayingOf may follow the subject of an Arabic verb of saying.
var sayingOf = wordSet(`عن في إلى على أمس اليوم نقلا نقلاً قوله قولها`)

// arabicBefore is the paper before its verb at byte at, at the head of a clause behind its noun: "غير أن إذاعة النخيل أفادت بأن".
func (p *parser) arabicBefore(s Range, at, end int) Range {
	const most = 4 // words, the noun among them
	if !arabicGoesOn(p.clean[end:min(s.End, end+longestEastClause/2)]) {
		return Range{}
	}
	for k, n := at, 0; n < most; n++ {
		from, to := wordBefore(p.clean, s.Start, k)
		w := p.clean[from:to]
		if w == "" || strings.ContainsAny(w, ".,:()[]\"") || strings.Contains(w, "،") || strings.Contains(w, "؛") {
			return Range{}
		}
		if n > 0 && (arabicPapers.has(w) || arabicPapers.has(strings.TrimPrefix(w, "و"))) {
			name := skipBlanks(p.clean, to, s.End)
			if r := p.arabicName(name, at); !r.Empty() && skipBlanks(p.clean, r.End, s.End) == at {
				return r
			}
			return Range{}
		}
		k = from
	}
	return Range{}
}

// arabicReports are the nouns of what is made public that may stand between "according to" and whose it is.
var arabicReports = wordSet(`بيانات أرقام تقديرات إحصاءات إحصائيات معطيات تقرير تقارير دراسة دراسات سجلات مؤشرات حسابات توقعات نتائج بيان تصريحات مسح مسوح`)

// behindArabicReport is the byte behind such a noun at byte at, at where none stands there.
func (p *parser) behindArabicReport(at, limit int) int {
	k := skipBlanks(p.clean, at, limit)
	if e := wordEnd(p.clean, k, limit); arabicReports.has(p.clean[k:e]) {
		return e
	}
	return at
}

// arabicObject is where the pronoun ends that is tied to an Arabic verb which ends at byte end, the word with it at byte e: "قدّرتها"; end where there is none.
func arabicObject(s string, end, e int) int {
	switch s[end:max(end, e)] {
	case "ها", "ه", "هم", "هما":
		return e
	}
	return end
}

// withoutObject is an Arabic verb of saying or counting without the pronoun that is tied to it.
func withoutObject(word string) (string, bool) {
	for _, object := range [...]string{"هما", "ها", "هم", "ه"} {
		if verb, ok := strings.CutSuffix(word, object); ok && (arabicSpeech.has(verb) || arabicCounts.has(verb)) {
			return verb, true
		}
	}
	return word, false
}

// arabicWhole is where a name that is known up to byte end is whole: in quotation marks at the mark that closes them, "«الجزيرة نت»", else behind the word for "net" or "live".
func (p *parser) arabicWhole(from, end, limit int, quoted bool) int {
	if quoted {
		if k := closingMark(p.clean[from:limit]); k >= end-from {
			return from + k
		}
	}
	at := skipBlanks(p.clean, end, limit)
	if e := wordEnd(p.clean, at, limit); arabicTails.has(p.clean[at:e]) {
		return e
	}
	return end
}

// arabicPeople are names of papers that mean those who live somewhere where neither the noun of a paper nor a quotation mark stands before them.
var arabicPeople = wordSet(`الأهالي السكان الجمهور الشعب الناس المواطن الشباب المجتمع`)

// arabicTails end the names of sites and stations behind that of their house.
var arabicTails = wordSet(`نت مباشر الإنجليزية أونلاين بوست عربي`)

// arabicSpeech are the verbs with which a person speaks to somebody.
var arabicSpeech = wordSet(`قال قالت صرح صرحت أكد أكدت أوضح أوضحت أفاد أفادت ذكر ذكرت كشف كشفت أضاف أضافت تحدث تحدثت أشار أشارت أعلن أعلنت يقول تقول نفى نفت اعترف اعترفت شرح روى حذر حذرت`)

// closingMark is how far into s the first mark stands that closes a quotation, of a name's length; 0 where there is none.
func closingMark(s string) int {
	const longest = 60
	return max(0, strings.IndexFunc(s[:min(len(s), longest)], func(r rune) bool { return strings.ContainsRune(closingQuotes, r) }))
}

// stretched is the byte behind the letters that only stretch the one before: "لـرويترز".
func stretched(s string, at, limit int) int {
	for strings.HasPrefix(s[at:limit], tatweel) {
		at += len(tatweel)
	}
	return at
}

// arabicTold is the paper to which somebody speaks, behind the verb that ends at byte from: a word with "to" glued to the name, to its noun or to a quotation mark.
func (p *parser) arabicTold(from, limit int) Range {
	const most = 9 // words
	at := skipBlanks(p.clean, from, limit)
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		if arabicThat.has(w) || strings.HasSuffix(w, ":") || strings.HasSuffix(w, ".") && n > 0 {
			return Range{}
		}
		if rest, ok := strings.CutPrefix(w, "ل"); ok && n > 0 && utf8.RuneCountInString(rest) > 1 {
			if r := p.arabicPress(at+len("ل"), limit); !r.Empty() {
				return r
			}
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return Range{}
}
