package rules

import (
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var claimUncited = Rule{
	ID:       "claim.uncited",
	Severity: score.Warning,
	Title:    "A paragraph of hard facts without a source",
	Doc: `A paragraph states figures, a quotation of more than three words, or a death or crime with a named person, and nothing in it says where that is from: no citation, note,
link or named source. Only in an article that gives sources for most of its paragraphs; not in the standfirst, the first and the last section, summaries and conclusions, captions, biographies, headings,
the turns of an interview, first-person research and reviews.`,
	Why:      "Among sourced paragraphs, one without a source looks as if its source were the next one's.",
	Example:  "State of the Sinai\n\nThe group is at war with Egypt (Reuters, May 4).\n\nRise\n\nIt began as a small band (AFP, May 1, 2014).\n\nIt now controls 900 square kilometers of land and killed 305 worshippers at a mosque, and all 224 passengers of a jet.\n\nIts leader is not known (Reuters, May 3).\n\nOutlook\n\nThe war will go on (AP, May 5).",
	NearMiss: "State of the Sinai\n\nThe group is at war with Egypt (Reuters, May 4).\n\nRise\n\nIt began as a small band (AFP, May 1, 2014).\n\nIt now controls 900 square kilometers of land and killed 305 worshippers at a mosque, and all 224 passengers of a jet (Reuters, May 2).\n\nIts leader is not known (Reuters, May 3).\n\nOutlook\n\nThe war will go on (AP, May 5).",
	Cure:     "Give the source, or move the one that covers it.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy; ICD 206 (Sourcing Requirements for Disseminated Analytic Products)",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			if !review(art) && !p.author[a] {
				p.uncited(a, art)
			}
		})
	},
}

// enough is the hardness of a paragraph from which on it is raised: one hard fact, or two small figures.
const enough = 2

// uncited raises the paragraphs of hard facts without a source, in an article that has the habit of giving them.
func (p *pass) uncited(a int, art *citations.Article) {
	held := p.heldParagraphs(art)
	if len(held) == 0 {
		return
	}
	middle, sums := middleOf(art), p.summaries(art)
	hard, first := make([]int, len(art.Paragraphs)), make([]int, len(art.Paragraphs))
	for c := range art.Claims {
		par := art.Claims[c].Paragraph
		if !middle(par) || held[par] {
			continue
		}
		if n := p.hardness(art, &art.Claims[c]); n > 0 {
			if hard[par] == 0 {
				first[par] = c
			}
			hard[par] += n
		}
	}
	for par := range art.Paragraphs {
		if hard[par] >= enough && !sums[art.Paragraphs[par].Section] && !p.firsthand(art, par) && !p.row(art.Paragraphs[par].Range) {
			c := first[par]
			p.report(onClaim(a, c), p.doc.Text.Source(art.Paragraphs[par].Sentences[0]), "hard facts without a source in the whole paragraph, first “"+short(art.Claims[c].Text)+"”", "give the source")
		}
	}
}

// summaryHeads are the heads, folded, of sections that say in short what the article shows elsewhere.
var summaryHeads = lineSet(`summary|executive summary|in brief|at a glance|in short|key points|key findings|key takeaways|takeaways|the takeaway|abstract|highlights|conclusion|conclusions|bottom line|our ruling|our rating|
	zusammenfassung|kurzfassung|das wichtigste in kürze|auf einen blick|fazit|résumé|en bref|l'essentiel|points clés|conclusion|resumen|resumen ejecutivo|en breve|claves|puntos clave|conclusiones|conclusión|
	resumo|resumo executivo|sumário executivo|em resumo|conclusão|conclusões|sintesi|in sintesi|in breve|conclusioni|conclusione|samenvatting|in het kort|conclusie|sammanfattning|sammendrag|resumé|yhteenveto|
	streszczenie|podsumowanie|wnioski|резюме|кратко|выводы|заключение|вывод|стисло|висновки|висновок|özet|sonuç|الخلاصة|ملخص|خلاصة|الخاتمة|摘要|要約|概要|结论|結論|まとめ`)

// lineSet is a set of phrases that bars part.
func lineSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(s, "|") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}

// summaries are the sections that say in short what the article shows elsewhere.
func (p *pass) summaries(art *citations.Article) map[int]bool {
	const longest = 60 // bytes of such a head
	var out map[int]bool
	for i := range art.Paragraphs {
		par := &art.Paragraphs[i]
		if par.Part != citations.Heading || par.Range.End-par.Range.Start > longest {
			continue
		}
		if head := strings.ToLower(strings.Trim(p.doc.Text.Slice(par.Range), "#*_:. \u00A0")); summaryHeads[head] {
			if out == nil {
				out = map[int]bool{}
			}
			out[par.Section] = true
		}
	}
	return out
}

// row reports whether a paragraph is a row of figures and no text: "FTSE 100 7,243.22 (+0.37%) | STOXX 600 431.20 | Brent 69.85".
func (p *pass) row(r citations.Range) bool { return strings.Count(p.doc.Text.Slice(r), " | ") >= 2 }

// short is the beginning of a claim.
func short(s string) string {
	const most = 9
	ws := strings.Fields(s)
	if len(ws) <= most {
		return s
	}
	return strings.Join(ws[:most], " ") + " …"
}

// middleOf tells which paragraphs are running text of neither the first nor the last section; without sections, not the first or last paragraph.
func middleOf(art *citations.Article) func(par int) bool {
	first, last := -1, -1
	for i := range art.Paragraphs {
		switch art.Paragraphs[i].Part {
		case citations.Lead:
			if first < 0 {
				first = i
			}
		case citations.Body:
			if last = i; first < 0 {
				first = i
			}
		}
	}
	return func(par int) bool {
		p := &art.Paragraphs[par]
		switch {
		case p.Part != citations.Body && p.Part != citations.Item, last < 0:
			return false
		case art.Paragraphs[last].Section > 0:
			return p.Section > 0 && p.Section < art.Paragraphs[last].Section
		}
		return par != last && par != first
	}
}

// heldParagraphs are the paragraphs in which a source is given; nil where fewer than half of those that state something have one, so that the article has no
// habit to hold a paragraph against.
func (p *pass) heldParagraphs(art *citations.Article) []bool {
	held := make([]bool, len(art.Paragraphs))
	for k := range art.Citations {
		if c := &art.Citations[k]; c.Kind != citations.FromNote {
			if par := art.ParagraphAt(c.Range); par >= 0 {
				held[par] = true
			}
		}
	}
	for i := range art.Markers {
		held[art.Markers[i].Paragraph] = true
	}
	states := make([]bool, len(art.Paragraphs))
	for c := range art.Claims {
		states[art.Claims[c].Paragraph] = true
		if len(art.Claims[c].Citations) > 0 {
			held[art.Claims[c].Paragraph] = true
		}
	}
	n, with := 0, 0
	for par := range states {
		if states[par] {
			n++
			if held[par] {
				with++
			}
		}
	}
	if with*2 < n {
		return nil
	}
	return held
}

// hardness is 2 for a claim with a hard fact, 1 for one with a small figure, 0 for others.
func (p *pass) hardness(art *citations.Article, claim *citations.Claim) int {
	if claim.Worth&(citations.Figure|citations.Quotation|citations.Death|citations.Crime) == 0 {
		return 0
	}
	w := p.words(art)
	ws := p.read.tokens(claim.Range)
	figure := 0
	if claim.Worth&citations.Figure != 0 {
		figure = p.figures(w, ws, claim)
	}
	switch {
	case claim.Worth&citations.Quotation != 0 && !w.spokenBy(ws):
		return 2
	case claim.Worth&(citations.Death|citations.Crime) != 0 && (figure > 0 || personIn(ws)):
		return 2
	}
	return figure
}

// spokenBy reports whether a claim names who says what it quotes: a verb of saying with a name beside it, outside the quotation.
func (w *words) spokenBy(ws []token) bool {
	const reach = 3
	for i := range ws {
		if ws[i].quoting || w.say.at(ws, i) == 0 && w.deny.at(ws, i) == 0 {
			continue
		}
		for j := max(0, i-reach); j < len(ws) && j <= i+reach; j++ {
			if j != i && ws[j].upper && !ws[j].quoting {
				return true
			}
		}
	}
	return false
}

// figures is 2 where a claim has a large figure, a share or a sum of money, 1 where it has another from ten on, else 0.
func (p *pass) figures(w *words, ws []token, claim *citations.Claim) int {
	s := p.doc.Text.Slice(claim.Range)
	dated := daysIn(p.doc.Text.Clean, claim.Range, "")
	best := 0
	for i := range ws {
		switch n := len(ws[i].low); {
		case w.big.at(ws, i) > 0:
			best = max(best, 1)
		case !isNumber(ws[i].low) || inside(dated, ws[i].Range):
		case w.percentage.at(ws, min(i+1, len(ws)-1)) > 0 || strings.ContainsAny(s, "%€$£"):
			best = 2
		case n == 4 && (ws[i].low[0] == '1' || ws[i].low < "2100"):
		case n >= 3, n >= 2 && ws[i].low[0] != '0':
			best = max(best, min(2, n-1))
		}
	}
	return best
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func inside(days []foundDay, r citations.Range) bool {
	for i := range days {
		if days[i].Overlaps(r) {
			return true
		}
	}
	return false
}

// personIn reports whether two capitalised words stand side by side within a sentence.
func personIn(ws []token) bool {
	for i := 1; i+1 < len(ws); i++ {
		if ws[i].upper && ws[i+1].upper && !ws[i+1].breaks && ws[i+1].Start == ws[i].End+1 {
			return true
		}
	}
	return false
}

// firsthand reports whether the author of a paragraph speaks of himself.
func (p *pass) firsthand(art *citations.Article, par int) bool {
	return p.speaksOf(art, par, &p.words(art).firsthand)
}

// speaksOf reports whether one of some words stands in a paragraph outside quotations. "US" is no pronoun.
func (p *pass) speaksOf(art *citations.Article, par int, author *phrases) bool {
	ws := p.read.tokens(art.Paragraphs[par].Range)
	for i := range ws {
		if !ws[i].quoting && author.at(ws, i) > 0 && (ws[i].low != "us" || !ws[i].upper) {
			return true
		}
	}
	return false
}

// narrates reports whether the author of an article says I in three paragraphs or more.
func (p *pass) narrates(a int) bool {
	art := &p.doc.Articles[a]
	n := 0
	for par := range art.Paragraphs {
		part := art.Paragraphs[par].Part
		if (part == citations.Body || part == citations.Lead) && p.cues(a, art.Paragraphs[par].Range)&cueMyself != 0 && p.speaksOf(art, par, &p.words(art).myself) {
			n++
		}
	}
	return n >= 3
}

var reviewWords = []string{"review", "rezension", "besprechung", "recension", "recensión", "reseña", "recensione", "resenha", "compte rendu", "рецензия", "recenzja", "prikaz"}

// review reports whether an article is about a named book.
func review(art *citations.Article) bool {
	low := strings.ToLower(art.Title)
	for _, w := range reviewWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// hasQuote reports whether a text has quotation marks around more than one word.
func hasQuote(s string) bool {
	for _, pair := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}} {
		if _, rest, ok := strings.Cut(s, pair[0]); ok {
			if in, _, ok := strings.Cut(rest, pair[1]); ok && strings.Contains(in, " ") {
				return true
			}
		}
	}
	return false
}
