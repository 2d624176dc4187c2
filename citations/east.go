package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// Chinese and Japanese part no words, so that the cues of other languages are found by what stands right before and behind a known name: "据新华社报道",
// "澎湃新闻援引…称", "共同通信によると".

func scriptWithoutBlanks(lang string) bool { return lang == "zh" || lang == "ja" }

var (
	eastBefore = []string{"對", "引述", "据", "根据", "據", "根據", "告诉", "告訴", "援引", "引述", "引用", "接受", "对", "向", "紙", "誌", "公共放送", "国営通信", "媒体", "报纸", "杂志"}
	eastBehind = []string{"走访", "走訪", "采访", "採訪", "查核", "查证", "查證", "核实", "核實", "证实", "證實", "估计", "估計", "预计", "預計", "转述", "轉述", "转引", "轉引", "认为", "認為", "评论称", "曾报道", "率先报道", "首先报道", "的统计", "的調查", "的调查", "梳理", "说", "采访的", "採訪的", "走访的", "走訪的", "访问的", "訪問的", "說", "报道", "报导", "報道", "報導", "称", "稱", "指出", "曾指出", "透露", "披露", "援引", "引述", "写道", "寫道", "刊文", "发文", "评论", "評論", "表示", "消息", "的报道", "的报道称", "记者", "によると", "によれば", "は報じ", "が報じ", "は伝え", "が伝え", "の報道", "の取材", "は", "が", "に対し", "に語", "に「", "は「"}
	eastToTell = []string{"认为", "認為", "說", "報導", "指出", "报道", "報道", "称", "表示", "采访", "採訪", "说", "報じ", "伝え", "語っ", "社説", "調査では", "まとめた", "と指摘", "と論じ", "明らかに", "と書い"} // somewhere behind, where the word before or behind says too little
)

var (
	eastAdverbs = []string{"去年底", "去年", "今年", "上月", "上周", "上週", "昨天", "一篇特稿", "一篇文章", "一篇報導", "曾", "也", "还", "此前", "日前", "近日", "今日", "昨日", "本周", "本週", "本月", "上個月", "上个月", "去年底", "昨晚", "今晨", "早前", "随后", "隨後", "当天", "當天", "同日", "同时", "同時", "也曾", "则", "則", "另", "又", "還", "最近", "率先", "最早", "首先", "独家", "獨家", "在要闻版", "在头版", "在社论中"}
	eastToFind  = []string{"发现", "了解到", "获悉", "看到", "采访"} // what a paper's reporter does
)

// eastKinds are the words of eastBefore that say what kind of paper a name is, and no more.
var eastKinds = wordSet(`紙 誌 公共放送 国営通信 媒体 报纸 杂志`)

// attributeEast finds the press that a Chinese or Japanese sentence names as its source.
func (p *parser) attributeEast(a *Article, s Range, seen int) {
	for i := s.Start; i < s.End; i++ {
		if c := p.clean[i]; c < 0xE0 && !(c >= 'A' && c <= 'Z') {
			continue
		}
		if r := p.eastTitled(s, i); !r.Empty() && p.newSource(a, s, r, seen) {
			p.addAttribution(a, s, r, cue{press: true}, i)
			i = r.End
			continue
		}
		end, ids, ok := p.eastName(s, i)
		if !ok {
			if r := p.eastCalled(s, i); !r.Empty() && p.newSource(a, s, r, seen) {
				p.addAttribution(a, s, r, cue{press: true}, i)
				i = r.End - 1
			}
			continue
		}
		if !anyPress(ids) {
			continue
		}
		r := Range{Start: i, End: end}
		if !p.inGroup(i) && !p.datedBehind(r, s.End) && p.eastTells(s, r) && !overlapsAny(a.Citations[min(seen, len(a.Citations)):], r) {
			p.addAttribution(a, s, r, cue{press: true}, i)
		}
		i = end - 1
	}
	p.eastBodies(a, s, seen)
}

// eastTitled is the paper that no registry knows in the title marks that open at byte i: "據《河城週刊》報導".
func (p *parser) eastTitled(s Range, i int) Range {
	const open, closing, longest = "《", "》", 60
	if !strings.HasPrefix(p.clean[i:s.End], open) || !slices.ContainsFunc(eastAccording[:], func(w string) bool { return strings.HasSuffix(p.clean[s.Start:i], w) }) {
		return Range{}
	}
	from := i + len(open)
	k := strings.Index(p.clean[from:min(s.End, from+longest)], closing)
	if k <= 0 || !beginsAny(p.clean[from+k+len(closing):s.End], eastReports) {
		return Range{}
	}
	return Range{Start: from, End: from + k}
}

// eastAccording stand before such a title, eastReports behind it.
var (
	eastAccording = [...]string{"据", "據", "根据", "根據", "援引", "引述", "引用"}
	eastReports   = []string{"报道", "报导", "報道", "報導", "的报道", "的報導", "的報道", "称", "稱", "指出", "披露", "透露", "消息", "记者", "記者", "引述", "援引", "转述", "轉述"}
)

// eastCalled is the paper or agency that no registry knows and that is called as such are, at the head of a clause and before a verb of reporting: "《河城邮报》指出",
// "山海社上周引述". Title marks are passed.
func (p *parser) eastCalled(s Range, i int) Range {
	const open, closing, longest, shortest = "《", "》", 36, 2 * len("报")
	if p.lang != "zh" || !p.eastHead(s, i) {
		return Range{}
	}
	rest, marked := strings.CutPrefix(withoutEastLeads(p.clean[i:s.End]), open)
	name, behind := "", ""
	if at := s.End - len(rest); !marked && at > i && rest != "" {
		if end, ids, ok := p.knownEast(s, at); ok {
			if r := (Range{Start: at, End: end}); anyPress(ids) && p.eastTells(s, r) {
				return r
			}
			return Range{}
		}
	}
	if marked {
		if k := strings.Index(rest[:min(len(rest), longest+len(closing))], closing); k > 0 {
			name, behind = rest[:k], rest[k+len(closing):]
		}
		if !endsAny(name, eastTitleEnds) || endsAny(name, eastNoPapers) {
			return Range{}
		}
	} else if k := agencyEnd(rest[:min(len(rest), longest)]); k > 0 {
		name, behind = rest[:k], rest[k:]
	}
	says := eastReports
	if marked {
		says = eastBehind
	}
	if len(name) <= shortest || !beginsAny(withoutAdverbs(behind), says) {
		return Range{}
	}
	at := s.End - len(rest)
	return Range{Start: at, End: at + len(name)}
}

// withoutEastLeads is what stands behind the words with which a clause opens before the name of its source: "但此前", "另据".
func withoutEastLeads(s string) string {
	for range 3 {
		for _, list := range [...][]string{eastLeads, eastAdverbs, eastBefore} {
			for _, w := range list {
				s = strings.TrimPrefix(s, w)
			}
		}
	}
	return s
}

// eastLeads open a clause in Chinese.
var eastLeads = []string{"与此同时", "與此同時", "不过", "不過", "然而", "此外", "其中", "但是", "但", "而", "另据", "另據", "另"}

// agencyEnd is where a run of characters has the end of what agencies and stations are called, whose word says nothing else; 0 where it has none.
func agencyEnd(s string) int {
	best := 0
	for _, w := range eastAgencyEnds {
		if k := strings.Index(s, w); k > 0 && (best == 0 || k+len(w) < best) {
			best = k + len(w)
		}
	}
	name := s[:best]
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) || endsAny(name, eastNoAgencies) {
		return 0
	}
	return best
}

func endsAny(s string, list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasSuffix(s, w) })
}

// withoutAdverbs is what stands behind a name without the words for when it was said.
func withoutAdverbs(s string) string {
	for range 2 { // "去年底一篇特稿"
		for _, w := range eastAdverbs {
			s = strings.TrimPrefix(s, w)
		}
	}
	return s
}

// eastTitleEnds end the titles of papers, eastNoPapers those of other works; eastAgencyEnds end the names of agencies and stations, eastNoAgencies those of other houses.
var (
	eastTitleEnds  = []string{"报", "報", "周刊", "週刊", "月刊", "双周刊", "杂志", "雜誌", "新闻", "新聞", "新闻网", "新聞網", "通讯", "通訊"}
	eastNoPapers   = []string{"简报", "簡報", "年报", "年報", "通报", "通報", "预报", "預報", "情报", "情報", "海报", "海報", "汇报", "彙報", "季报", "季報"}
	eastAgencyEnds = []string{"通讯社", "通訊社", "电视台", "電視台", "电台", "電台", "广播公司", "廣播公司", "新闻网", "新聞網", "日报", "日報", "晚报", "晚報", "早报", "早報", "时报", "時報", "邮报", "郵報", "周报", "週報", "社"}
	eastNoAgencies = []string{"出版社", "合作社", "旅行社", "公社", "报社", "報社", "杂志社", "雜誌社", "结社", "結社", "旅社", "会社", "會社", "信社", "联社", "聯社"}
)

// longestEastClause is how many bytes behind a name are looked through for a word of telling.
const longestEastClause = 200

// longestEast is how many bytes a name has at most that is looked for in a run of characters.
const longestEast = 30

// eastName is the longest known name at byte i, which may stand in the middle of a run of characters: behind a mark, or behind a word that has a source follow.
func (p *parser) eastName(s Range, i int) (end int, ids []*outlets.Outlet, ok bool) {
	if !p.eastHead(s, i) {
		return 0, nil, false
	}
	return p.knownEast(s, i)
}

// knownEast is the longest known name at byte i.
func (p *parser) knownEast(s Range, i int) (end int, ids []*outlets.Outlet, ok bool) {
	for k := min(s.End, i+longestEast); k > i+2; k-- {
		if k < len(p.clean) && !utf8.RuneStart(p.clean[k]) {
			continue
		}
		if e, ids, ok := p.names.LongestAt(p.clean[:k], i); ok && e == k {
			return e, ids, true
		}
	}
	return 0, nil, false
}

// eastHead reports whether a name may begin at byte i: behind a mark, or behind a word that has a source follow.
func (p *parser) eastHead(s Range, i int) bool {
	before := p.clean[s.Start:i]
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !unicode.IsLetter(last) && !unicode.IsDigit(last) || p.lang == "ja" && unicode.Is(unicode.Hiragana, last) || endsAny(before, eastBefore)
}

// eastTells reports whether the words around a name make it a source.
func (p *parser) eastTells(s, r Range) bool {
	before := strings.TrimRight(p.clean[s.Start:r.Start], "《「『“\"")
	behind := strings.TrimLeft(p.clean[r.End:min(s.End, r.End+longestEastClause)], "》」』”\"")
	behind = strings.TrimPrefix(behind, "网")
	if told, ok := strings.CutPrefix(behind, "记者"); ok {
		if behind = told; containsAny(behind, eastToFind) {
			return true
		}
	}
	behind = withoutAdverbs(behind)
	for _, w := range eastBefore {
		if strings.HasSuffix(before, w) && (len(w) > len("对") && w != "接受" && !eastKinds.has(w) || w == "据" || w == "據" || containsAny(behind, eastToTell)) {
			return true
		}
	}
	for _, w := range eastBehind {
		if strings.HasPrefix(behind, w) {
			return w != "は" && w != "が" && w != "消息" || containsAny(behind, eastToTell)
		}
	}
	return false
}

func containsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
