package score

import (
	"slices"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
)

// Trail is where each claim's citations lead: whom they name, whether they stand, and which of them are one origin. It holds no
// count yet; Count and the ledger both start from it.
type Trail struct {
	Articles []ArticleTrail // parallel to Document.Articles
}

// ArticleTrail is the trail of one article.
type ArticleTrail struct {
	Cited   []Cited         // parallel to Article.Citations
	Origins []Origin        // over all citations of the article
	Claims  [][]Origin      // parallel to Article.Claims
	Apart   map[Asked]Cited // what a citation came to for one claim, where that is not as in Cited; nil for none. Article counts for nothing
}

// For is the trail as one claim sees it: what its citations came to for that claim is in Cited.
func (t *ArticleTrail) For(claim int, cited []int) *ArticleTrail {
	own := t
	for _, i := range cited {
		k, ok := t.Apart[Asked{Claim: claim, Citation: i}]
		if !ok {
			continue
		}
		if own == t {
			copied := *t
			copied.Cited = slices.Clone(t.Cited)
			own = &copied
		}
		own.Cited[i] = k
	}
	return own
}

// Cited is one citation as the score sees it.
type Cited struct {
	Source   *Source // never nil; shared by all citations that name it, and not to be changed
	Role     citations.Role
	Counted  bool // role source, and somebody is named
	Own      bool
	Standing bool
	Read     bool   // it stands, its page was read and carries the claim
	Differs  bool   // its page gives another figure or quotation
	Why      string // why it does not stand, "" if it does or is not counted
	Before   bool   // dated before the event
	Letter   string // A to F
	Lag      int    // days from the source to the article's publication
	LagKnown bool
	Evidence *Evidence // never nil, and not to be changed
}

// swap puts what the citations of a claim came to for that claim into Cited, and what they came to as a whole into Apart; a second call puts it back.
func (t *ArticleTrail) swap(claim int, cited []int) {
	if t.Apart == nil {
		return
	}
	for _, i := range cited {
		asked := Asked{Claim: claim, Citation: i}
		if k, ok := t.Apart[asked]; ok {
			t.Apart[asked], t.Cited[i] = t.Cited[i], k
		}
	}
}

// Trace follows the citations of a document. It may run concurrently for different documents.
func Trace(doc *citations.Document, env Env) *Trail {
	t := &Trail{Articles: make([]ArticleTrail, len(doc.Articles))}
	named := NewSources(env.Registry)
	w := newWeaver(env.Registry)
	for a := range doc.Articles {
		art := &doc.Articles[a]
		at := &t.Articles[a]
		at.Cited = make([]Cited, len(art.Citations))
		all := make([]int, len(art.Citations))
		for i := range art.Citations {
			at.Cited[i] = cite(art, a, i, &env, named.Of(&art.Citations[i]), env.evidence(a, i))
			all[i] = i
		}
		w.begin(art, at.Cited)
		at.Origins = w.origins(all, nil)
		at.Claims = make([][]Origin, len(art.Claims))
		room := make([]Origin, 0, given(art)) // one origin a citation at most
		for c := range art.Claims {
			among := art.Claims[c].Citations
			at.apart(art, a, c, &env)
			at.swap(c, among)
			from := len(room)
			room = w.origins(among, room)
			if len(room) > from {
				at.Claims[c] = room[from:len(room):len(room)]
			}
			at.swap(c, among)
		}
	}
	return t
}

// given is how many citations the claims of an article have, each counted for every claim.
func given(art *citations.Article) int {
	n := 0
	for c := range art.Claims {
		n += len(art.Claims[c].Citations)
	}
	return n
}

// apart cites anew what came to something else for one claim than for others.
func (t *ArticleTrail) apart(art *citations.Article, a, c int, env *Env) {
	if len(env.EvidenceFor) == 0 {
		return
	}
	for _, i := range art.Claims[c].Citations {
		if ev, ok := env.EvidenceFor[Asked{a, c, i}]; ok {
			if t.Apart == nil {
				t.Apart = map[Asked]Cited{}
			}
			t.Apart[Asked{Claim: c, Citation: i}] = cite(art, a, i, env, t.Cited[i].Source, &ev)
		}
	}
}

func cite(art *citations.Article, a, i int, env *Env, source *Source, ev *Evidence) Cited {
	c := &art.Citations[i]
	k := Cited{Role: c.Role, Source: source, Own: isOwn(c), Evidence: ev}
	k.Counted = c.Role == citations.Source && !k.Own && k.Source.ID != ""
	k.Letter = env.Ratings.letter(k.Source.ID)
	if !k.Counted {
		return k
	}
	k.Before = env.Before != nil && env.Before(a, i)
	k.Differs = k.Evidence.Differs
	k.Why = fallen(&k, env, a, i)
	k.Standing = k.Why == ""
	k.Read = k.Standing && k.Evidence.Read && k.Evidence.Carries
	k.Lag, k.LagKnown = lag(&art.Published, c.Date)
	return k
}

func isOwn(c *citations.Citation) bool {
	return c.Role == citations.Own || c.Role == citations.Source && c.Class == citations.ClassOwn
}

// fallen says why a counted citation does not stand, "" if it does.
func fallen(k *Cited, env *Env, a, i int) string {
	switch ev := k.Evidence; {
	case ev.Differs:
		return "its page gives another figure or quotation"
	case ev.Gone:
		return "its page is gone"
	case ev.Sought && ev.NotFound:
		return "sought and not found"
	case !k.Before:
		return ""
	}
	why := "dated before the event"
	if env.Event != nil {
		if day := env.Event(a, i); day != "" {
			why += ", " + day
		}
	}
	return why
}

// lag is the number of days from a source's day to the article's publication, and whether both are known to the day. It is
// negative for a source dated after publication.
func lag(published, source *dates.Date) (days int, ok bool) {
	p, ok := Day(published)
	if !ok || source == nil {
		return 0, false
	}
	s, ok := Day(source)
	if !ok {
		return 0, false
	}
	return int(p.Sub(s) / (24 * time.Hour)), true
}

// Day is the day of a date that is known to the day, for a range its last; ok is false for anything less.
func Day(d *dates.Date) (day time.Time, ok bool) {
	if d == nil || d.Impossible {
		return time.Time{}, false
	}
	y := d.From
	switch d.Precision {
	case dates.Day:
	case dates.Range:
		y = d.To
	default:
		return time.Time{}, false
	}
	if y.Y < 1 || y.Y > 9999 || y.M < 1 || y.D < 1 {
		return time.Time{}, false
	}
	day = time.Date(y.Y, time.Month(y.M), y.D, 0, 0, 0, 0, time.UTC)
	return day, day.Day() == y.D && int(day.Month()) == y.M
}
