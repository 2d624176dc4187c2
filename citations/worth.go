package citations

import (
	"strings"
	"unicode"

	"example.org/verify/citations/dates"
)

// Words that give a claim weight, in the languages of the survey. Each list holds stems: a word counts where it begins with one.
var (
	deathStems = strings.Fields(`kill dead death die died dies dying casualt wounded injur massacre murder corpse bodies beheaded execut assassinat kidnap abduct hostage drown
		tué tués tuée mort décès bless assassin enlev tote toten getötet tot verletzt ermordet muert muertos herido asesin secuestr mort ferid assassin mortos uccis morti ferit rapit
		убит погиб ранен похищ смерт öldü ölü yaralı katled zabit zginę ranny gedood doden gewond vrar vdek plagos ubijen poginul ranjen mrtv`)
	crimeStems = strings.Fields(`arrest detain prison jail convict sentenc charged indict trial corrupt brib fraud smuggl traffick stole stolen theft robb rape torture launder embezzl crime criminal terror attack bomb ambush
		arrêt condamn prison corrup attentat verhaft verurteil anschlag angeklagt gefängnis detuv detenid conden cárcel corrup atentado preso condena arrestat condann carcer attentat
		арест задерж осужд тюрьм взрыв теракт tutukla gözaltı saldırı hapis aresztow skazan zatrzyman zamach aangehouden veroordeeld aanslag arrestua dënua burg uhapšen osuđen napad`)
	accuseStems = strings.Fields(`accus alleg denie deny blame claim condemn charg suspect deni
		accus nie beschuld bestreit vorwurf wirft acus nieg neg accus smentis обвин отриц suçla inkar oskarż zaprzecz beschuldig ontken akuz moho optuž demant`)
	// quantity nouns need not be known: a number followed by a word is a figure, unless the word is one of these
	notNouns = wordSet(`and or to of in on at by for from the a an is was are were am pm et ou und oder y o e de le la les der die das el los in im`)
	// firstWords open sentences that put a question, give an opinion or speak of the text itself
	opinionWords = strings.Fields(`should must ought perhaps probably hopefully clearly surely arguably`)
	narrators    = wordSet(`i we my our us me ich wir mein unser je nous mon notre yo nosotros mi nuestro eu nós meu nosso io noi mio nostro я мы мой наш`)
)

// worth tells what makes a sentence checkworthy. It is a set of features that can be named: nothing is learned.
func (p *parser) worth(s, lang string) Worth {
	var w Worth
	ws := words(s)
	if len(ws) < 4 || strings.HasSuffix(s, "?") {
		return 0
	}
	names := 0
	past := false
	for i, word := range ws {
		f := foldWord(word)
		if f == "" {
			continue
		}
		switch {
		case hasStem(f, deathStems):
			w |= Death
		case hasStem(f, crimeStems):
			w |= Crime
		case hasStem(f, accuseStems):
			w |= Accusation
		}
		if i > 0 && capitalised(word) {
			names++
		}
		if f[0] >= '0' && f[0] <= '9' && p.figure(ws, i, f) || spelled[f] && i+1 < len(ws) {
			w |= Figure
		}
		past = past || pastForm(f, lang)
	}
	if strings.ContainsAny(s, "0123456789") && p.hasDate(s) {
		w |= Dated
	}
	if quotedWords(s) > 3 {
		w |= Quotation
	}
	if names > 0 && past {
		w |= NamedAct
	}
	if w&Accusation != 0 && names == 0 {
		w &^= Accusation
	}
	return w
}

func hasStem(w string, stems []string) bool {
	for _, s := range stems {
		if strings.HasPrefix(w, s) {
			return len(w)-len(s) <= 5
		}
	}
	return false
}

// spelled are numbers in words that carry a quantity.
var spelled = wordSet(`dozen dozens hundred hundreds thousand thousands million millions billion billions twelve eleven twenty thirty forty fifty sixty seventy eighty ninety half third quarter
	hunderte tausende millionen milliarden zwanzig dreißig centaines milliers millions milliards vingt trente cientos miles millones veinte treinta centenas milhares milhões centinaia migliaia milioni сотни тысяч миллион`)

// figure reports whether the number at word i counts something: a noun follows, or a sign of money or share stands with it. Years and days count nothing.
func (p *parser) figure(ws []string, i int, f string) bool {
	if strings.ContainsAny(ws[i], "$€£%¥₽₺") {
		return true
	}
	if isNumber(f) && len(f) == 4 && (f[0] == '1' || f[0] == '2') && f < "2100" && !strings.ContainsAny(ws[i], ",.") {
		return false
	}
	if i+1 >= len(ws) {
		return false
	}
	next := foldWord(ws[i+1])
	if next == "" || notNouns[next] || isNumber(next) {
		return false
	}
	if _, month := dates.BareMonth(strings.Trim(ws[i+1], ".,;:)")); month {
		return false
	}
	if i > 0 {
		if _, month := dates.BareMonth(strings.Trim(ws[i-1], ".,;:(")); month {
			return false
		}
	}
	return !strings.HasSuffix(ws[i], ",") && !strings.HasSuffix(ws[i], ".")
}

// pastForm reports whether a word looks like a finite verb in the past.
func pastForm(f, lang string) bool {
	switch lang {
	case "", "en":
		return len(f) > 4 && strings.HasSuffix(f, "ed") || irregular[f]
	}
	return len(f) > 4 && (strings.HasSuffix(f, "te") || strings.HasSuffix(f, "ten") || strings.HasSuffix(f, "ó") || strings.HasSuffix(f, "é") || strings.HasSuffix(f, "ou") || strings.HasSuffix(f, "ait") || strings.HasSuffix(f, "ato") ||
		strings.HasSuffix(f, "ал") || strings.HasSuffix(f, "ил") || strings.HasSuffix(f, "ала") || strings.HasSuffix(f, "али") || strings.HasSuffix(f, "dı") || strings.HasSuffix(f, "di") || strings.HasSuffix(f, "ał") || strings.HasSuffix(f, "ła")) || foreignPast[f]
}

var irregular = wordSet(`was were had did said told took gave made went came began fell rose met won lost left held sold bought paid built sent fled shot led fought brought became broke drew spoke wrote cut hit put set`)

var foreignPast = wordSet(`a ont est war waren hat haben wurde wurden fue fueron ha han foi foram è hanno sono был была были oldu etti było był byli werd heeft ishte kanë bio bila su je`)

// hasDate reports whether s holds a date with a day, a month or a year.
func (p *parser) hasDate(s string) bool { return len(dates.Find(s, p.dateOptions())) > 0 }

// quotedWords counts the words of the longest quotation in s.
func quotedWords(s string) int {
	best := 0
	for s != "" {
		_, q := quotedTitle(s)
		if q.Empty() {
			break
		}
		best = max(best, len(words(s[q.Start:q.End])))
		s = s[q.End:]
	}
	return best
}

// opinion reports whether a sentence asks, advises or speaks for its author rather than states.
func (p *parser) opinion(s, lang string) bool {
	if strings.HasSuffix(strings.TrimRight(s, "\"”’) "), "?") {
		return true
	}
	ws := words(s)
	for i, w := range ws {
		f := foldWord(w)
		if narrators[f] && !(f == "us" && strings.ToUpper(w) == w) && (unicode.IsLower(rune(w[0])) || i == 0 || w == "I") {
			return true
		}
		for _, o := range opinionWords {
			if f == o {
				return true
			}
		}
	}
	return false
}
