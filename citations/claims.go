package citations

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// claimer builds the claims of one article in reading order.
type claimer struct {
	p       *parser
	a       *Article
	refs    map[int][]int // group → its citations
	par     int
	prev    Range // the sentence before
	prevPar int
	pos     int // how far the sentence before is closed
	last    int // the claim that its last closer made, -1 if none
	beside  []int
	used    map[int]bool
	scratch []token // of a claim whose text is not as it stands
	weighed struct {
		Range
		Worth
		own bool
	}
}

// claims cuts the sentences of an article into claims.
func (p *parser) claims(a *Article, closersOf [][]closer, refs map[int][]int) {
	c := claimer{p: p, a: a, refs: refs, last: -1, used: map[int]bool{}}
	for i := range a.Citations {
		if k := a.Citations[i].Kind; k == Attribution || k == Link {
			c.beside = append(c.beside, i)
		}
	}
	c.alongside(closersOf)
	a.Claims = p.claimRoom[:0]
	for par := range a.Paragraphs {
		pp := &a.Paragraphs[par]
		if pp.Sentences == nil {
			continue
		}
		c.par = par
		cs := closersOf[par]
		first := len(a.Claims)
		for _, s := range pp.Sentences {
			p.look()
			n := 0
			for n < len(cs) && cs[n].Range.Start < s.End {
				n++
			}
			c.sentence(s, cs[:n])
			cs = cs[n:]
		}
		c.cover(first)
	}
	sort.SliceStable(a.Claims, func(i, j int) bool { return a.Claims[i].Range.Start < a.Claims[j].Range.Start })
	for i := range a.Claims {
		for _, k := range a.Claims[i].Citations {
			if kind := a.Citations[k].Kind; kind == Attribution || kind == Link {
				a.Citations[k].Inside = i
			}
		}
	}
	p.claimRoom = a.Claims
	a.Claims = append([]Claim(nil), a.Claims...) // no larger than it is, and nil where there is none
}

// alongside takes from the closers of each paragraph those that only date an outlet named in the sentence: "According to Nikkei Asia (July 2, 2025), the
// carmaker plans …". Like the name itself they are sources of the sentence, and cut none.
func (c *claimer) alongside(closersOf [][]closer) {
	more := false
	for par, cs := range closersOf {
		if !slices.ContainsFunc(cs, c.datesName) {
			continue
		}
		var left []closer
		for _, cl := range cs {
			if !c.datesName(cl) {
				left = append(left, cl)
				continue
			}
			c.beside = append(c.beside, c.refs[cl.group]...)
			more = true
		}
		closersOf[par] = left
	}
	if more {
		slices.SortStableFunc(c.beside, func(i, j int) int { return c.a.Citations[i].Range.Start - c.a.Citations[j].Range.Start })
	}
}

// datesName reports whether a closer is a bracket with nothing but the date of the outlet named before it, in mid-sentence.
func (c *claimer) datesName(cl closer) bool {
	if cl.group < 0 || len(cl.marks) > 0 {
		return false
	}
	g := &c.p.groups[cl.group]
	for i := range g.Cites {
		if g.Cites[i].Outlet.Empty() || g.Cites[i].Outlet.End > g.Range.Start {
			return false
		}
	}
	const reach = 16 // bytes in which a stop behind quotation marks stands
	behind := c.p.clean[g.Range.End:min(len(c.p.clean), g.Range.End+reach)]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " \u00A0\"”’'»"))
	return len(g.Cites) > 0 && next != utf8.RuneError && !strings.ContainsRune(".!?;:\n؟؛。", next)
}

// sentence makes the claims of one sentence from its closers.
func (c *claimer) sentence(s Range, cs []closer) {
	pos, last := s.Start, -1
	for i := 0; i < len(cs); {
		j := i + 1
		for j < len(cs) && c.adjacent(cs[i:j], cs[j]) {
			j++
		}
		c.p.look()
		run := cs[i:j]
		i = j
		if !anyWeight(run) {
			continue
		}
		text := c.between(pos, run[0].Range.Start, pos == s.Start)
		switch {
		case !text.Empty():
			last = c.add(text, s, run)
		case last >= 0:
			c.extend(last, run)
		default:
			c.closeBefore(run)
		}
		pos = run[len(run)-1].Range.End
	}
	if pos == s.Start || last < 0 {
		if text := c.between(pos, c.stop(s), pos == s.Start); !text.Empty() {
			c.open(text, s, pos == s.Start)
		}
	} else if text := c.between(pos, c.stop(s), false); !text.Empty() && c.hasBeside(text) {
		c.add(text, s, nil)
	}
	c.prev, c.prevPar, c.pos, c.last = s, c.par, pos, last
}

// adjacent reports whether only blanks, stops and commas, raised ones too, stand between a run of closers and the next one.
func (c *claimer) adjacent(run []closer, next closer) bool {
	gap := c.p.clean[run[len(run)-1].Range.End:max(run[len(run)-1].Range.End, next.Range.Start)]
	return strings.Trim(gap, " .,;˒\u00A0\n\"”’") == ""
}

// add makes a claim with the citations of its closers, and those named inside it.
func (c *claimer) add(text, s Range, run []closer) int {
	cl := Claim{Range: text, Paragraph: c.par, Sentence: s}
	cl.Span = Span{Start: c.p.t.OuterStart(text.Start), End: c.p.t.OuterEnd(text.End)}
	c.a.Claims = append(c.a.Claims, cl)
	k := len(c.a.Claims) - 1
	c.take(k, run)
	for _, i := range c.besideFrom(text) {
		if c.a.Citations[i].Range.Start >= text.End {
			break
		}
		if !c.used[i] && text.Contains(c.a.Citations[i].Range) {
			c.used[i] = true
			c.a.Claims[k].Citations = append(c.a.Claims[k].Citations, i)
		}
	}
	c.finish(k)
	return k
}

// take gives claim k the citations of closers, and its orphans.
func (c *claimer) take(k int, run []closer) {
	cl := &c.a.Claims[k]
	for _, cs := range run {
		if cs.group >= 0 {
			cl.Citations = append(cl.Citations, c.refs[cs.group]...)
		}
		for _, m := range cs.marks {
			note := c.a.Markers[m].Note
			if note < 0 {
				cl.Orphan = append(cl.Orphan, m)
				continue
			}
			cl.Citations = append(cl.Citations, c.a.Notes[note].Citations...)
		}
	}
}

// finish orders the citations of claim k, writes its text and weighs it.
func (c *claimer) finish(k int) {
	cl := &c.a.Claims[k]
	sort.Ints(cl.Citations)
	n := 0
	for i, v := range cl.Citations {
		if i == 0 || v != cl.Citations[n-1] {
			cl.Citations[n] = v
			n++
		}
	}
	cl.Citations = cl.Citations[:n]
	cl.Text = c.readable(cl.Range)
	if len(cl.Text) == cl.Range.Len() { // as it stands in the clean text
		cl.Worth, _ = c.worth(cl.Range)
		return
	}
	c.scratch = tokenise(c.scratch[:0], cl.Text, Range{End: len(cl.Text)})
	cl.Worth, _ = c.p.worth(cl.Text, c.scratch, 0, c.a.Language)
}

// worth is what a range of the clean text is worth; the last answer is kept, since a claim is weighed before it is made.
func (c *claimer) worth(r Range) (Worth, bool) {
	if r != c.weighed.Range {
		c.weighed.Range = r
		c.weighed.Worth, c.weighed.own = c.p.worth(c.p.clean[r.Start:r.End], tokensIn(c.p.tokens, r), r.Start, c.a.Language)
	}
	return c.weighed.Worth, c.weighed.own
}

// extend gives the claim made last further closers that stand beside its own.
func (c *claimer) extend(k int, run []closer) {
	c.take(k, run)
	c.finish(k)
}

// closeBefore gives closers that open a sentence to the sentence before: to what is open of it, or to its last claim.
func (c *claimer) closeBefore(run []closer) {
	if c.prev.Empty() {
		return
	}
	if text := c.between(c.pos, c.prev.End, c.pos == c.prev.Start); !text.Empty() {
		c.dropOpen(text)
		par := c.par
		c.par = c.prevPar
		c.last = c.add(text, c.prev, run)
		c.par = par
		c.pos = c.prev.End
		return
	}
	if c.last >= 0 {
		c.extend(c.last, run)
	}
}

// dropOpen removes the claim that the open text of the sentence before had made by itself, and frees what was named in it.
func (c *claimer) dropOpen(text Range) {
	for i := len(c.a.Claims) - 1; i >= 0 && c.a.Claims[i].Range.Start >= text.Start; i-- {
		if c.a.Claims[i].Range.Overlaps(text) {
			for _, k := range c.a.Claims[i].Citations {
				delete(c.used, k)
			}
			c.a.Claims = append(c.a.Claims[:i], c.a.Claims[i+1:]...)
		}
	}
}

// open makes a claim of a sentence that no closer closes: where a source is named in it, or where it states what can be checked.
func (c *claimer) open(text, s Range, whole bool) {
	if c.hasBeside(text) {
		c.add(text, s, nil)
		return
	}
	pp := &c.a.Paragraphs[c.par]
	if !whole || pp.Part == Speech || pp.Part == Caption || pp.Part == Aside {
		return
	}
	if asks(c.p.clean[s.Start:s.End]) {
		return
	}
	if w, own := c.worth(text); w != 0 && !own {
		c.add(text, s, nil)
	}
}

func (c *claimer) hasBeside(r Range) bool {
	for _, i := range c.besideFrom(r) {
		if c.a.Citations[i].Range.Start >= r.End {
			break
		}
		if !c.used[i] && r.Contains(c.a.Citations[i].Range) {
			return true
		}
	}
	return false
}

// besideFrom are the attributions and links from the start of r on.
func (c *claimer) besideFrom(r Range) []int {
	k := sort.Search(len(c.beside), func(i int) bool { return c.a.Citations[c.beside[i]].Range.Start >= r.Start })
	return c.beside[k:]
}

// cover notes for the claims without citations, from claim first on, which citations close the next claim of the paragraph.
func (c *claimer) cover(first int) {
	var next []int
	for i := len(c.a.Claims) - 1; i >= first; i-- {
		cl := &c.a.Claims[i]
		if cl.Paragraph != c.par {
			continue
		}
		if len(cl.Citations) == 0 {
			cl.CoveredBy = next
			continue
		}
		if closed := c.closing(cl); len(closed) > 0 {
			next = closed
		}
	}
}

// closing are the citations of a claim that closers gave it: an attribution covers its own sentence alone.
func (c *claimer) closing(cl *Claim) []int {
	var out []int
	for _, k := range cl.Citations {
		if kind := c.a.Citations[k].Kind; kind == Inline || kind == FromNote {
			out = append(out, k)
		}
	}
	return out
}
