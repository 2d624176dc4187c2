package ledger_test

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

var now = time.Date(2018, 6, 1, 12, 0, 0, 0, time.UTC)

// registry is made up: forty outlets of some owners and states.
type registry map[string]*outlets.Outlet

func (r registry) ByID(id string) *outlets.Outlet { return r[id] }

func (r registry) UltimateOwner(id string) *outlets.Outlet {
	if o := r[id]; o != nil {
		return r[o.Owner]
	}
	return nil
}

var world = func() registry {
	r := registry{}
	kinds := []outlets.Kind{"newspaper", "online", "agency", "think-tank"}
	controls := []string{"", "private", "state", "captured-public", "public"}
	for i := range 40 {
		o := &outlets.Outlet{ID: fmt.Sprintf("outlet-%d", i), Name: fmt.Sprintf("Outlet %d", i), Kind: kinds[i%4], Control: controls[i%5]}
		if i%3 > 0 {
			o.Country, o.Languages = []string{"LY", "RU", "KE"}[i%7%3], []string{[]string{"en", "ar"}[i%2]}
		}
		if i%4 == 1 {
			o.Owner = fmt.Sprintf("outlet-%d", i%3)
		}
		r[o.ID] = o
	}
	return r
}()

// maker makes random documents, the same ones from one seed.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 7))} }

// document makes a document with its env and meta; n names it.
func (m maker) document(n int) (*citations.Document, score.Env, ledger.Meta) {
	doc := &citations.Document{Publication: "Terrorism Monitor"}
	env := score.Env{Registry: world, Settings: "s1"}
	for a := range 1 + m.IntN(3) {
		doc.Articles = append(doc.Articles, m.article(a))
	}
	if m.IntN(2) == 0 {
		m.seek(doc, &env)
	}
	if m.IntN(3) == 0 {
		env.Before = func(_, citation int) bool { return citation%5 == 2 }
	}
	if m.IntN(3) == 0 {
		env.Ratings = score.Ratings{"outlet-1": {Letter: "A", By: "Desk"}, "outlet-2": {Letter: "D", By: "Desk", On: "2018"}}
	}
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte{byte(n), byte(n >> 8)}))
	return doc, env, ledger.Meta{Doc: fmt.Sprintf("doc-%d", n), Path: fmt.Sprintf("drafts/%d.txt", n), SHA256: sum, Tool: "test", Now: now}
}

func (m maker) article(a int) citations.Article {
	art := citations.Article{Title: fmt.Sprintf("Article %d", a), Language: "en"}
	if m.IntN(4) > 0 {
		art.Published = dates.Date{Precision: dates.Day, From: dates.Ymd{Y: 2018, M: 5, D: 1 + m.IntN(28)}}
	}
	for range m.IntN(12) {
		c := citations.Claim{Text: m.sentence(), Span: citations.Span{Start: 10, End: 90}, Worth: citations.Worth(m.IntN(3) * m.IntN(70))}
		for range m.IntN(5) {
			if n := len(art.Citations); n > 0 && m.IntN(8) == 0 && (len(c.Citations) == 0) {
				c.Citations = append(c.Citations, m.IntN(n)) // a note cited twice
				continue
			}
			c.Citations = append(c.Citations, len(art.Citations))
			art.Citations = append(art.Citations, m.citation())
		}
		if len(c.Citations) == 0 && len(art.Citations) > 0 && m.IntN(2) == 0 {
			c.CoveredBy = []int{0}
		}
		if m.IntN(9) == 0 {
			c.Orphan = []int{0}
		}
		art.Claims = append(art.Claims, c)
	}
	if m.IntN(3) == 0 {
		art.Citations = append(art.Citations, m.citation()) // of an unreferenced note
	}
	art.Markers = []citations.Marker{{Label: "1", Note: -1}}
	art.Notes = []citations.Note{{Label: "1", Text: "Ibid.", Kind: citations.NoteIbid, RefersTo: -1}}
	return art
}

var words = []string{"fighters", "killed", "eighteen", "civilians", "Tripoli", "brigade", "minister", "denied", "attack", "militia", "airport", "seized", "weapons",
	"convoy", "south", "officials", "village", "border", "ceasefire", "tribe"}

func (m maker) sentence() string {
	s := "On Monday"
	for range 6 + m.IntN(14) {
		s += " " + words[m.IntN(len(words))]
	}
	return s + "."
}

func (m maker) citation() citations.Citation {
	c := citations.Citation{Note: -1, Inside: -1, Raw: "Outlet, May 3", Group: m.IntN(3)}
	if m.IntN(5) > 0 {
		d := dates.Date{Precision: dates.Day, Year: dates.YearInferred, From: dates.Ymd{Y: 2018, M: 1 + m.IntN(5), D: 1 + m.IntN(28)}}
		switch m.IntN(8) {
		case 0:
			d.Precision, d.From.D = dates.Month, 0
		case 1:
			d.Precision, d.To = dates.Range, dates.Ymd{Y: 2018, M: 6, D: 2}
		}
		c.Date = &d
	}
	if m.IntN(6) == 0 {
		c.URL = fmt.Sprintf("https://site.example/%d", m.IntN(4))
	}
	if m.IntN(9) == 0 {
		c.Agency = fmt.Sprintf("outlet-%d", 2+4*m.IntN(3))
	}
	m.name(&c)
	return c
}

func (m maker) name(c *citations.Citation) {
	switch m.IntN(12) {
	case 0:
		c.Role, c.Class, c.Named = citations.Via, citations.ClassBody, "officials"
		return
	case 1:
		c.Class, c.Named = citations.ClassPerson, words[m.IntN(4)]
		return
	case 2:
		return // an ibid. that leads nowhere, or a bare link
	case 3:
		c.Role, c.Class = citations.Own, citations.ClassOwn
	}
	o := world[fmt.Sprintf("outlet-%d", m.IntN(1+m.IntN(40)))]
	c.Outlet = &citations.Outlet{Match: outlets.Match{ID: o.ID, Name: o.Name, Entry: o}}
	switch m.IntN(9) {
	case 0:
		c.Outlet.Match = outlets.Match{Name: "The Star", How: outlets.Ambiguous}
	case 1:
		c.Outlet.Match = outlets.Match{ID: "~kifache", Name: "Kifache", How: outlets.Provisional}
	}
}

func (m maker) seek(doc *citations.Document, env *score.Env) {
	for a := range doc.Articles {
		found := make([]score.Evidence, len(doc.Articles[a].Citations))
		for i := range found {
			switch m.IntN(7) {
			case 0:
				found[i] = score.Evidence{Sought: true, NotFound: true}
			case 1:
				found[i] = score.Evidence{Sought: true, Gone: true}
			case 2:
				found[i] = score.Evidence{Sought: true, Read: true, Differs: true}
			case 3, 4:
				found[i] = score.Evidence{Sought: true, Read: true, Carries: true, NearCopyOf: []int{m.IntN(len(found))}}
			}
		}
		env.Evidence = append(env.Evidence, found)
		m.seekApart(&doc.Articles[a], a, env)
	}
}

// seekApart lets some citations come to something else for one of their claims.
func (m maker) seekApart(art *citations.Article, a int, env *score.Env) {
	for c := range art.Claims {
		for _, i := range art.Claims[c].Citations {
			if m.IntN(6) > 0 {
				continue
			}
			if env.EvidenceFor == nil {
				env.EvidenceFor = map[score.Asked]score.Evidence{}
			}
			own := []score.Evidence{{}, {Sought: true, NotFound: true}, {Sought: true, Read: true, Differs: true}, {Sought: true, Read: true, Carries: true}}[m.IntN(4)]
			own.NearCopyOf = env.Evidence[a][i].NearCopyOf
			env.EvidenceFor[score.Asked{Article: a, Claim: c, Citation: i}] = own
		}
	}
}

// open opens a ledger in a folder of its own and closes it with the test.
func open(t testing.TB) *ledger.Ledger {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "ledger.db"))
}

func openAt(t testing.TB, path string) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// record does the whole order of work for a document.
func record(t testing.TB, l *ledger.Ledger, doc *citations.Document, env score.Env, meta ledger.Meta) (rev string, a *score.Analysis) {
	t.Helper()
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	rev, a = recordIn(t, b, doc, env, meta)
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	return rev, a
}

func recordIn(t testing.TB, b *ledger.Batch, doc *citations.Document, env score.Env, meta ledger.Meta) (string, *score.Analysis) {
	t.Helper()
	rev, err := b.Put(t.Context(), doc, env, meta)
	if err != nil {
		t.Fatal(err)
	}
	counts, err := b.Counts(t.Context(), rev)
	if err != nil {
		t.Fatal(err)
	}
	a := score.Analyse(doc, env, counts)
	a.Findings = findings()
	if err := b.PutResults(t.Context(), rev, a); err != nil {
		t.Fatal(err)
	}
	return rev, a
}

// findings are two with one fingerprint.
func findings() []score.Finding {
	f := score.Finding{Rule: "outlet.unknown", Severity: score.Suggestion, Claim: -1, Citation: -1, Note: -1, Message: "unknown", Fingerprint: "f1"}
	return []score.Finding{f, f}
}
