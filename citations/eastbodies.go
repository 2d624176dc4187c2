package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bodies that no registry knows are named in Chinese, Japanese and Arabic, too. Without capitals it is the noun that ends the name, or in Arabic begins it, which shows
// them, and the word beside that has them say something: "据国家统计局数据", "国土交通省によると", "وقالت وزارة الصحة إن".

var (
	eastBodyEnds = []string{"委员会", "委員会", "委員會", "研究所", "研究院", "基金会", "基金會", "联合会", "聯合會", "协会", "協会", "協會", "公会", "公會", "商会", "商會", "学会", "學會", "总会", "總會", "工会", "工會", "联盟", "聯盟", "同盟", "中心", "センター", "银行", "銀行", "大学", "大學", "机构", "機構", "组织", "組織", "総研", "財団", "連盟", "組合", "会議所", "総署", "总署", "總署", "气象台", "気象台", "局", "部", "厅", "廳", "庁", "省", "署"}
	chineseSays  = []string{"統計", "數據", "通報", "估算", "報告", "發布的", "公布的", "資料", "的統計", "的數據", "的資料", "的報告", "的調查", "统计", "数据", "数据显示", "通报", "介绍", "测算", "估算", "报告", "发布的", "公布的", "消息"}
	chineseTells = []string{"說", "認為", "預計", "預測", "估計", "稱", "表示，", "回應", "證實", "承認，", "表示", "称", "说", "指出", "认为", "预计", "预测", "估计", "通报", "透露", "回应", "否认", "在答复", "在回复", "证实", "承认"}
	japaneseSays = []string{"によると", "によれば", "の発表では", "の調査では", "の統計では", "のまとめでは", "の試算では", "の推計では", "の資料では"}
	chineseShows = []string{"數據顯示", "統計顯示", "報告顯示", "調查顯示", "研究顯示", "研究發現", "数据显示", "统计显示", "报告显示", "的数据", "的报告", "的统计", "的研究", "的调查", "的一项研究", "的一项调查", "研究显示", "研究发现", "调查显示"}
	japaneseOf   = []string{"の研究", "の調査", "の資料", "の発表", "の報告書", "の統計", "の推計", "の試算", "の分析", "の見通し", "の予測"}
	japaneseEnds = []string{"と予測", "と発表", "と説明", "と指摘", "と推計", "と試算", "と述べ", "とみて", "と見て", "と話", "とコメント", "と見積も"}
)

// eastBodies finds the bodies that a Chinese or Japanese sentence names as its source.
func (p *parser) eastBodies(a *Article, s Range, seen int) {
	for i := s.Start; i < s.End; {
		if !unboundAt(p.clean, i) {
			_, n := utf8.DecodeRuneInString(p.clean[i:s.End])
			i += n
			continue
		}
		run := Range{Start: i, End: p.eastRun(i, s.End)}
		if r := p.eastBody(s, run); !r.Empty() && !p.inGroup(r.Start) && !p.datedBehind(r, s.End) && !overlapsAny(a.Citations[min(seen, len(a.Citations)):], r) {
			p.addAttribution(a, s, r, cue{body: true}, r.Start)
		}
		i = run.End
	}
}

// unboundAt reports whether a Han character or one of katakana stands at byte i: names are written in these.
func unboundAt(s string, i int) bool {
	if s[i] < 0xE0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.In(r, unicode.Han, unicode.Katakana) || r == 'ー'
}

// eastRun is where the run of such characters that begins at byte i ends.
func (p *parser) eastRun(i, limit int) int {
	for i < limit && unboundAt(p.clean, i) {
		_, n := utf8.DecodeRuneInString(p.clean[i:limit])
		i += n
	}
	return i
}

// eastBody is the name of the body in a run of characters that a word beside it makes the source.
func (p *parser) eastBody(s, run Range) Range {
	text, behind := p.clean[run.Start:run.End], p.clean[run.End:min(s.End, run.End+longestEastClause)]
	if p.lang == "ja" {
		told, subject := strings.CutPrefix(behind, "は")
		told, _, _ = strings.Cut(told, "。")
		if eastBodyEnd(text) > 0 && eastBodyEnd(text) == len(text) && !strings.HasPrefix(text, "同") && (beginsAny(behind, japaneseSays) || reportOf(behind) || subject && containsAny(told, japaneseEnds)) {
			return run
		}
		return Range{}
	}
	from := 0
	for _, w := range [...]string{"根据", "根據", "据", "據"} {
		if strings.HasPrefix(text, w) {
			from = len(w)
			break
		}
	}
	says := chineseTells
	if from > 0 {
		says = chineseSays
	}
	for k := from; k < len(text); {
		e := eastBodyEnd(text[k:])
		if e == 0 {
			break
		}
		k += e
		if name := text[from:k]; (beginsAny(text[k:], says) || beginsAny(text[k:], chineseShows)) && len(name) >= 3*len("局") {
			return Range{Start: run.Start + from, End: run.Start + k}
		}
	}
	return Range{}
}

// eastBodyEnd is where the first name of a body in s ends, by the noun that ends it; of several that end there the longest. It is 0 where there is none.
func eastBodyEnd(s string) int {
	best := 0
	for _, w := range eastBodyEnds {
		if k := strings.Index(s, w); k > 0 && (best == 0 || k+len(w) < best) {
			best = k + len(w)
		}
	}
	return best
}

// reportOf reports whether a Japanese text behind a name goes on with a report of its own and a word for "according to".
func reportOf(s string) bool {
	for _, w := range japaneseOf {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return beginsAny(rest, []string{"によると", "によれば", "では"})
		}
	}
	return false
}

func beginsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// arabicBodies begin the names of bodies in Arabic.
var arabicBodies = wordSet(`وزارة منظمة هيئة مركز معهد بنك مصرف مكتب اتحاد جمعية شبكة مؤسسة مرصد لجنة جامعة وكالة مديرية إدارة برنامج نقابة غرفة البنك المركز المرصد المعهد الهيئة المنظمة الجامعة المؤسسة الجمعية الشبكة المديرية الإدارة اللجنة النقابة الاتحاد المفوضية مفوضية الصليب المصلحة مصلحة الديوان ديوان مجلس صندوق مختبر`)

// arabicBody is the name of the body that begins at byte at behind an Arabic cue: its noun, the word that it governs and those with the article behind it. Where the
// cue is a verb, "that", a quotation or a figure has to follow.
func (p *parser) arabicBody(at, limit int, verb, counts bool) Range {
	at = stretched(p.clean, skipBlanks(p.clean, at, limit), limit)
	end := wordEnd(p.clean, at, limit)
	if at >= limit {
		return Range{}
	}
	if known, ids, ok := p.names.LongestAt(p.clean[:limit], at); ok && !anyPress(ids) && asserting(ids) && strings.IndexByte(p.clean[at:known], ' ') > 0 {
		return arabicSource(p.clean, Range{Start: at, End: known}, limit, verb, counts)
	}
	if !arabicBodies.has(p.clean[at:end]) {
		return Range{}
	}
	const most = 5 // words behind the noun
	for n := range most {
		k := skipBlanks(p.clean, end, limit)
		e := wordEnd(p.clean, k, limit)
		w := p.clean[k:e]
		core := strings.TrimRight(w, ".,،؛:!؟")
		if core == "" || w[0] == '(' || w[0] == '[' || arabicThat.has(w) || n > 0 && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "وال") && !strings.HasPrefix(w, "لل") && !p.forRights(w, e, limit) {
			break
		}
		if end = k + len(core); core != w {
			break
		}
	}
	if strings.IndexByte(p.clean[at:end], ' ') < 0 {
		return Range{}
	}
	return arabicSource(p.clean, Range{Start: at, End: end}, limit, verb, counts)
}

// arabicSource is the body at r where what follows it makes it a source: behind a verb that, a quotation or, where the verb counts, a figure.
func arabicSource(s string, r Range, limit int, verb, counts bool) Range {
	rest := s[r.End:min(limit, r.End+longestEastClause/2)]
	if verb && !arabicTells(rest) && !(counts && strings.ContainsAny(rest, "0123456789٠١٢٣٤٥٦٧٨٩")) {
		return Range{}
	}
	return r
}

// forRights reports whether a word that ends at byte e begins with "for" and goes on with a noun that has the article: "لحقوق الإنسان".
func (p *parser) forRights(w string, e, limit int) bool {
	return strings.HasPrefix(w, "ل") && strings.HasPrefix(p.clean[skipBlanks(p.clean, e, limit):limit], "ال")
}

// arabicCounts are verbs of counting, behind whose body a figure shows what was found.
var arabicCounts = wordSet(`وثق وثقت أحصى أحصت قدر قدرت سجل سجلت رصد رصدت يقدر تقدر يحصي تحصي وثّق وثّقت سجّل سجّلت`)

// arabicDenied begin what a body denies or confirms: "نفى … ما أوردته".
var arabicDenied = wordSet(`ما صحة وجود`)

// arabicThat open the clause that an Arabic verb of saying governs.
var arabicThat = wordSet(`أن إن أنّ إنّ بأن أنه إنه أنها إنها`)

// arabicTells reports whether s goes on with what was said.
func arabicTells(s string) bool {
	for i, w := range words(s) {
		const near = 4 // words from the name
		if i == 0 && arabicDenied.has(w) {
			return true
		}
		if i < near && (arabicThat.has(w) || strings.HasPrefix(w, "«") || strings.HasPrefix(w, "\"")) {
			return true
		}
	}
	return false
}
