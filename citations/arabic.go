package citations

import (
	"strings"
	"unicode/utf8"
)

// Many Arabic papers are called by words that every text has: Life, the Middle East, the Island. Such a name is a source right behind its verb or cue ("نشرت الشرق الأوسط"), behind
// the noun of a paper or in quotation marks ("وفقا لصحيفة «الحياة»"), or where somebody speaks to it ("قال الوزير لرويترز إن"), and nowhere else in the sentence.

// arabicMedia are the nouns of papers, stations and agencies.
var arabicMedia = wordSet(`صحيفة جريدة وكالة قناة موقع شبكة مجلة إذاعة منصة تلفزيون راديو فضائية يومية أسبوعية الصحيفة محطة`)

// arabicPress is the paper that stands at byte at, behind its noun and a quotation mark perhaps.
func (p *parser) arabicPress(at, limit int) Range {
	at = stretched(p.clean, skipBlanks(p.clean, at, limit), limit)
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
		if !arabicMedia.has(p.clean[at:e]) {
			return Range{}
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return Range{}
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
