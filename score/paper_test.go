package score_test

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// registry is a small one of made-up facts, enough for the paper examples.
type registry map[string]*outlets.Outlet

func (r registry) ByID(id string) *outlets.Outlet { return r[id] }

func (r registry) UltimateOwner(id string) *outlets.Outlet {
	if o := r[id]; o != nil {
		return r[o.Owner]
	}
	return nil
}

func outlet(id, name, country, language string, kind outlets.Kind) *outlets.Outlet {
	return &outlets.Outlet{ID: id, Name: name, Country: country, Languages: []string{language}, Kind: kind}
}

func known() registry {
	r := registry{}
	for _, o := range []*outlets.Outlet{
		outlet("caj-news", "CAJ News", "ZA", "en", "agency"),
		outlet("koaci", "Koaci", "CI", "fr", "online"),
		outlet("alnabaa", "Alnabaa", "LY", "ar", "online"),
		outlet("daily-nation", "Daily Nation", "KE", "en", "newspaper"),
		outlet("ntv-kenya", "NTV Kenya", "KE", "en", "broadcaster"),
		outlet("nation-media", "Nation Media Group", "KE", "en", "company"),
		outlet("efe", "EFE", "ES", "es", "agency"),
		outlet("el-pais", "El País", "ES", "es", "newspaper"),
		outlet("la-tercera", "La Tercera", "CL", "es", "newspaper"),
		outlet("rt", "RT", "RU", "en", "broadcaster"),
		outlet("sputnik", "Sputnik", "RU", "en", "online"),
		outlet("tm", "Terrorism Monitor", "US", "en", "journal"),
		outlet("a", "A", "", "", "newspaper"),
		outlet("b", "B", "", "", "newspaper"),
		outlet("c", "C", "", "", "newspaper"),
	} {
		r[o.ID] = o
	}
	r["daily-nation"].Owner, r["ntv-kenya"].Owner = "nation-media", "nation-media"
	r["rt"].Control, r["sputnik"].Control = "state", "captured-public"
	return r
}

// paper is a document in the making: one article, published on 18 May 2018.
type paper struct {
	doc citations.Document
	env score.Env
}

func newPaper(r registry) *paper {
	p := &paper{}
	p.env.Registry = r
	p.doc.Articles = []citations.Article{{Title: "Paper", Published: dates.Date{From: dates.Ymd{Y: 2018, M: 5, D: 18}, Precision: dates.Day}}}
	return p
}

func (p *paper) article() *citations.Article { return &p.doc.Articles[0] }

// cite adds citations, one for each word: "koaci 05-14", "via:humanitarian agencies", "own:tm", "person:Vlado Azinovic", "~kifache",
// "?The Star", "ibid"; the day is optional.
func (p *paper) cite(specs ...string) []int {
	art := p.article()
	var ids []int
	for _, spec := range specs {
		c := citations.Citation{Note: -1, Inside: -1, Raw: spec}
		who, day, _ := strings.Cut(spec, " 0")
		if day != "" {
			d := dates.Date{Precision: dates.Day, Year: dates.YearInferred, From: dates.Ymd{Y: 2018}}
			fmt.Sscanf("0"+day, "%d-%d", &d.From.M, &d.From.D)
			c.Date = &d
		}
		p.name(&c, who)
		ids = append(ids, len(art.Citations))
		art.Citations = append(art.Citations, c)
	}
	return ids
}

func (p *paper) name(c *citations.Citation, who string) {
	switch kind, name, _ := strings.Cut(who, ":"); {
	case kind == "via":
		c.Kind, c.Role, c.Class, c.Named = citations.Attribution, citations.Via, citations.ClassBody, name
		return
	case kind == "person":
		c.Class, c.Named = citations.ClassPerson, name
		return
	case kind == "body":
		c.Class, c.Named = citations.ClassBody, name
		return
	case kind == "own":
		c.Role, c.Class = citations.Own, citations.ClassOwn
		who = name
	case who == "ibid":
		return
	}
	m := outlets.Match{ID: who, Name: who, How: outlets.Provisional}
	switch o := p.env.Registry.ByID(who); {
	case o != nil:
		m.Name, m.Entry, m.How = o.Name, o, outlets.Exact
	case strings.HasPrefix(who, "?"):
		m.ID, m.Name, m.How = "", who[1:], outlets.Ambiguous
	}
	c.Outlet = &citations.Outlet{Match: m, Printed: m.Name}
}

// claim adds a claim with these citations.
func (p *paper) claim(specs ...string) *citations.Claim {
	ids := p.cite(specs...)
	art := p.article()
	art.Claims = append(art.Claims, citations.Claim{Text: "At least 18 civilians were killed.", Citations: ids, Worth: citations.Death})
	return &art.Claims[len(art.Claims)-1]
}

// found says what was found for the citation with index i.
func (p *paper) found(i int, ev score.Evidence) {
	if p.env.Evidence == nil {
		p.env.Evidence = [][]score.Evidence{nil}
	}
	for len(p.env.Evidence[0]) <= i {
		p.env.Evidence[0] = append(p.env.Evidence[0], score.Evidence{})
	}
	ev.Sought = true
	p.env.Evidence[0][i] = ev
}

func (p *paper) tally() score.Tally { return score.Count(&p.doc, p.env) }

func (p *paper) analyse() *score.Analysis { return score.Analyse(&p.doc, p.env, p.tally()) }

// first is the score of the first claim.
func (p *paper) first() score.Claim { return p.analyse().Articles[0].Claims[0] }

var (
	carried = score.Evidence{Read: true, Carries: true}
	part    = score.Evidence{Read: true, Carries: true, Part: true}
	differs = score.Evidence{Read: true, Differs: true}
	missing = score.Evidence{NotFound: true}
	gone    = score.Evidence{Gone: true}
)
