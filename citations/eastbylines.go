package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Chinese, Japanese and Korean pieces credit everybody who had a hand in them in one line: "文｜林若溪　编辑｜周以宁", "取材・文＝佐藤健一", "글·사진 홍길동". A role stands before its
// names, parted by a sign or a blank, or a trade behind its name: "홍길동 기자", "佐藤健一記者". Only some of the roles make an author.

// eastRoles are the roles that make an author, eastHelpers those that make none and what else such lines tell.
var (
	eastRoles = wordSet(`文 撰文 撰稿 撰稿人 作者 作者名 记者 記者 采写 採寫 采访 採訪 主笔 主筆 执笔 執筆 报道 报导 報道 報導 文字 整理 口述 编译 編譯 评论员 評論員 通讯员 通訊員 实习生 實習生 特约撰稿 特约作者 特约记者 特約撰稿 特約作者 特約記者 专栏作者 專欄作者 署名
		取材 著者 筆者 寄稿 ライター 構成 聞き手 インタビュー 編集委員 論説委員 論説委員長 特派員 글 글쓴이 취재 기자 기자명 작성 작성자 지은이 필자 인터뷰 정리 대담 구성 특파원`)
	eastHelpers = wordSet(`编辑 編輯 責編 责编 责任编辑 責任編輯 值班编辑 编审 編審 审核 審核 校对 校對 审校 主编 主編 图 圖 图片 圖片 图源 圖源 摄影 攝影 摄 攝 插画 插畫 插图 插圖 设计 設計 制图 製圖 视频 視頻 影片 排版 运营 監製 监制 策划 策劃 统筹 統籌 来源 來源 出处 出處 原载 首发 翻译 翻譯 译 譯 译者 譯者 发布 發佈 發布 时间 時間 日期 发布时间 發布時間 更新时间 更新時間
		写真 撮影 編集 校正 翻訳 訳 出典 提供 イラスト 図版 デザイン 監修 動画 掲載 公開 更新 公開日 更新日 사진 그림 편집 영상 일러스트 번역 옮긴이 출처 자료 디자인 그래픽 제공 입력 수정 등록 승인 발행`)
)

// eastTrades end the word before a name ("河港周刊记者 林若溪") or stand behind one.
var eastTrades = [...]string{"记者", "記者", "评论员", "評論員", "特派員", "特派员", "기자", "특파원", "논설위원", "칼럼니스트"}

// eastFilings end the word that says from where a piece was filed: "台北報導".
var eastFilings = [...]string{"报道", "报导", "報道", "報導", "专电", "專電"}

// What names of people begin with in Chinese and Korean, where no sign tells a role from the first word of a title: "记者 林若溪", but "记者 手记".
const (
	hanSurnames    = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢岳齐齊梅莫庄莊辛管祝左涂谷祁耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲鲍鮑柯司翁隋明游屈蒲霍艾宁寧阮桂闵閔欒栾连連成戚卓车車房"
	hangulSurnames = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)

// eastSigns part a role from its names, and one name or role from the next.
var eastSigns = strings.NewReplacer("｜", " : ", "丨", " : ", "︱", " : ", "|", " : ", "：", " : ", ":", " : ", "＝", " : ", "=", " : ", "／", " : ", "/", " : ")

// eastCredits are what the words of such a line read so far have said.
type eastCredits struct {
	lang    string
	names   []string
	pending int  // how many of the names, at the end, wait for a trade behind them
	role    bool // an author's role stands before what is read now
	helper  bool // another one does
	signed  bool // a sign stood behind a role
	filed   bool // a trade or the place of filing stood behind a name
	joins   bool // the name before may go on
	fused   bool // a role stood before its name without a blank
}

// eastByline reads a line of credits: its authors, none where it credits others alone; false if it is no such line.
func (p *parser) eastByline(s string) (names []string, ok bool) {
	const longest, most = longestDatedByline, 24 // bytes and words
	if len(s) > longest || endsProse(s) || !strings.ContainsFunc(s, eastLetter) {
		return nil, false
	}
	inside := withoutEastBrackets(s)
	ws := words(eastSigns.Replace(inside))
	c := eastCredits{lang: p.lang}
	for i, w := range ws {
		if i >= most || !c.read(p, w, i+1 == len(ws)) {
			return nil, false
		}
	}
	switch {
	case c.pending > 0, c.fused && !c.filed && inside == s, len(c.names) > mostBylined:
		return nil, false
	case len(c.names) == 0 || c.signed || c.filed:
		return c.names, len(c.names) > 0 || c.signed
	}
	return c.names, !slices.ContainsFunc(c.names, func(name string) bool { return doubtfulName(name, p.lang) })
}

// doubtfulName reports whether a name on a line of its own, or behind a role and a blank, may be another word.
func doubtfulName(name, lang string) bool {
	n := utf8.RuneCountInString(name)
	switch lang {
	case "ja":
		return n < 3
	case "ko":
		return n != 3 || !strings.ContainsRune(hangulSurnames, firstRune(name))
	}
	return !strings.ContainsRune(hanSurnames, firstRune(name)) && !strings.Contains(name, "·")
}

// read takes in one word; false if it is none of such lines.
func (c *eastCredits) read(p *parser, w string, last bool) bool {
	before, behind, _ := cutAny(w, "・", "·")
	switch {
	case w == ":":
		if c.pending > 0 { // "서울=홍길동 특파원"
			c.names, c.pending = c.names[:len(c.names)-c.pending], 0
		}
		c.signed, c.joins = c.signed || c.role || c.helper, false
		return true
	case !strings.ContainsFunc(w, unicode.IsLetter), isMailAddress(w):
		return true
	case c.isRole(w, last):
		return true
	case behind != "" && (eastRoles.has(before) || eastHelpers.has(before)): // "文・佐藤健一"
		return c.isRole(before, false) && c.read(p, ":", false) && c.read(p, behind, last)
	case c.helper:
		return true
	case c.tradeBehind(w):
		return true
	case c.role || eastLetter(firstRune(w)):
		return c.name(p, w, last)
	}
	return false
}

// isRole takes in a word that is a role, or several: "取材・文", "河港周刊记者".
func (c *eastCredits) isRole(w string, last bool) bool {
	author, any := false, false
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return strings.ContainsRune("・·、&＆", r) }) {
		switch {
		case eastRoles.has(part):
			author = true
		case !eastHelpers.has(part) && (last || len(c.names) > c.pending || !endsInTrade(part)):
			return false
		case !eastHelpers.has(part):
			author = true
		}
		any = true
	}
	if !any || c.pending > 0 || c.lang == "ko" && len(c.names) > 0 && author {
		return false
	}
	c.role, c.helper, c.joins = author, !author, false
	return true
}

// endsInTrade reports whether a word is longer than the trade that it ends in.
func endsInTrade(w string) bool {
	return slices.ContainsFunc(eastTrades[:], func(t string) bool { return len(w) > len(t) && strings.HasSuffix(w, t) })
}

// tradeBehind takes in what stands behind a name: a trade, or from where the piece was filed.
func (c *eastCredits) tradeBehind(w string) bool {
	if len(c.names) == 0 {
		return false
	}
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(t string) bool { return strings.HasSuffix(w, t) })
	}
	if !ends(eastTrades[:]) && !ends(eastFilings[:]) {
		return false
	}
	c.pending, c.filed, c.joins = 0, true, false
	return true
}

// name takes in a word of names.
func (c *eastCredits) name(p *parser, w string, last bool) bool {
	ends := "、，,;；&＆"
	if c.lang == "ko" {
		ends += "·"
	}
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return strings.ContainsRune(ends, r) }) {
		name, trade := c.withoutTrade(part, last)
		switch {
		case !eastName(name) || kickers.has(name):
			return false
		case !c.role && !trade && p.besideNames(name):
		case c.goesOn(name) && !trade:
			c.names[len(c.names)-1] += " " + name
		default:
			c.names = append(c.names, name)
			if !c.role && !trade {
				c.pending++
			}
		}
		c.joins = w == part
	}
	return c.pending <= 2
}

// goesOn reports whether a word belongs to the name before it: Japanese and foreign names have blanks.
func (c *eastCredits) goesOn(w string) bool {
	return c.joins && len(c.names) > 0 && (c.lang == "ja" || !eastLetter(firstRune(w)) && !eastLetter(firstRune(c.names[len(c.names)-1])))
}

// withoutTrade takes the trade off a name to which it is tied: "佐藤健一記者" at the end of a line, "記者林若溪" at its head.
func (c *eastCredits) withoutTrade(w string, last bool) (name string, trade bool) {
	for _, t := range eastTrades {
		if rest, ok := strings.CutSuffix(w, t); ok && last && utf8.RuneCountInString(rest) > 1 {
			c.filed = true
			return rest, true
		}
		if rest, ok := strings.CutPrefix(w, t); ok && len(c.names) == 0 && utf8.RuneCountInString(rest) > 1 {
			c.fused, c.role = true, true
			return rest, true
		}
	}
	return w, false
}

// eastLetter reports whether r is a letter of Chinese, Japanese or Korean.
func eastLetter(r rune) bool {
	return r >= firstHangul && (unboundScript(r) || unicode.Is(unicode.Hangul, r))
}

// firstHangul is the lowest letter of Korean, below those of Chinese and Japanese.
const firstHangul = 0x1100

// eastName reports whether a word has the shape of a person's name: two to four signs, or a foreign name with its dot.
func eastName(w string) bool {
	const most, mostForeign = 6, 14 // letters
	n, dotted, foreign := 0, false, false
	for _, r := range w {
		switch {
		case r == '·' || r == '・' || r == '•' || r == '‧' || r == '-' || r == '\'' || r == '.':
			dotted = true
			continue
		case !unicode.IsLetter(r) && r != 'ー':
			return false
		}
		foreign = foreign || unicode.Is(unicode.Katakana, r) || !eastLetter(r)
		n++
	}
	switch {
	case foreign || dotted:
		return n >= 2 && n <= mostForeign
	case strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Hiragana, r) }):
		return n >= 2 && n <= most
	}
	return n >= 2 && n <= 4
}

// withoutEastBrackets is the inside of a line that stands in one pair of brackets as a whole: "〔記者林若溪／台北報導〕".
func withoutEastBrackets(s string) string {
	for _, pair := range eastBrackets {
		if inside, ok := strings.CutPrefix(s, pair.open); ok {
			if inside, ok = strings.CutSuffix(inside, pair.closing); ok && !strings.Contains(inside, pair.closing) {
				return inside
			}
		}
	}
	return s
}

// eastBrackets stand around such lines, and around the rubrics of titles.
var eastBrackets = [...]struct{ open, closing string }{{"【", "】"}, {"〖", "〗"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}, {"（", "）"}, {"(", ")"}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"〈", "〉"}, {"<", ">"}, {"＜", "＞"}}

// behindRubric is a title without the rubric in brackets that it begins with: "【深度】河港的粮食", "[단독] 강 어귀", "[Exclusif] Le pont". In the scripts with capitals, where brackets
// open notes and remarks, the rubric is a word with one.
func behindRubric(s string) string {
	const longest = 36 // bytes of a rubric
	for _, pair := range eastBrackets {
		inside, ok := strings.CutPrefix(s, pair.open)
		if !ok {
			continue
		}
		k := strings.Index(inside[:min(len(inside), longest+len(pair.closing))], pair.closing)
		if k <= 0 {
			return s
		}
		rubric, rest := inside[:k], strings.TrimLeft(inside[k+len(pair.closing):], " \u00A0\u3000")
		if first := firstRune(rest); !unicode.IsLetter(first) && !unicode.IsDigit(first) || !isRubric(rubric) {
			return s
		}
		return rest
	}
	return s
}

// isRubric reports whether what stands in such brackets names a kind of piece or a column.
func isRubric(s string) bool {
	const shortest, most = 4, 3 // letters and words where there are capitals
	if caseless(s) {
		return true
	}
	return capitalised(s) && utf8.RuneCountInString(s) >= shortest && len(words(s)) <= most && !numbered(s)
}
