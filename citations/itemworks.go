package citations

import "strings"

// namesCourt reports whether the words before a bracket speak of a court and the bracket begins with its acronym: "the regional court (TAR Marche, 22 July
// 2021)".
func (p *parser) namesCourt(out []cited, open int) bool {
	first, _, _ := strings.Cut(p.t.Slice(out[0].Outlet), " ")
	if len(first) < 2 || len(first) > 6 || strings.ToUpper(first) != first || strings.ToLower(first) == first {
		return false
	}
	ws := words(p.clean[p.backTo(open, 60):open])
	for k := len(ws) - 1; k >= 0 && k >= len(ws)-3; k-- {
		if courtNouns.has(foldWord(ws[k])) {
			return true
		}
	}
	return false
}

// courtNouns are what a court and what it decides are called.
var courtNouns = wordSet(`court tribunal ruling judgment judgement verdict gericht gerichtshof urteil beschluss cour arrêt jugement sentencia fallo juzgado sentença acórdão sentenza tar rechtbank gerechtshof hof raad arrest vonnis uitspraak
	rozsudek usnesení soud soudu súd rozsudok tingsrätt hovrätt domen dom dommen byretten sentința decizia tribunalul curtea ítélet ítélete bíróság kúria суд суда решение решения приговор sąd sądu wyrok wyroku mahkemesi mahkeme danıştay yargıtay pengadilan putusan sud suda presuda gjykata domstol domstolen`)

// namesWork reports whether a bracket stands within its sentence, right behind a work and what it is: "his second album, Own Goals (Sony, March 3), has".
// The house that brought it out is no source.
func (p *parser) namesWork(open, end int) bool {
	if at := skipBlanks(p.clean, min(end+1, len(p.clean)), len(p.clean)); at >= len(p.clean) || strings.IndexByte(".!?", p.clean[at]) >= 0 {
		return false
	}
	ws := words(p.clean[p.backTo(open, 60):open])
	for k := len(ws) - 1; k >= 0 && k >= len(ws)-6; k-- {
		f := foldWord(ws[k])
		if workNouns.has(f) && !capitalised(ws[k]) {
			return k+1 < len(ws)
		}
		if (k+1 == len(ws) || !nameWords.has(f)) && !capitalised(strings.TrimLeft(ws[k], "*_")) {
			return false
		}
	}
	return false
}

// workNouns are what is brought out by a house on a day.
var workNouns = wordSet(`album albums single ep lp mixtape soundtrack film movie documentary novel memoir game disco álbum sencillo película novela libro disque roman livre platte spielfilm`)

// counted reports whether a stretch begins with a number and the noun that it counts: "two seasons", "8 episodes".
func (p *parser) counted(r Range) bool {
	ws := words(p.clean[r.Start:r.End])
	if len(ws) < 2 || len(ws) > 4 || capitalised(ws[1]) {
		return false
	}
	f := foldWord(ws[0])
	return isNumber(f) || f == "two" || spelled(f) && f != "half"
}

// lawReport reports whether what stands behind a date says where a decision of a court is printed: "NJ 2007/345", "NJW 2007, 345", "ECLI:…".
func lawReport(s string) bool {
	ws := words(strings.TrimLeft(s, ", "))
	if len(ws) == 0 {
		return false
	}
	if strings.HasPrefix(ws[0], "ECLI:") {
		return true
	}
	if len(ws) < 2 || len(ws[0]) < 2 || len(ws[0]) > 5 || strings.ToUpper(ws[0]) != ws[0] || isNumber(ws[0]) {
		return false
	}
	year, number, slash := strings.Cut(strings.TrimRight(ws[1], ","), "/")
	return len(year) == 4 && isNumber(year) && (slash && isNumber(number) || len(ws) > 2 && isNumber(foldWord(ws[2])))
}
