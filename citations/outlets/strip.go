package outlets

import (
	"slices"
	"strings"
)

// clean brings a printed name to one line: blanks single, tags, emphasis, quotation marks around it and trailing punctuation gone.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = tagless(s)
	s = strings.Join(strings.Fields(s), " ")
	s = strings.Trim(s, " *_\"“”„«»‹›:;,")
	if strings.HasPrefix(s, "'") && strings.HasSuffix(s, "'") || strings.HasPrefix(s, "‘") && strings.HasSuffix(s, "’") {
		s = strings.Trim(s, "'‘’")
	}
	return s
}

// isClean reports whether clean would change nothing, for names of ASCII.
func isClean(s string) bool {
	if s == "" || lower[s[0]&0x7f] <= 1 || lower[s[len(s)-1]&0x7f] <= 1 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || c < ' ' || c == '<' || c == ' ' && s[i+1] == ' ' {
			return false
		}
	}
	return true
}

// tagless takes out tags such as <u> and </a>.
func tagless(s string) string {
	for {
		from := strings.IndexByte(s, '<')
		if from < 0 {
			return s
		}
		to := strings.IndexByte(s[from:], '>')
		if to < 0 {
			return s
		}
		s = s[:from] + s[from+to+1:]
	}
}

// qualifier parts a bracketed place from the name: "El-Khabar [Algiers]", "La Razón (La Paz)".
func (f *found) qualifier() {
	at := strings.IndexAny(f.name, "([")
	if at <= 0 {
		return
	}
	shut := strings.LastIndexAny(f.name, ")]")
	if shut < at {
		shut = len(f.name)
	}
	inside := strings.TrimSpace(f.name[at+1 : shut])
	rest := ""
	if shut < len(f.name) {
		rest = f.name[shut+1:]
	}
	f.name = clean(f.name[:at] + " " + rest)
	if country, ok := Places.Country(inside); ok {
		f.place, f.country = inside, country
		return
	}
	for part := range strings.SplitSeq(inside, ",") {
		if country, ok := Places.Country(strings.TrimSpace(part)); ok {
			f.place, f.country = inside, country
		}
	}
}

// carriers are the words that may stand before "of" and name only the channel: "the new Facebook page of", "official website of".
const carriers = " the a an new old official personal verified facebook twitter x youtube telegram instagram tiktok whatsapp vkontakte page pages account feed channel website web site " +
	"homepage portal blog group profile die der das offizielle webseite seite website kanal konto le la les site compte officiel chaîne page el sitio página cuenta oficial canal il sito pagina profilo o conta perfil "

// joiners end such a phrase.
const joiners = " of von vom der des de du di del della do da "

// kinds of entries that a descriptive word fits; "" fits all.
const (
	papers       = "newspaper magazine online journal"
	broadcasters = "broadcaster"
	agencies     = "agency online"
	magazines    = "magazine journal newspaper online"
)

// trailing is what writers put behind a name, longest first: the kinds of outlets that it is said of, whether it counts only in lower
// case, because with a capital it is part of a name ("LA Weekly"), and whether what remains must be supported by the
// context to be taken ("Al-Khaleej Online" is not always Al-Khaleej).
type trailing struct {
	words, kinds string
	lower, doubt bool
}

var trailings = func() (all []trailing) {
	add := func(kinds string, lower, doubt bool, list ...string) {
		for _, w := range list {
			all = append(all, trailing{w, kinds, lower, doubt})
		}
	}
	add("", false, false, "official twitter account", "official facebook page", "official telegram channel", "official youtube channel", "official website",
		"twitter accounts", "twitter account", "twitter feed", "twitter page", "x account", "facebook page", "facebook account", "youtube channel", "youtube page",
		"telegram channel", "telegram account", "instagram account", "instagram page", "on twitter", "on facebook", "on telegram", "web site", "web page", "web edition",
		"website", "webpage", "homepage", "online edition", "english edition", "arabic edition")
	add(broadcasters, false, false, "television channel", "satellite channel", "satellite television", "satellite tv", "tv channel", "tv station", "tv network", "radio station")
	add(agencies, false, false, "news agency", "press agency")
	add("online newspaper agency broadcaster", true, false, "news website", "news site", "news portal", "web portal", "portal")
	add(agencies, true, false, "news service", "wire service", "newswire", "agency", "wire")
	add(papers, true, false, "daily newspaper", "weekly newspaper", "print edition", "international edition", "weekend edition", "newspaper", "paper", "daily", "weekly")
	add(magazines, true, false, "weekly magazine", "news magazine", "monthly", "magazine", "journal")
	add(broadcasters, true, false, "news channel", "radio network", "television", "radio", "channel")
	add("blog online social", true, false, "weblog", "blog")
	add("", true, false, "newsletter", "podcast", "site", "twitter", "facebook", "telegram", "youtube", "en ligne")
	add(broadcasters, false, true, "tv")
	add("newspaper magazine online broadcaster", false, true, "online")
	return all
}()

// describers are words that, in lower case, may stand before a name and say what it is: "the daily Hürriyet".
const describers = " the a an daily weekly monthly newspaper paper magazine journal agency news broadcaster channel tv television radio station portal site website blog outlet network state-run state-owned " +
	"pro-government opposition independent private semi-official official local regional national tabloid broadsheet online press media business financial english-language arabic-language " +
	"die der das dem den zeitung tageszeitung wochenzeitung zeitschrift nachrichtenagentur magazin nachrichtenmagazin sender rundfunk agentur boulevardzeitung wirtschaftszeitung nachrichtenseite " +
	"le la les l' quotidien journal hebdomadaire mensuel magazine agence site chaîne revue du de " +
	"el los diario periódico semanario revista agencia portal cadena del " +
	"il lo quotidiano settimanale giornale rivista agenzia sito o jornal semanário agência "

// accountless is the name of whoever keeps a page or an account: "al-Shimal Online" of "Facebook page of al-Shimal Online" and of "al-Shimal Online
// Twitter account", so that an unknown name is one outlet however it is cited.
func accountless(name string) string {
	low := strings.ToLower(name)
	if len(low) != len(name) {
		return name
	}
	for _, w := range [...]string{"facebook page of the ", "facebook page of ", "twitter account of ", "youtube channel of ", "telegram channel of ", "instagram account of ", "official website of ", "website of the ", "website of "} {
		if k := strings.Index(low, w); k >= 0 && k <= len("the official new ") && len(name) > k+len(w)+2 {
			return name[k+len(w):]
		}
	}
	for _, w := range [...]string{" twitter account", " facebook page", " youtube channel", " telegram channel", " instagram account", " twitter accounts", " facebook pages", " x account", "'s facebook page", "' facebook page"} {
		if strings.HasSuffix(low, w) && len(name) > len(w)+2 {
			return name[:len(name)-len(w)]
		}
	}
	return name
}

// stripped tries the name without what writers put around it.
func (r *Registry) stripped(f *found) bool {
	name := f.name
	for range 4 {
		if rest, what, ok := leading(name); ok {
			if r.try(f, rest, what, nil) {
				return true
			}
			name = rest
			continue
		}
		rest, what, t := tail(name)
		if t == nil {
			break
		}
		if r.try(f, rest, what, t) {
			return true
		}
		if t.kinds != "" {
			break
		}
		name = rest
	}
	return r.parts(f) || r.edition(f)
}

// try looks a stripped name up, also as an address and inflected, and keeps the hits that what was taken behind it is said of.
func (r *Registry) try(f *found, name, what string, t *trailing) bool {
	hits := r.lookup(f, name)
	if hits == nil {
		if o := r.ByDomain(name); o != nil {
			hits = []hit{{o: o, text: hostOf(name), form: formDomain}}
		}
	}
	if t != nil {
		hits = slices.DeleteFunc(hits, func(h hit) bool {
			return t.kinds != "" && !oneOf(t.kinds, string(h.o.Kind)) || t.doubt && h.form == formAbbreviation
		})
		f.doubt = f.doubt || t.doubt && len(hits) == 1 && r.generic(hits[0])
	}
	if len(hits) == 0 {
		f.doubt = false
		return false
	}
	f.hits, f.via = hits, what
	return true
}

// lookup finds a name as it stands, with another article, or inflected.
func (r *Registry) lookup(f *found, name string) []hit {
	if h := r.exact(name); h != nil {
		return h
	}
	if h := r.inflect(name); h != nil {
		return h
	}
	h, doubt := r.loose(name)
	f.doubt = doubt
	return h
}

// leading takes "Facebook page of", "the daily", "Turkish daily", "le quotidien" from the front of a name, and says what it took.
func leading(name string) (rest, what string, ok bool) {
	end := carried(name)
	if end == 0 {
		end = described(name)
	}
	if end == 0 || end >= len(name) {
		return name, "", false
	}
	return tidy(name[end:]), strings.TrimSpace(name[:end]), true
}

// carried returns where a name starts behind a channel's: "the new Facebook page of …". In "of the" the article belongs to the name.
func carried(name string) int {
	channel := false
	for at := 0; at < len(name); {
		word, next := wordAt(name, at)
		bare := strings.ToLower(strings.Trim(word, ",:'’\"“”"))
		switch {
		case channel && strings.Contains(joiners, " "+bare+" "):
			return next
		case bare == "" || !strings.Contains(carriers, " "+bare+" "):
			return 0
		}
		channel = channel || !isAnyArticle(bare) && !oneOf("new old official personal verified", bare)
		at = next
	}
	return 0
}

// described returns where a name starts behind words in lower case that say what it is: "the daily …", "Turkish daily …".
func described(name string) (end int) {
	for at := 0; at < len(name); {
		word, next := wordAt(name, at)
		bare := strings.Trim(word, ",:'’\"“”")
		first := strings.ToLower(bare)
		switch p, _ := Places.lookup(bare); {
		case at == 0 && (p.kind == "demonym" || isAnyArticle(first)):
		case bare == "" || !strings.Contains(describers, " "+bare+" "):
			return end
		case !isAnyArticle(bare):
			end = next
		}
		at = next
	}
	return end
}

// isAnyArticle reports whether a word of the describers is a mere article or preposition.
func isAnyArticle(w string) bool {
	return oneOf("the a an die der das dem den le la les l' du de el los del il lo o", w)
}

func wordAt(s string, at int) (word string, next int) {
	end := strings.IndexByte(s[at:], ' ')
	if end < 0 {
		return s[at:], len(s)
	}
	return s[at : at+end], at + end + 1
}

func tidy(s string) string { return strings.Trim(s, " ,:;\"“”„«»") }

// tail takes "Twitter account", "newspaper", "TV channel" from the end of a name.
func tail(name string) (rest, what string, t *trailing) {
	for i := range trailings {
		t := &trailings[i]
		n := len(name) - len(t.words)
		if n <= 1 || name[n-1] != ' ' || name[n:] != t.words && (t.lower || !strings.EqualFold(name[n:], t.words)) {
			continue
		}
		rest := tidy(name[:n])
		for _, s := range [...]string{"'s", "’s", "'", "’"} {
			if r, cut := strings.CutSuffix(rest, s); cut && t.kinds == "" {
				rest = r
				break
			}
		}
		if rest != "" {
			return rest, name[n:], t
		}
	}
	return name, "", nil
}

// parts looks at names joined by a stroke, "SAPA / IOL News": the one that is no agency is the publisher.
func (r *Registry) parts(f *found) bool {
	first, second, ok := strings.Cut(f.name, "/")
	if !ok || strings.Contains(second, "/") {
		return false
	}
	a, b := r.exact(tidy(first)), r.exact(tidy(second))
	if a == nil || b == nil || strings.TrimSpace(first) == "" {
		return false
	}
	f.hits, f.via = a, "the other name beside it"
	if a[0].o.Kind == "agency" && b[0].o.Kind != "agency" {
		f.hits = b
	}
	return true
}

// inflect looks a name up with the nominative of its article and of its German adjectives: "der Süddeutschen Zeitung", "du Monde",
// "dell'Espresso". Such articles are printed in lower case.
func (r *Registry) inflect(name string) []hit {
	word, next := wordAt(name, 0)
	for _, apostrophe := range [...]string{"'", "’"} {
		if head, _, ok := strings.Cut(word, apostrophe); ok {
			word, next = head, len(head)+len(apostrophe)
		}
	}
	if next < len(name) {
		for _, article := range inflected(word) {
			rest := name[next:]
			if word == "des" {
				rest = strings.TrimSuffix(rest, "s")
			}
			if h := r.any(article + rest); h != nil {
				return h
			}
		}
	}
	for _, ending := range [...]string{"e", "er", "es"} {
		if v, ok := declined(name, ending); ok {
			if h := r.any(v); h != nil {
				return h
			}
		}
	}
	return nil
}

// any looks a name up as it stands or without its article, where that is beyond doubt.
func (r *Registry) any(name string) []hit {
	if h := r.exact(name); h != nil {
		return h
	}
	h, doubt := r.loose(name)
	if doubt {
		return nil
	}
	return h
}

// declined gives the German adjectives of a name, all words but the last and those in -er that are places ("Zürcher"), the
// ending; "Frankfurter Allgemeinen" has one at its end.
func declined(name, ending string) (string, bool) {
	words := strings.Split(name, " ")
	changed := false
	for i, w := range words {
		stem, ok := strings.CutSuffix(w, "en")
		if ok && len(stem) >= 3 && (i < len(words)-1 || len(words) > 1) && w[0] < 'a' {
			words[i], changed = stem+ending, true
		}
	}
	return strings.Join(words, " "), changed
}

// placed looks at names with a place before or behind them and no brackets: "The Star Kenya", "San José Prensa Libre", "Kenya's
// Daily Nation", "AFP Nairobi".
func (r *Registry) placed(f *found) bool {
	words := strings.Fields(f.name)
	for n := min(3, len(words)-1); n > 0; n-- {
		back := strings.Join(words[len(words)-n:], " ")
		if r.with(f, strings.Join(words[:len(words)-n], " "), back, true) {
			return true
		}
		front := strings.Join(words[:n], " ")
		for _, s := range [...]string{"'s", "’s", "'", "’"} {
			front = strings.TrimSuffix(front, s)
		}
		name := strings.Join(words[n:], " ")
		if rest, ok := cutThe(front); ok {
			front = rest
		}
		if r.with(f, name, front, false) {
			return true
		}
	}
	return false
}

// with takes a name whose entries are of the place's country: a country or its adjective, or the capital of one where papers are not
// named after cities. Behind an agency's name a city is where it writes from.
func (r *Registry) with(f *found, name, place string, behind bool) bool {
	p, ok := Places.lookup(strings.Trim(place, ","))
	if !ok || p.kind == "region" {
		return false
	}
	national := p.kind != "city" || p.capital && p.country != "GB" && p.country != "US"
	var kept []hit
	for _, h := range r.exact(tidy(name)) {
		here := national && h.o.Country == p.country && h.form != formAbbreviation
		desk := behind && p.kind == "city" && !h.word && (h.o.Kind == "agency" && h.form <= formAbbreviation ||
			h.o.Country == p.country && h.form <= formNative && len(words(h.text)) > 1 && !r.generic(h)) // "Gazeta Wyborcza Katowice": a city's pages
		if here || desk {
			kept = append(kept, h)
		}
	}
	if kept == nil {
		return false
	}
	f.hits, f.place, f.country = kept, strings.Trim(place, ","), p.country
	return true
}
