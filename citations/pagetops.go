package citations

import (
	"strings"

	"example.org/verify/citations/text"
)

// The head of a page, above its title, holds lines that have the shape of heads, authors and days and are none. Their place and their company tell them.

// surround tells, once all blocks have their looks, what only their place tells.
func (p *parser) surround(looks []look) {
	p.labelledLines(looks)
	p.letterhead(looks)
	p.nameMasthead(looks)
	p.tickers(looks)
	p.factTables(looks)
	p.stoppedTitle(looks)
}

// labelledLines tells the lines of an imprint above all text from heads: two or more close to one another, each with a name, a colon and what it says.
func (p *parser) labelledLines(looks []look) {
	const longestName = 32 // bytes before the colon
	labelled := func(i int) bool {
		l := &looks[i]
		if l.groups || l.notes || l.isDated() || l.by || !l.head && !l.last || p.t.Blocks[i].Kind != text.Para {
			return false
		}
		_, at, ok := labelOf(p.block(i))
		return ok && at <= longestName && at < len(p.block(i)) && len(p.block(i)) < longestSide && p.block(i)[at] == ' '
	}
	for i := 0; i+1 < min(len(looks), pageTop); i++ {
		if looks[i].groups || looks[i].last && len(p.block(i)) > 120 {
			return
		}
		if labelled(i) && labelled(i+1) && p.t.Blocks[i+1].Tight {
			for k := i; k < len(looks) && labelled(k) && (k == i || p.t.Blocks[k].Tight); k++ {
				looks[k].side, looks[k].names = label, nil
			}
		}
	}
}

// nameMasthead marks the heads above the menu of a page: the site's name and motto. Below the menu must stand a head that can be the title.
func (p *parser) nameMasthead(looks []look) {
	top := -1
	for i := range min(len(looks), pageTop) {
		l := &looks[i]
		if l.page == menu {
			top = i
		} else if !l.page.sure() && (l.by && len(l.names) > 0 || l.groups || l.notes || l.last && len(p.block(i)) > 120 || p.marked(i)) {
			break
		}
	}
	if top < 1 || !p.titleBelow(looks, top) {
		return
	}
	for i := range top {
		if l := &looks[i]; l.head && !l.page.sure() && !l.isDated() && l.side != series {
			l.side, l.names = masthead, nil
		}
	}
}

// tickers marks the lines above a title that cry out other news: "BREAKING: Bridge closed", "Trending: Elections, Weather". A head that can be the title must stand below.
func (p *parser) tickers(looks []look) {
	for i := min(len(looks), pageTop) - 1; i >= 0; i-- { // from below, since one may stand above another
		if l := &looks[i]; l.head && !l.page.sure() && tickerOpenings.begins(strings.ToLower(p.block(i))) && p.titleBelow(looks, i) {
			l.page, l.head = offer, false
		}
	}
}

// tickerOpenings begin them.
var tickerOpenings = phrases("breaking: ", "breaking news: ", "latest: ", "latest news: ", "trending: ", "trending now: ", "live: ", "just in: ", "top stories: ", "alert: ", "eilmeldung: ", "aktuell: ", "liveticker: ", "dernière minute : ", "dernière minute: ", "en direct : ", "última hora: ", "lo último: ", "tendencias: ",
	"urgente: ", "em alta: ", "agora: ", "ultim'ora: ", "in evidenza: ", "laatste nieuws: ", "срочно: ", "сейчас читают: ", "терміново: ", "z ostatniej chwili: ", "na czasie: ", "son dakika: ", "senaste: ", "عاجل: ", "terkini: ")

// titleBelow reports whether a head that can be a title stands below block i, before any text.
func (p *parser) titleBelow(looks []look, i int) bool {
	for k := i + 1; k < len(looks) && k <= i+pageTop; k++ {
		switch l := &looks[k]; {
		case l.page.sure():
		case p.plainTitle(looks, k) || p.marked(k) || p.endsAsTitle(looks, k):
			return p.proseFollows(looks, k)
		case l.groups || l.notes || l.last && len(p.block(k)) > 120:
			return false
		}
	}
	return false
}

// factKeys open the lines of a table of facts about an event or a body, beside whose title its date is no day of publication.
var factKeys = wordSet(`time location place venue site deaths death dead killed injured injuries wounded casualties fatalities survivors missing coordinates cause type motive target perpetrator perpetrators perpetrated weapon weapons participants outcome result belligerents convicted verdict suspects suspect arrested arrests charges accused victims damage magnitude depth duration attack operator vessel aircraft passengers crew occupants registration born died nationality occupation founded headquarters area population capital website budget cost footage inquiry inquest litigation
	uhrzeit ort todesopfer tote verletzte koordinaten ursache täter opfer beteiligte ergebnis geboren gestorben gründung sitz fläche einwohner heure lieu morts mort blessés victimes coordonnées cause auteurs bilan issue participants né naissance décès fondation siège hora lugar fallecidos muertos heridos víctimas coordenadas causa autores resultado nacimiento fundación sede superficie población local mortos feridos vítimas nascimento fundação
	luogo stato morti feriti vittime coordinate causa responsabili esito nascita sede superficie abitanti plaats doden gewonden coördinaten oorzaak daders geboren время место погибшие погибших погибло раненые пострадавшие координаты причина нападавшие результат родился умер основана население czas miejsce zabici ranni ofiary współrzędne przyczyna sprawcy urodzony zmarł
	saat yer yeri ölü yaralı koordinatlar sebep neden fail sonuç doğum ölüm plats döda skadade sted døde drepte sårede dræbte waktu lokasi tempat tewas korban luka الوقت الموقع المكان الوفيات القتلى الضحايا المصابون الإحداثيات السبب 时间 地点 位置 死亡 受伤 原因 死者 負傷者 場所`)

// factTables takes days, names and the shape of heads from the lines of a table of facts: lines close to one another, at least two of which open with what only events
// and bodies have.
func (p *parser) factTables(looks []look) {
	const shortest = 3 // lines
	for i := 0; i < min(len(looks), 3*pageTop); {
		end, facts := i, 0
		for ; end < len(looks) && p.factLine(looks, end) && (end == i || p.t.Blocks[end].Tight || p.t.Blocks[end].Kind == text.Cell); end++ {
			if factKeys.has(strings.TrimRight(firstWord(p.block(end)), ":")) {
				facts++
			}
		}
		if end-i >= shortest && facts >= 2 {
			for k := i; k < end; k++ {
				l := &looks[k]
				l.dated, l.names, l.head, l.caption = nil, nil, false, true
			}
		}
		i = max(i+1, end)
	}
}

// factLine reports whether block i can be a line of a table of facts.
func (p *parser) factLine(looks []look, i int) bool {
	l := &looks[i]
	return !l.groups && !l.notes && !l.by && !l.page.sure() && len(p.block(i)) <= 120 && (p.t.Blocks[i].Kind == text.Para || p.t.Blocks[i].Kind == text.Cell)
}

// stoppedTitle makes a head of the first line of a page where it ends with a stop, as titles of magazines do, and authors or their subtitle stand below:
// "The Bridge Is Open. The Road Is Not." above "By …".
func (p *parser) stoppedTitle(looks []look) {
	for i := range min(len(looks), pageTop) {
		l := &looks[i]
		switch {
		case p.endsAsTitle(looks, i):
			l.head = true
			return
		case p.plainTitle(looks, i) && !(i == 0 && p.t.Blocks[0].Upper), p.marked(i), l.groups, l.notes, l.last && !l.page.sure():
			return
		}
	}
}

// endsAsTitle reports whether block i is such a line.
func (p *parser) endsAsTitle(looks []look, i int) bool {
	l := &looks[i]
	s := p.block(i)
	if l.head || !l.last || l.groups || l.notes || l.entry != "" || l.page != noFurniture || l.caption || p.t.Blocks[i].Kind != text.Para || len(s) > longTitle || len(words(s)) > 16 || l.by {
		return false
	}
	for k := i + 1; k < len(looks) && k <= i+3; k++ {
		switch below := &looks[k]; {
		case below.page.sure():
		case below.by && len(below.names) > 0:
			return k == i+1 || titleCased(s) || len(s) < len(p.block(k-1))
		case k > i+1 || below.groups || !below.last && !below.head || len(p.block(k)) > longestDeck:
			return false
		}
	}
	return false
}

// titleCased reports whether nearly all words of a line begin with a capital, small ones aside.
func titleCased(s string) bool {
	capitals, n := 0, 0
	for _, w := range words(s) {
		if len(w) < 5 && !capitalised(w) {
			continue
		}
		n++
		if capitalised(w) {
			capitals++
		}
	}
	return n >= 3 && capitals*5 >= n*4
}
