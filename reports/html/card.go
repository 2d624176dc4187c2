package html

import (
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// card is what is known of one claim: what it rests on and why.
type card struct {
	ID, Number, Mark, Text string
	Level                  level
	Worth                  string // what makes it checkable, "" if nothing does
	Place                  string
	Order                  int // how much an editor should care

	Rating    string // whose letter it is
	Because   []string
	Origins   []origin
	Named     []row // who is named and makes no origin
	CoveredBy []reference
	How       []string // how names and dates were read, where that is not plain
	Evidence  []passage
	Elsewhere []Elsewhere
	Findings  []reference

	Brief bool // one of so many that only what cannot stand elsewhere is told
}

// origin is one origin and the citations that it joins.
type origin struct {
	Tie, Why string
	Rows     []row
}

// row is one citation in a card.
type row struct {
	ID          string // "" where another card has it
	Up          string // where it stands in the text
	Href, Name  string // its source
	Country     string
	Day         day
	Note        string
	Role        string // "quoted", "own", "" for a source
	Verdict     string
	Unknown     bool // no registry knows the outlet
	Letter      string
	VerdictKind string
}

// reference is a link with its words.
type reference struct {
	Href, Text, Rule string
	Sign             sign
}

// How much of a claim its card repeats, in characters: the whole stands in the article. Where there are more than many claims, their cards
// are brief, so that the page stays under 400 KB and twice the text.
const (
	short    = 240
	shortest = 40
	many     = 250
)

// placeOfClaim says where a claim stands: page or paragraph where the document has them, else the line.
func (m *maker) placeOfClaim(c *citations.Claim) string {
	if s := m.a.Document.Text.Place(c.Span.Start); s != "" {
		return s
	}
	return "line " + itoa(m.a.Document.Text.Position(c.Span.Start).Line)
}

func (m *maker) card(n, i int) card {
	art := &m.a.Document.Articles[n]
	c, s := &art.Claims[i], &m.a.Articles[n].Claims[i]
	l := m.level(n, i)
	v := card{
		Brief: m.claims > many,
		ID:    m.id(citations.ClaimID(n, i)), Number: strconv.Itoa(i + 1), Mark: markOf(l, s), Level: levels[l], Worth: sayWorth(c.Worth),
		Text: shorten(visible(c.Text), short), Place: m.placeOfClaim(c), Order: order(c, l),
		Elsewhere: m.about.elsewhere(n, i),
	}
	if s.Grade != "" {
		v.Rating = visible(rating(s))
	}
	for _, reason := range s.Because {
		v.Because = append(v.Because, visible(withoutNames(reason)))
	}
	m.origins(&v, n, i)
	if v.Brief {
		v.Text, v.Place, v.Worth, v.How = shorten(v.Text, shortest), "", "", nil
	}
	for _, k := range c.CoveredBy {
		v.CoveredBy = append(v.CoveredBy, reference{Href: m.id(citations.CitationID(n, k)), Text: m.row(n, i, k).Name})
	}
	for _, f := range m.found[claimKey{n, i}] {
		v.Findings = append(v.Findings, m.refer(f))
	}
	v.Evidence = m.passages(n, i)
	return v
}

// withoutNames cuts the list of names off a reason that counts, "2 outlets, no tie known: CAJ News (ZA), Koaci (CI)": they stand below it.
func withoutNames(reason string) string {
	head, _, found := strings.Cut(reason, ": ")
	if found && head != "" && (head[0] >= '0' && head[0] <= '9' || strings.HasPrefix(head, "one ")) && head != "one origin" {
		return head
	}
	return reason
}

// order is the weight of a claim times how little it rests on: what an editor should see first has the most.
func order(c *citations.Claim, level int) int {
	weight := 1
	if c.Worth&citations.Grave != 0 {
		weight = 3
	} else if c.Checkworthy() {
		weight = 2
	}
	return weight * weakness[level]
}

// rating says whose letter a grade has.
func rating(s *score.Claim) string {
	if s.Rating.Letter == "" {
		return "F: there is no basis to rate its sources"
	}
	by := s.Rating.Letter + " by " + firstOf(s.Rating.By, "the desk")
	if s.Rating.On != "" {
		by += ", " + s.Rating.On
	}
	return by
}

// origins puts the claim's citations under the origins that they make.
func (m *maker) origins(v *card, n, i int) {
	art := &m.a.Document.Articles[n]
	placed := map[int]bool{}
	for x := range m.a.Articles[n].Claims[i].Origins {
		o := &m.a.Articles[n].Claims[i].Origins[x]
		w := origin{Tie: visible(o.Tie)}
		if !o.Standing {
			w.Why = visible(o.Why)
		}
		for _, k := range o.Citations {
			placed[k] = true
			w.Rows = append(w.Rows, m.row(n, i, k))
		}
		v.Origins = append(v.Origins, w)
	}
	for _, k := range art.Claims[i].Citations {
		if !placed[k] {
			v.Named = append(v.Named, m.row(n, i, k))
		}
		if how := howRead(&art.Citations[k]); how != "" {
			v.How = append(v.How, how)
		}
	}
}

// row is citation k in the card of claim i.
func (m *maker) row(n, i, k int) row {
	art := &m.a.Document.Articles[n]
	c := &art.Citations[k]
	src := m.sources.of(n, k)
	r := row{Name: visible(nameOf(c)), Day: dayOf(c.Date), Href: m.sources.anchor(n, k)}
	if src != nil {
		r.Unknown, r.Letter = src.Unknown, src.Letter
		if m.claims <= many {
			r.Country = src.Country
		}
	}
	if m.rows[n][k] == i+1 {
		r.ID = m.id(citations.CitationID(n, k))
	}
	if !c.Range.Empty() {
		r.Up = "t." + m.id(citations.CitationID(n, k))
	}
	if c.Note >= 0 {
		r.Note = visible(art.Notes[c.Note].Label)
	}
	switch {
	case c.Role == citations.Via:
		r.Role = "named as speaking"
	case c.Role == citations.Own || c.Class == citations.ClassOwn:
		r.Role = "the publication itself"
	}
	if ev := m.looked(n, i, k); ev != nil {
		r.Verdict, r.VerdictKind = visible(string(ev.Verdict)), classOf(ev.Verdict)
	}
	return r
}

// nameOf names a citation's source as the registry does, else as printed.
func nameOf(c *citations.Citation) string {
	if o := c.Outlet; o != nil {
		return firstOf(o.Name, o.Printed)
	}
	return firstOf(c.Named, c.URL, shorten(c.Raw, 80), "unnamed")
}

// howRead says how a citation was read where a person might have read it otherwise: a name that is not the registry's, a year that
// is not printed, a day with two readings.
func howRead(c *citations.Citation) string {
	var parts []string
	if o := c.Outlet; o != nil && o.How != outlets.Exact {
		why := o.How
		if o.How == outlets.Provisional {
			why = "not in the registry"
		}
		parts = append(parts, "“"+o.Printed+"” ("+why+")"+colon(o.Why))
	}
	if d := c.Date; d != nil && d.Year == dates.YearInferred {
		parts = append(parts, "“"+d.Printed+"”"+colon(firstOf(d.Why, "the year is inferred")))
	}
	if d := c.Date; d != nil && len(d.Candidates) > 1 {
		parts = append(parts, "it may mean "+strings.Join(d.Candidates, " or "))
	}
	return visible(strings.Join(parts, "; "))
}

func colon(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}
