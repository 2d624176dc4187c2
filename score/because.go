package score

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
)

// teller puts the score of one claim into words, most important first. It never calls a source independent or a claim confirmed.
type teller struct {
	art     *citations.Article
	trail   *ArticleTrail
	claim   *citations.Claim
	origins []Origin
	counts  *Counts
}

func (t *teller) tell() []string {
	var lines []string
	say := func(line string) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	fallen := t.fallen()
	if t.counts.Differs > 0 { // what contradicts comes before what supports
		lines = append(lines, fallen...)
	}
	say(t.standing())
	if t.counts.Differs == 0 {
		lines = append(lines, fallen...)
	}
	say(t.orphans())
	say(t.credited())
	say(t.owners())
	say(t.read())
	return lines
}

// standing says what the claim stands on.
func (t *teller) standing() string {
	var standing []*Origin
	for i := range t.origins {
		if t.origins[i].Standing {
			standing = append(standing, &t.origins[i])
		}
	}
	switch len(standing) {
	case 0:
		return t.without()
	case 1:
		return t.one(standing[0])
	}
	return t.several(standing)
}

// without says what is there where nothing stands.
func (t *teller) without() string {
	switch {
	case t.counts.Citations > 0:
		return "no standing source"
	case len(t.claim.Citations) > 0:
		return "no source is named, only who is said to have spoken"
	case len(t.claim.CoveredBy) > 0:
		return "no source of its own; the next in the paragraph may cover it: " + list(t.labels(t.claim.CoveredBy))
	}
	return "no source given"
}

// one says what a single standing origin is.
func (t *teller) one(o *Origin) string {
	ids := t.counted(o)
	labels := t.labels(ids)
	switch {
	case len(labels) > 1:
		return "one origin: " + o.Tie
	case len(ids) > 1:
		return fmt.Sprintf("one %s, cited %s: %s", t.noun(ids), times(len(ids)), labels[0])
	}
	return fmt.Sprintf("one %s: %s", t.noun(ids), labels[0])
}

// several says what two standing origins or more are.
func (t *teller) several(standing []*Origin) string {
	var all []int
	sources := 0
	parts := make([]string, len(standing))
	for i, o := range standing {
		ids := t.counted(o)
		labels := t.labels(ids)
		all = append(all, ids...)
		sources += len(labels)
		parts[i] = strings.Join(labels, " and ")
		if len(labels) > 1 {
			parts[i] = list(labels) + " (" + o.Tie + ")"
		}
	}
	noun := t.noun(all)
	if sources == len(standing) {
		return fmt.Sprintf("%s, no tie known: %s", count(sources, noun), strings.Join(parts, ", "))
	}
	return fmt.Sprintf("%s, %d origins: %s", count(sources, noun), len(standing), strings.Join(parts, "; "))
}

// counted lists the citations of an origin that count: those of its sources, not the publication's own.
func (t *teller) counted(o *Origin) []int {
	var ids []int
	for _, i := range o.Citations {
		if t.trail.Cited[i].Counted {
			ids = append(ids, i)
		}
	}
	return ids
}

// labels lists the distinct sources of some citations, in citation order: "CAJ News (ZA)".
func (t *teller) labels(of []int) []string {
	var ids set
	var labels []string
	for _, i := range of {
		s := t.trail.Cited[i].Source
		before := len(ids)
		if ids.add(s.ID); len(ids) > before {
			labels = append(labels, s.label())
		}
	}
	return labels
}

// noun is what some citations' sources are called together: outlet, person, body, publisher, or source where they differ.
func (t *teller) noun(of []int) string {
	noun := ""
	for _, i := range of {
		class := t.trail.Cited[i].Source.Class.String()
		if noun != "" && noun != class {
			return "source"
		}
		noun = class
	}
	return noun
}

// fallen says for each citation that does not stand why not: "Alnabaa, 14 April, is dated before the event, 11 May". Own pieces
// are told together.
func (t *teller) fallen() []string {
	var lines []string
	own := 0
	for _, i := range t.claim.Citations {
		k := &t.trail.Cited[i]
		if k.Own {
			own++
		}
		if k.Why == "" {
			continue
		}
		verb := " was "
		if k.Before && strings.HasPrefix(k.Why, "dated") {
			verb = " is "
		}
		if strings.HasPrefix(k.Why, "its page") {
			verb = ": "
		}
		name := k.Source.Name
		if day := SayDay(t.art.Citations[i].Date); day != "" {
			name += ", " + day
			if verb != ": " {
				name += ","
			}
		}
		lines = append(lines, name+verb+k.Why)
	}
	if own > 0 {
		lines = append(lines, count(own, "citation")+" of the publication itself, not counted")
	}
	return lines
}

// orphans names the markers that lead nowhere.
func (t *teller) orphans() string {
	var labels []string
	for _, m := range t.claim.Orphan {
		labels = append(labels, t.art.Markers[m].Label)
	}
	switch len(labels) {
	case 0:
		return ""
	case 1:
		return "marker " + labels[0] + " leads to no note"
	}
	return "markers " + list(labels) + " lead to no note"
}

// credited says whom the sources are said to quote. Where that is one party, several sources may be one origin, unless reading
// them showed more.
func (t *teller) credited() string {
	var via set
	for _, i := range t.claim.Citations {
		if t.trail.Cited[i].Role == citations.Via {
			via.add(t.trail.Cited[i].Source.Name)
		}
	}
	switch {
	case len(via) != 1 || t.counts.Corroboration == 0:
		return ""
	case t.counts.Corroboration == 1:
		return "credited to " + via[0]
	case t.counts.Read > 0:
		return both(t.counts.Corroboration) + " credited to " + via[0]
	}
	return both(t.counts.Corroboration) + " credited to " + via[0] + ": may be one origin"
}

// owners says, where several origins stand, for how many outlets the owner is known: an unknown owner ties nothing, so that there
// may be a tie which nobody knows.
func (t *teller) owners() string {
	n := t.counts
	if n.Corroboration < 2 || n.OwnersKnown == n.Outlets {
		return ""
	}
	if n.OwnersKnown == 0 {
		return fmt.Sprintf("owner known for none of the %d", n.Outlets)
	}
	return fmt.Sprintf("owner known for %d of %d", n.OwnersKnown, n.Outlets)
}

// read says how much of what stands was read.
func (t *teller) read() string {
	n := t.counts
	switch {
	case n.Corroboration == 0:
		return ""
	case n.Read == 0:
		return t.unread()
	case n.Read < n.Corroboration:
		return fmt.Sprintf("%d of %d read and found to carry the claim%s", n.Read, n.Corroboration, t.part())
	case n.Read == 1:
		return "read and found to carry the claim" + t.part()
	}
	return both(n.Read) + " read and found to carry the claim" + t.part()
}

// part says that some of what was read carries the claim partly alone, "" where all of it carries it wholly.
func (t *teller) part() string {
	whole, part := false, false
	for _, i := range t.claim.Citations {
		if k := &t.trail.Cited[i]; k.Read {
			whole, part = whole || !k.Evidence.Part, part || k.Evidence.Part
		}
	}
	switch {
	case !part:
		return ""
	case whole:
		return " wholly or in part"
	}
	return " in part"
}

// unread says of what stands, none of which carries the claim, whether any of it was read.
func (t *teller) unread() string {
	read, standing := 0, 0
	for _, i := range t.claim.Citations {
		if k := &t.trail.Cited[i]; k.Standing {
			standing++
			if k.Evidence.Read {
				read++
			}
		}
	}
	switch {
	case read == 0:
		return "not read"
	case standing == 1:
		return "read and not found to carry the claim"
	}
	return fmt.Sprintf("%d of %d read and not found to carry the claim", read, standing)
}
