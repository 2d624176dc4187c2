package ledger

// Facts are what the ledger has of a revision, its findings aside.
type Facts struct {
	Articles  []ArticleFact
	Claims    []ClaimFact
	Citations []CitationFact
	Pages     []PageFact

	given   []support
	sources []string // keys of the citations' sources
}

// ArticleFact is an article of a revision.
type ArticleFact struct {
	Article             int // from 1
	Title               string
	Language, Published string // "" if it is not known
	Authors             []string
}

// ClaimFact is a claim of a revision with its counts and its score. The counts are those of the views checkable and corroboration.
type ClaimFact struct {
	Article, Claim     int // from 1
	Text               string
	Checkworthy, Grave bool
	Sourced            bool // something is given for it, or for the claim that covers it
	Citations, Outlets int
	Origins            int
	Corroboration      int
	Grade              string // "" without one
	Reliability        string
	Credibility        int
	Points             int
	Alone              *CitationFact // the source of a claim that rests on one origin, of several the first that is given; nil for others
}

// CitationFact is a citation of a revision with its source as known then; strings are "" where nothing is known.
type CitationFact struct {
	Article, Citation            int // from 1
	Kind, Role, Raw              string
	ID, Name, Class              string // of the source
	Owner, Country, Language     string
	Control                      string
	Outlet, Registered, Standing bool
	Date, Day, URL, Why          string
	Claims                       int // that it is given for
}

// Counted reports whether the citation counts in shares: role source, and somebody is named.
func (f *CitationFact) Counted() bool { return f.Role == "source" && f.ID != "" }

// StateControlled reports whether a state decides what the source prints, as the view article_counts has it.
func (f *CitationFact) StateControlled() bool {
	return f.Control == "state" || f.Control == "captured-public" || f.Control == "captured-private"
}

// PageFact is what came of looking a citation's page up: an observation that the revision's results depend on.
type PageFact struct {
	Article, Citation int    // from 1
	Verdict           string // as support.Verdict
	URL               string // of the page that was read, "" for none
	Status            int    // of HTTP, 0 where there was no answer
	At                string // UTC
	Capture           string // address of an archive's copy, "" for none
}

// support says that a citation is given for a claim.
type support struct {
	article, claim, citation int
	origin                   int  // among the claim's citations, 0 for none
	judged, stands           bool // stands for this claim, where it was judged for it; else as the citation does
}

// standsFor reports whether a citation stands for the claim that it is given for, as the view claim_source has it.
func (s *support) standsFor(f *CitationFact) bool {
	if s.judged {
		return s.stands
	}
	return f.Standing
}

// Facts reads what the ledger has of a revision into f, whose memory is used again; its lists are in the order of the text.
func (r *Reading) Facts(rev string, f *Facts) error {
	f.Articles, f.Claims, f.Citations, f.Pages, f.given = f.Articles[:0], f.Claims[:0], f.Citations[:0], f.Pages[:0], f.given[:0]
	f.sources = f.sources[:0]
	for _, read := range []func(string, *Facts) error{r.articles, r.authors, r.claims, r.citations, r.pages, r.supports} {
		if err := read(rev, f); err != nil {
			return err
		}
	}
	f.count()
	return nil
}

func (r *Reading) articles(rev string, all *Facts) error {
	var f ArticleFact
	return each(r, `SELECT article, title, language, published FROM article WHERE rev = ? ORDER BY article`, rev,
		func() error { all.Articles = append(all.Articles, f); return nil }, &f.Article, &f.Title, &f.Language, &f.Published)
}

func (r *Reading) authors(rev string, all *Facts) error {
	var article int
	var name string
	return each(r, `SELECT article, name FROM author WHERE rev = ? ORDER BY article, nth`, rev, func() error {
		for i := range all.Articles {
			if f := &all.Articles[i]; f.Article == article {
				f.Authors = append(f.Authors, name)
			}
		}
		return nil
	}, &article, &name)
}

func (r *Reading) claims(rev string, all *Facts) error {
	var f ClaimFact
	return each(r, `SELECT c.article, c.claim, c.text, c.checkworthy, c.grave, c.covered_by IS NOT NULL OR c.orphans > 0,
		s.grade, s.reliability, s.credibility, s.points
		FROM claim c LEFT JOIN score s ON s.rev = c.rev AND s.article = c.article AND s.claim = c.claim
		WHERE c.rev = ? ORDER BY c.article, c.claim`, rev,
		func() error { all.Claims = append(all.Claims, f); return nil },
		&f.Article, &f.Claim, &f.Text, &f.Checkworthy, &f.Grave, &f.Sourced, &f.Grade, &f.Reliability, &f.Credibility, &f.Points)
}

func (r *Reading) citations(rev string, all *Facts) error {
	var f CitationFact
	var source string
	err := each(r, `SELECT article, citation, kind, role, raw, source, standing, date, day, url, why FROM citation WHERE rev = ? ORDER BY article, citation`, rev,
		func() error {
			all.Citations, all.sources = append(all.Citations, f), append(all.sources, source)
			return nil
		}, &f.Article, &f.Citation, &f.Kind, &f.Role, &f.Raw, &source, &f.Standing, &f.Date, &f.Day, &f.URL, &f.Why)
	for i := range all.Citations {
		if err != nil {
			break
		}
		err = r.source(all.sources[i], &all.Citations[i])
	}
	return err
}

// mostKnown is how many sources a Reading remembers: about a MiB.
const mostKnown = 4096

// source gives a citation what its source says. Most citations of an archive have one of a few hundred sources, each of which is asked for once.
func (r *Reading) source(key string, of *CitationFact) error {
	s := r.known[key]
	if s == nil && key != "" {
		s = new(CitationFact) // of a ledger that a stranger has changed, if no row comes
		err := each(r, `SELECT id, name, class, owner, country, language, control, registry IS NOT NULL, registry FROM source WHERE source = ?`, key,
			func() error { return nil }, &s.ID, &s.Name, &s.Class, &s.Owner, &s.Country, &s.Language, &s.Control, &s.Outlet, &s.Registered)
		if err != nil {
			return err
		}
		if len(r.known) == mostKnown {
			clear(r.known)
		}
		r.known[key] = s
	}
	if s != nil {
		of.ID, of.Name, of.Class, of.Owner, of.Country, of.Language, of.Control = s.ID, s.Name, s.Class, s.Owner, s.Country, s.Language, s.Control
		of.Outlet, of.Registered = s.Outlet, s.Registered
	}
	return nil
}

func (r *Reading) supports(rev string, all *Facts) error {
	var s support
	return each(r, `SELECT s.article, s.claim, s.citation, s.origin, j.standing IS NOT NULL, j.standing
		FROM support s LEFT JOIN judged j ON j.rev = s.rev AND j.article = s.article AND j.claim = s.claim AND j.citation = s.citation
		WHERE s.rev = ? ORDER BY s.article, s.claim, s.citation`, rev,
		func() error { all.given = append(all.given, s); return nil }, &s.article, &s.claim, &s.citation, &s.origin, &s.judged, &s.stands)
}

func (r *Reading) pages(rev string, all *Facts) error {
	var f PageFact
	return each(r, `SELECT u.article, u.citation, o.verdict, o.url, o.status, o.at, o.capture FROM used u JOIN observation o ON o.id = u.observation
		WHERE u.rev = ? ORDER BY u.article, u.citation, o.at, o.id`, rev,
		func() error { all.Pages = append(all.Pages, f); return nil }, &f.Article, &f.Citation, &f.Verdict, &f.URL, &f.Status, &f.At, &f.Capture)
}

// count counts, for each claim, what is given for it, and for each citation the claims that it is given for.
func (f *Facts) count() {
	given, cited := f.given, f.Citations
	for i := range f.Claims {
		c := &f.Claims[i]
		n := 0
		for n < len(given) && given[n].article == c.Article && given[n].claim == c.Claim {
			n++
		}
		for len(cited) > 0 && cited[0].Article < c.Article {
			cited = cited[1:]
		}
		c.count(given[:n], cited)
		given = given[n:]
	}
}

// count counts what is given for a claim. cited begins with the citations of its article, which are numbered without a gap.
func (c *ClaimFact) count(given []support, cited []CitationFact) {
	c.Sourced = c.Sourced || len(given) > 0
	of := func(s support) *CitationFact {
		if s.citation < 1 || s.citation > len(cited) {
			return &CitationFact{} // of a ledger that a stranger has changed
		}
		return &cited[s.citation-1]
	}
	for i, s := range given {
		k := of(s)
		k.Claims++
		if k.Role != "via" {
			c.Citations++
		}
		if k.Role != "source" {
			continue
		}
		first := func(same func(support) bool) bool {
			for _, o := range given[:i] {
				if of(o).Role == "source" && same(o) {
					return false
				}
			}
			return true
		}
		if k.ID != "" && first(func(o support) bool { return of(o).ID == k.ID }) {
			c.Outlets++
		}
		if s.origin > 0 && first(func(o support) bool { return o.origin == s.origin }) {
			c.Origins++
			c.Alone = k
		}
		if s.origin > 0 && s.standsFor(k) && first(func(o support) bool { return o.origin == s.origin && o.standsFor(of(o)) }) {
			c.Corroboration++
		}
	}
	if c.Origins != 1 {
		c.Alone = nil
	}
}

// FindingFact is a finding of a revision.
type FindingFact struct {
	Rule, Severity, Fingerprint    string
	Article, Claim, Citation, Note int // from 1, 0 for none
	Start                          int // byte of the file
	Message, Suggestion            string
	Guess                          bool   // it rests on one
	Silenced                       string // why, "" if it is not
	SignedOff                      string // by whom, "" if it is not
	SignedUntil                    string // day, "" for good
}

// Open reports whether nobody has silenced the finding or signed it off, on a day as 2006-01-02.
func (f *FindingFact) Open(today string) bool {
	return f.Silenced == "" && (f.SignedOff == "" || f.SignedUntil != "" && f.SignedUntil < today)
}

// Findings calls row for each finding of a revision, in the order of the text. The last sign-off of the document on it comes with it. row keeps nothing of
// what it is given.
func (r *Reading) Findings(rev string, row func(*FindingFact) error) error {
	var f FindingFact
	return each(r, `SELECT f.rule, f.severity, f.fp, f.article, f.claim, f.citation, f.note, f.start,
		f.message, f.suggestion, f.guess, f.silenced, d.by, d.until
		FROM finding f JOIN revision r ON r.rev = f.rev
		LEFT JOIN decision d ON d.id = (SELECT id FROM decision x WHERE x.doc = r.doc AND x.fp = f.fp ORDER BY x.at DESC, x.id DESC LIMIT 1)
		WHERE f.rev = ? ORDER BY f.start, f.rule, f.fp, f.nth`, rev,
		func() error { return row(&f) }, &f.Rule, &f.Severity, &f.Fingerprint, &f.Article, &f.Claim, &f.Citation, &f.Note, &f.Start,
		&f.Message, &f.Suggestion, &f.Guess, &f.Silenced, &f.SignedOff, &f.SignedUntil)
}
