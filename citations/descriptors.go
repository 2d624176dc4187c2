package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/outlets"
)

// Running text says before a name what it is: "le site Mali Tribune", "das Magazin Focus", "the state news agency Xinhua". Such a phrase is neither a part of
// the name nor, where a paper is called so, another paper: "Le quotidien Libération" is no work of Le Quotidien.

// mediumWords are the nouns that say what kind of medium a name is of.
var mediumWords = wordSet(`newspaper daily weekly monthly magazine outlet site website agency newswire broadcaster network channel station portal tabloid broadsheet paper publication platform blog podcast journal
	site quotidien hebdomadaire mensuel journal agence chaîne radio revue média titre confrère
	zeitung tageszeitung wochenzeitung sonntagszeitung boulevardzeitung wirtschaftszeitung magazin nachrichtenmagazin wochenmagazin nachrichtenagentur agentur sender fernsehsender nachrichtensender portal nachrichtenportal onlineportal onlinemagazin zeitschrift blatt boulevardblatt nachrichtenseite
	diario periódico rotativo semanario revista portal agencia cadena canal medio sitio emisora televisora jornal semanário agência emissora veículo
	quotidiano giornale settimanale mensile sito agenzia emittente rivista testata rete
	krant dagblad weekblad nieuwssite persbureau omroep tijdschrift zender
	газета газете газеты газету издание изданию издания агентство агентству агентства журнал журналу журнала портал порталу портала телеканал телеканалу телеканала сайт сайта радиостанция радиостанции
	газети газеті видання виданню агентство агентству агенції агенція агенцією журналу телеканалу сайту
	dziennik dziennika dziennikowi tygodnik tygodnika tygodnikowi portal portalu portalowi agencja agencji gazeta gazety gazecie serwis serwisu stacja stacji
	deník deníku týdeník týdeníku server serveru agentura agentury web webu tidningen tidskriften nyhetsbyrån avisen avisa nyhetsbureauet nyhetsbyrået lehti sanomalehti uutistoimisto
	list lista portal portala agencija agencije dnevnik dnevnika tjednik tjednika
	surat kabar harian majalah situs kantor`)

// elidedArticles are tied to the nouns before which they stand.
var elidedArticles = [...]string{"l'", "l’"}

// describedName is the name of a paper or station that stands behind a phrase of this kind at byte at; an empty range where there is none. The phrase makes a
// name of a word that is ordinary without it: "le quotidien Libération". It costs a few words where the sentence at hand has such a noun, and nothing elsewhere.
func (p *parser) describedName(at, limit int) Range {
	if p.has&medium == 0 {
		return Range{}
	}
	const most = 6 // words of the phrase
	k, medium, article := at, false, false
	for n := 0; n < most && k < limit; n++ {
		if medium {
			name := k + elision(p.clean[k:limit])
			name += quoteMark(p.clean[name:limit])
			if end := p.pressAt(name, limit); end > name {
				if whole, _, ok := p.names.LongestAt(p.clean[:limit], at); ok && whole > name {
					return Range{} // "The Daily Telegraph"
				}
				return Range{Start: name, End: end}
			}
		}
		e := wordEnd(p.clean, k, limit)
		w := p.clean[k:e]
		var room [64]byte
		low := lower(room[:0], w)
		for _, the := range elidedArticles { // "l'hebdomadaire"
			if n == 0 && strings.HasPrefix(string(low), the) {
				low, w, article = low[len(the):], w[len(the):], true
			}
		}
		capital := capitalised(w)
		switch {
		case w == "" || n > 2 && !medium || strings.ContainsAny(w, ".,;:!?()\""):
			return Range{}
		case mediumWords.hasBytes(low) && (n == 0 || p.lang == "de" || !capital):
			medium = true
		case articleWords.hasBytes(low) && n == 0:
			article = true
		case (article || medium) && !capital && !notTelling.hasBytes(low) && !complementizers.hasBytes(low) && !isNumber(w):
		case n == 0 && (mediumAdjectives.hasBytes(low) || capital && p.peopleBefore(w, e, limit)):
			article = true
		default:
			return Range{}
		}
		k = skipBlanks(p.clean, e, limit)
	}
	return Range{}
}

// pressAt is where the name of a paper or station ends that begins at byte at with a capital, be it a word that is ordinary elsewhere; at where there is none.
func (p *parser) pressAt(at, limit int) int {
	if at >= limit || !capitalised(p.clean[at:limit]) {
		return at
	}
	if end, ids, ok := p.nameAt(at, limit); ok && anyPress(ids) {
		return end
	}
	e := wordRun(p.clean[:limit], at)
	m := p.names.Resolve(p.clean[at:e], outlets.Context{Language: p.lang})
	if m.Entry != nil && m.How != outlets.Fuzzy && m.Entry.Kind.Press() || m.How == outlets.Ambiguous && !slices.ContainsFunc(m.Candidates, func(c outlets.Candidate) bool { return !p.names.ByID(c.ID).Kind.Press() }) {
		return e
	}
	return at
}

// peopleBefore reports whether w, which ends at byte e, is a people's or a place's name and a noun of media follows: "Turkish daily Hürriyet".
func (p *parser) peopleBefore(w string, e, limit int) bool {
	if !beginsWith(p.clean[e:limit], mediumWords) {
		return false
	}
	_, people := outlets.Places.Country(w)
	return people
}

// mediumAdjectives say who runs a medium or what it covers.
var mediumAdjectives = wordSet(`state state-run state-owned state-controlled local national regional provincial private independent public opposition pro-government business financial news online official semi-official rival fellow`)
