package reports

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/verify/score"
)

// counts says for each count what was counted.
func (x *explainer) counts() {
	n := &x.score.Counts
	x.head("Counts")
	x.counted("citations", n.Citations, x.names(func(k *score.Cited) bool { return k.Counted || k.Own }))
	if n.Own > 0 {
		x.counted("of them own", n.Own, x.names(func(k *score.Cited) bool { return k.Own }))
	}
	x.counted("outlets", n.Outlets, x.distinct(func(k *score.Cited) string { return k.Source.Name }))
	x.counted("owners", n.Owners, x.distinct(func(k *score.Cited) string { return firstOf(k.Source.OwnerName, k.Source.Owner) }))
	x.say("", fmt.Sprintf("  the owner is known for %d of %s", n.OwnersKnown, count(n.Outlets, "outlet")))
	x.counted("countries", n.Countries, x.distinct(func(k *score.Cited) string { return k.Source.Country }))
	x.counted("languages", n.Languages, x.distinct(func(k *score.Cited) string { return k.Source.Language }))
	x.counted("origins", n.Origins, x.numbers(func(o *score.Origin) bool { return true }))
	x.counted("standing", n.Corroboration, x.numbers(func(o *score.Origin) bool { return o.Standing }))
	x.counted("read", n.Read, x.numbers(func(o *score.Origin) bool { return o.Read }))
	x.counted("differing", n.Differs, x.numbers(func(o *score.Origin) bool { return o.Differs }))
	x.diversity()
	x.lag()
}

// counted prints a count and, where there is something, what it counts.
func (x *explainer) counted(label string, n int, what []string) {
	line := label + " " + strconv.Itoa(n)
	if len(what) > 0 && n > 0 {
		line += ": " + strings.Join(what, ", ")
	}
	x.say("", Visible(line))
}

// each calls f for each citation of the claim that is counted.
func (x *explainer) each(f func(k *score.Cited)) {
	for _, i := range x.claim.Citations {
		if k := &x.trail.Cited[i]; k.Counted {
			f(k)
		}
	}
}

// names are those of the claim's citations for which is holds.
func (x *explainer) names(is func(*score.Cited) bool) []string {
	var names []string
	for _, i := range x.claim.Citations {
		if is(&x.trail.Cited[i]) {
			names = append(names, sourceName(&x.art.Citations[i]))
		}
	}
	return names
}

// distinct are the values that the counted citations have, without "".
func (x *explainer) distinct(of func(*score.Cited) string) []string {
	var all []string
	x.each(func(k *score.Cited) {
		if v := of(k); v != "" && !slices.Contains(all, v) {
			all = append(all, v)
		}
	})
	return all
}

// numbers are those under which the origins stand for which is holds; the publication's own are no origins.
func (x *explainer) numbers(is func(*score.Origin) bool) []string {
	var all []string
	for n := range x.score.Origins {
		if o := &x.score.Origins[n]; !o.Own && is(o) {
			all = append(all, "origin "+strconv.Itoa(n+1))
		}
	}
	return all
}

// diversity writes the Hill number of order 1 out: exp(−Σ p ln p) over the counted citations, p an outlet's share of them.
func (x *explainer) diversity() {
	var ids []string
	times := map[string]int{}
	total := 0
	x.each(func(k *score.Cited) {
		if times[k.Source.ID] == 0 {
			ids = append(ids, k.Source.ID)
		}
		times[k.Source.ID]++
		total++
	})
	if total == 0 {
		x.say("", "diversity 0: nothing is counted")
		return
	}
	var terms []string
	entropy := 0.0
	for _, id := range ids {
		n := times[id]
		p := float64(n) / float64(total)
		terms = append(terms, fmt.Sprintf("%d/%d·ln(%d/%d)", n, total, n, total))
		entropy -= p * math.Log(p)
	}
	x.say("", fmt.Sprintf("diversity %.2f = exp(−(%s)) = exp(%.3f): as many outlets, cited equally often, would be as diverse",
		x.score.Diversity, strings.Join(terms, " + "), math.Abs(entropy)))
}

// lag lists the days from source to publication, and says which of them is the lower median.
func (x *explainer) lag() {
	type source struct {
		days int
		name string
	}
	var all []source
	x.each(func(k *score.Cited) {
		if k.LagKnown {
			all = append(all, source{k.Lag, k.Source.Name})
		}
	})
	if len(all) == 0 {
		x.say("", "lag unknown: no counted source and the publication are both known to the day")
		return
	}
	slices.SortStableFunc(all, func(a, b source) int { return a.days - b.days })
	list := make([]string, len(all))
	for i, s := range all {
		list[i] = fmt.Sprintf("%d (%s)", s.days, s.name)
	}
	x.say("", Visible(fmt.Sprintf("lag %s from source to publication: the lower median of %s", count(x.score.Lag, "day"), strings.Join(list, ", "))))
}
