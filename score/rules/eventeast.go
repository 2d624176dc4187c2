package rules

import (
	"slices"
	"strings"

	"example.org/verify/citations"
)

// Chinese, Japanese and Korean are not cut into words here: what a claim says happened is told by the characters that set it in the past, and by none that speak
// of a plan.

// easternWords are what is known of one of these languages. All are parted by bars.
type easternWords struct {
	past    []string // set a claim in the past; where there are none, the verbs are looked at
	planned []string // speak of what is planned or announced
	toward  []string // right before a day that ends a time
	behind  []string // right behind a day they make it one that ends or begins a time
	sameDay []string // point back to the day of an earlier sentence
}

var easternLexicons = map[string]*easternWords{
	"zh": {
		past:    barred(`了|曾|已经|已經|没有|沒有|未能`),
		planned: barred(`将|將|计划|計劃|预计|預計|定于|定於|拟|擬|预定|預定|原定|宣布|宣佈|选举|選舉|大选|大選|投票|公投|峰会|峰會|生效|到期|如果`),
		toward:  barred(`截至|截止|截至到|直到|到|至`),
		behind:  barred(`前|之前|以前|起|以来|以來|止|开始|開始`),
		sameDay: barred(`当天|當天|当日|當日|当晚|當晚|当夜|當夜|次日|翌日|第二天|同日|隔天|隔日|两天后|兩天後|三天后|三天後|一周后|一週後`),
	},
	"ja": {
		planned: barred(`予定|見通し|見込|方針|計画|発表|選挙|投票|期限|施行|控え|向け`),
		behind:  barred(`まで|前|以前|以降|から|より`),
		sameDay: barred(`同日|翌日|当日|その日|同夜|当夜|翌朝`),
	},
	"ko": {
		planned: barred(`예정|계획|발표|선거|총선|대선|투표|기한|시행|앞두`),
		behind:  barred(`까지|부터| 전| 이전| 이후|전까지`),
		sameDay: barred(`같은 날|그날|다음 날|다음날|이튿날|당일`),
	},
}

func barred(s string) []string { return strings.Split(s, "|") }

// eastern reports whether a language is one of these.
func eastern(language string) bool { return easternLexicons[language] != nil }

// easternEvents are the days that a claim or a sentence in one of these languages names itself.
func (e *Events) easternEvents(art *citations.Article, r citations.Range, found []foundDay) (out []event) {
	w, clean := easternLexicons[art.Language], e.doc.Text.Clean
	if !w.happened(clean[r.Start:r.End], art.Language) {
		return nil
	}
	for _, f := range found {
		if x, ok := eventOn(f, found, art); ok && !art.Dateline.Contains(f.Range) {
			before, behind := clean[r.Start:f.Start], clean[f.End:r.End]
			x.aside, x.within = anyOf(strings.TrimRight(before, " "), w.toward, strings.HasSuffix) || anyOf(behind, w.behind, strings.HasPrefix), r
			out = append(out, x)
		}
	}
	return out
}

// happened reports whether a claim tells of the past, and of no plan.
func (w *easternWords) happened(s, language string) bool {
	if anyOf(s, w.planned, strings.Contains) {
		return false
	}
	switch language {
	case "ja":
		return japanesePast(s)
	case "ko":
		return strings.ContainsFunc(s, koreanPast)
	}
	return anyOf(s, w.past, strings.Contains)
}

// japanesePast reports whether a claim, or a clause of it, ends in a verb of the past: "沈没した".
func japanesePast(s string) bool {
	end := strings.TrimRight(s, " 。、」』")
	return strings.HasSuffix(end, "た") || strings.Contains(s, "た。") || strings.Contains(s, "たが、") || strings.Contains(s, "たと")
}

// koreanPast reports whether a syllable has the final consonant of the past: "했", "됐", "갔", and not that of "is" or "will".
func koreanPast(r rune) bool {
	const first, last, finals, doubleS = 0xAC00, 0xD7A3, 28, 20
	return r >= first && r <= last && (r-first)%finals == doubleS && r != '있' && r != '겠'
}

// anyOf reports whether s contains, begins with or ends in one of some words.
func anyOf(s string, words []string, has func(s, word string) bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return has(s, w) })
}
