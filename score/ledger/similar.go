package ledger

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// Place is where a claim stands.
type Place struct {
	Rev            string
	Article, Claim int // from 1
}

// Like is a claim in another document that is similar to one of a revision: never "the same".
type Like struct {
	Article, Claim int // of the revision asked about, from 1
	Doc            string
	Other          Place
	Text           string  // of the other claim
	Likeness       float64 // Jaccard index of the content words, .6 to 1
}

// Similar calls found for each of some current revisions, in their order, with the claims of other documents' current revisions that
// are similar to its own: by claim, the likest first. skipped counts the bands that were not looked at because more than 200 claims
// meet there. Ask for many revisions at once: each call reads the signatures of all claims, 88 MB and most of a second for a million.
func (l *Ledger) Similar(ctx context.Context, revs []string, found func(rev string, likes []Like) error) (skipped int, err error) {
	if err := l.Band(ctx); err != nil {
		return 0, err
	}
	err = l.reading(ctx, func(conn *sql.Conn) error {
		skipped, err = similar(ctx, conn, revs, found)
		return err
	})
	return skipped, err
}

// askedAtOnce is how many claims are asked about in one pass over the signatures, and compared how many pairs are held at once: they
// bound the memory.
const (
	askedAtOnce    = 1 << 20
	comparedAtOnce = 1 << 16
)

func similar(ctx context.Context, conn *sql.Conn, revs []string, found func(string, []Like) error) (skipped int, err error) {
	s, err := load(conn)
	if err != nil {
		return 0, err
	}
	for _, rev := range revs {
		if _, ok := s.index[rev]; !ok {
			return 0, fmt.Errorf("similar to %s: no document's current revision: %w", rev, ErrUnknown)
		}
	}
	c, err := newComparer(conn, s)
	if err != nil {
		return 0, err
	}
	defer c.close()
	for len(revs) > 0 {
		n, claims, asked := s.some(revs)
		pairs, crowded := s.meet(claims, asked)
		skipped += crowded
		if err := c.revisions(ctx, revs[:n], pairs, found); err != nil {
			return skipped, err
		}
		revs = revs[n:]
	}
	return skipped, nil
}

// some marks the claims of the first n of some revisions, as many as are asked about at once.
func (s *signed) some(revs []string) (n, claims int, asked []bool) {
	asked = make([]bool, len(s.spots))
	for ; n < len(revs) && claims < askedAtOnce; n++ {
		r := s.index[revs[n]]
		for i := s.first[r]; i < s.first[r+1]; i++ {
			asked[i] = true
		}
		claims += s.first[r+1] - s.first[r]
	}
	return n, claims, asked
}

// comparer holds pairs of claims against each other.
type comparer struct {
	*signed
	text  *sql.Stmt
	known map[int]*said // of the pairs compared at once, by index into spots
}

// said is a claim's text, and what of it is compared.
type said struct {
	text string
	gist *gist // made when it is first asked for: most claims that meet are repeated word for word
}

func (s *said) core() *gist {
	if s.gist == nil {
		g := gistOf(s.text)
		s.gist = &g
	}
	return s.gist
}

// likeness is that of two claims that have words enough, as all have that meet.
func (s *said) likeness(other *said) float64 {
	if s.text == other.text {
		return 1
	}
	return s.core().likeness(other.core())
}

func newComparer(conn *sql.Conn, s *signed) (*comparer, error) {
	text, err := conn.PrepareContext(background, `SELECT text FROM claim WHERE rev = ? AND article = ? AND claim = ?`)
	return &comparer{signed: s, text: text}, err
}

func (c *comparer) close() { _ = c.text.Close() }

// revisions calls found for each revision. pairs are in order of the claim asked about.
func (c *comparer) revisions(ctx context.Context, revs []string, pairs []pair, found func(string, []Like) error) error {
	for len(revs) > 0 {
		var own [][]pair // parallel to the revisions that are compared at once
		var some []pair
		for len(own) < len(revs) && len(some) < comparedAtOnce {
			mine := c.of(revs[len(own)], pairs)
			own, some = append(own, mine), append(some, mine...)
		}
		if err := errors.Join(ctx.Err(), c.read(some)); err != nil {
			return err
		}
		for i, mine := range own {
			if err := found(revs[i], c.compare(mine)); err != nil {
				return err
			}
		}
		revs = revs[len(own):]
	}
	return nil
}

// of are those of pairs whose claim asked about is a revision's.
func (c *comparer) of(rev string, pairs []pair) []pair {
	r := c.index[rev]
	from, _ := slices.BinarySearch(pairs, pair(c.first[r])<<32)
	to, _ := slices.BinarySearch(pairs, pair(c.first[r+1])<<32)
	return pairs[from:to]
}

// read reads the claims of some pairs in the order in which they lie on disk.
func (c *comparer) read(pairs []pair) error {
	need := make([]int, 0, 2*len(pairs))
	for _, p := range pairs {
		need = append(need, p.asked(), p.other())
	}
	slices.Sort(need)
	need = slices.Compact(need)
	c.known = make(map[int]*said, len(need))
	for _, i := range need {
		at := &c.spots[i]
		var text string
		if err := c.text.QueryRowContext(background, c.revs[at.rev], at.article, at.claim).Scan(&text); err != nil {
			return err
		}
		c.known[i] = &said{text: text}
	}
	return nil
}

// compare gives the pairs that are similar, by claim, the likest first.
func (c *comparer) compare(pairs []pair) []Like {
	var likes []Like
	for _, p := range pairs {
		mine, its := c.known[p.asked()], c.known[p.other()]
		likeness := mine.likeness(its)
		if likeness == 0 {
			continue
		}
		at, o := &c.spots[p.asked()], &c.spots[p.other()]
		likes = append(likes, Like{Article: int(at.article), Claim: int(at.claim), Doc: c.docs[o.rev], Text: its.text, Likeness: likeness,
			Other: Place{Rev: c.revs[o.rev], Article: int(o.article), Claim: int(o.claim)}})
	}
	slices.SortFunc(likes, func(a, b Like) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Claim, b.Claim), cmp.Compare(b.Likeness, a.Likeness),
			cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Other.Article, b.Other.Article), cmp.Compare(a.Other.Claim, b.Other.Claim))
	})
	return likes
}
