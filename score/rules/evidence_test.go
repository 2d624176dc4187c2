package rules

import (
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// sight is what is seen when a citation of a claim is looked up.
type sight func(doc *citations.Document, n *score.Answer)

const (
	address = "https://www.libyaherald.com/2018/05/ministers-meet"
	copied  = "https://web.archive.org/web/20180505120000/https://www.libyaherald.com/2018/05/ministers-meet"
)

func on(month time.Month, day int) time.Time {
	return time.Date(2018, month, day, 12, 0, 0, 0, time.UTC)
}

// met makes the address of a citation come to some states, three days apart, and then shows evidence.
func met(ev fetch.Evidence, states ...fetch.State) sight {
	return func(_ *citations.Document, n *score.Answer) {
		*n.Evidence = ev
		for i, s := range states {
			at := fetch.Attempt{At: on(time.June, 1+3*i), Outcome: string(s)}
			if i < len(states)-1 {
				n.Evidence.Earlier = append(n.Evidence.Earlier, at)
			} else {
				n.Evidence.Met = at
			}
		}
	}
}

// outlet shows evidence for the citations of one outlet only.
func outlet(id string, show func(ev *fetch.Evidence)) sight {
	return func(doc *citations.Document, n *score.Answer) {
		if o := doc.Articles[n.Article].Citations[n.Citation].Outlet; o == nil || o.ID != id {
			return
		}
		n.Evidence.Verdict, n.Evidence.Page = support.Partly, "https://"+id+".example/2018/05/07/ferry"
		show(n.Evidence)
	}
}

func ofHerald(show func(ev *fetch.Evidence)) sight { return outlet("libya-herald", show) }

func gone(why string) fetch.Evidence {
	return fetch.Evidence{Result: support.Result{Verdict: support.Gone, Why: why}, Page: address}
}

func captured() fetch.Evidence {
	return fetch.Evidence{Result: support.Result{Verdict: support.Supported}, Page: address, Capture: copied, Captured: on(time.May, 5)}
}

func moved(to string) fetch.Evidence {
	return fetch.Evidence{Result: support.Result{Verdict: support.Supported}, Page: to}
}

func archiveSays(why string, answered bool) fetch.Evidence {
	return fetch.Evidence{Result: support.Result{Verdict: support.Blocked, Why: "refused: status 403"}, Page: address,
		Resolvers: []fetch.Resolved{{Name: "address", Why: "refused, status 403"}, {Name: "Wayback Machine", Why: why, Answered: answered, Archive: true}}}
}

func dateSeen(page string, state support.State, days int) sight {
	return ofHerald(func(ev *fetch.Evidence) {
		ev.DayFrom, ev.Checks.Date = "meta", support.DateCheck{Asked: true, Cited: "2018-05-07", Page: page, State: state, Days: days}
	})
}

func quoteSeen(state support.State, page string) sight {
	return ofHerald(func(ev *fetch.Evidence) {
		ev.Checks.Quotations = []support.QuoteCheck{{Text: "a black day for the whole of the coast", State: state, Page: page}}
	})
}

func figureSeen(state support.State, page string) sight {
	return ofHerald(func(ev *fetch.Evidence) {
		ev.Checks.Figures = []support.FigureCheck{{Text: "twelve passengers", State: state, Page: page}}
	})
}

// near makes the pages of one claim near-copies of one another.
func near(containment float64) sight {
	return func(doc *citations.Document, n *score.Answer) {
		n.Evidence.Verdict, n.Evidence.Page = support.Supported, "https://a.example/"
		for _, k := range doc.Articles[n.Article].Claims[n.Claim].Citations {
			if k != n.Citation && containment > 0 && n.Claim == 0 {
				n.Copies = append(n.Copies, score.Copy{Citation: k, Containment: containment})
			}
		}
	}
}

// sights are what is seen of the examples and near misses of the rules that rest on it.
var sights = map[string]struct{ example, near sight }{
	"link.dead":               {met(captured(), fetch.Gone), met(archiveSays("it did not answer", false), fetch.Refused)},
	"link.soft-404":           {met(gone("soft 404"), fetch.SoftGone), met(moved(address), fetch.Alive)},
	"link.moved":              {met(moved("https://libyaherald.com/archive/ministers-meet"), fetch.Moved), met(moved("https://libyaherald.com/2018/05/ministers-meet/"), fetch.Alive)},
	"link.unarchived":         {met(archiveSays("it has no capture of it", true), fetch.Refused), met(archiveSays("it did not answer", false), fetch.Refused)},
	"evidence.not-found":      {ofHerald(func(ev *fetch.Evidence) { ev.Verdict, ev.Page = support.NotFound, "" }), ofHerald(func(ev *fetch.Evidence) { ev.Verdict, ev.Page = support.Unreachable, "" })},
	"evidence.date-differs":   {dateSeen("2018-05-17", support.Contrary, 10), dateSeen("2018-05-08", support.Near, 1)},
	"evidence.quote-differs":  {quoteSeen(support.Contrary, "a black day for the whole of the region"), quoteSeen(support.Missing, "")},
	"evidence.number-differs": {figureSeen(support.Contrary, "fourteen passengers"), figureSeen(support.Found, "12 passengers")},
	"evidence.same-origin":    {near(.84), near(0)},
	"evidence.corrected": {ofHerald(func(ev *fetch.Evidence) {
		ev.Correction = "Correction: an earlier version misstated the number of passengers"
	}), ofHerald(func(ev *fetch.Evidence) { ev.Changed = "2018-05-08" })},
}

// What the rules of evidence say, word by word.
func TestEvidenceMessages(t *testing.T) {
	note := " [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018, " + address
	linked := "Ferry Talks\n\nThe two ministers met in Tripoli." + note
	for _, c := range []struct {
		name, rule, text string
		seen             sight
		want             string // "severity: message", "" for none
	}{
		{"gone, and captured", "link.dead", linked, met(captured(), fetch.Gone), "warning: the address of Libya Herald of 3 May 2018 was not found on 1 June 2018; the nearest capture is of 5 May 2018, 2 days after the cited day: " + copied},
		{"gone three times", "link.dead", linked, met(gone(""), fetch.Gone, fetch.Unreachable, fetch.Gone), "error: the address of Libya Herald of 3 May 2018 was not found on 1 June 2018, gave no answer on 4 June 2018 and was not found on 7 June 2018"},
		{"gone three times, with days of one year", "link.dead", linked, met(gone(""), fetch.Gone, fetch.Gone, fetch.Gone), "error: the address of Libya Herald of 3 May 2018 was not found on 1 June, 4 June and 7 June 2018"},
		{"no answer once", "link.dead", linked, met(gone(""), fetch.Unreachable), ""},
		{"no answer twice", "link.dead", linked, met(gone(""), fetch.Unreachable, fetch.Unreachable), "warning: the address of Libya Herald of 3 May 2018 gave no answer on 1 June and 4 June 2018"},
		{"alive again", "link.dead", linked, met(moved(address), fetch.Gone, fetch.Gone, fetch.Alive), ""},
		{"three soft failures are dead", "link.dead", linked, met(gone(""), fetch.SoftGone, fetch.Home, fetch.Parked), "error: the address of Libya Herald of 3 May 2018 showed a page that says it is not there on 1 June 2018, led to the home page on 4 June 2018 and led to a domain that is for sale on 7 June 2018"},
		{"and no more soft", "link.soft-404", linked, met(gone(""), fetch.SoftGone, fetch.Home, fetch.Parked), ""},
		{"home page", "link.soft-404", linked, met(gone(""), fetch.Home), "warning: the address of Libya Herald of 3 May 2018 led to the home page on 1 June 2018"},
		{"moved", "link.moved", linked, met(moved("https://libyaherald.com/x"), fetch.Moved), "warning: the address of Libya Herald of 3 May 2018 leads to https://libyaherald.com/x"},
		{"unarchived", "link.unarchived", linked, met(archiveSays("none", true), fetch.Refused), "warning: no capture of the address of Libya Herald of 3 May 2018 is known; asked: Wayback Machine"},
		{"dead and unarchived is one finding", "link.unarchived", linked, met(archiveSays("none", true), fetch.Gone), ""},
		{"dead says that it is not archived", "link.dead", linked, met(archiveSays("none", true), fetch.Gone), "warning: the address of Libya Herald of 3 May 2018 was not found on 1 June 2018; no capture of it is known (asked: Wayback Machine)"},
		{"not found", "evidence.not-found", evidenceText, ofHerald(func(ev *fetch.Evidence) {
			*ev = fetch.Evidence{Result: support.Result{Verdict: support.NotFound}, Resolvers: []fetch.Resolved{
				{Name: "address", Why: "the citation gives no address"}, {Name: "day archive", Why: "none fits", Answered: true}, {Name: "Wayback Machine", Why: "none", Answered: true, Archive: true}}}
		}), "suggestion: no page of Libya Herald of 7 May 2018 that fits was found; asked: day archive and Wayback Machine"},
		{"other day", "evidence.date-differs", evidenceText, dateSeen("2018-05-17", support.Contrary, 10), "warning: the page that was read for Libya Herald of 7 May 2018 is of 17 May 2018, 10 days after, by its metadata"},
		{"other day, said by the note", "evidence.date-differs", noteDateConflict.Example, met(fetch.Evidence{Page: "x", Result: support.Result{Verdict: support.Partly,
			Checks: support.Checks{Date: support.DateCheck{Asked: true, Page: "2018-05-02", State: support.Contrary, Days: -3}}}}, fetch.OtherDay), ""},
		{"other words", "evidence.quote-differs", evidenceText, quoteSeen(support.Near, "a dark day for the whole of the coast"), "warning: the claim quotes “a black day for the whole of the coast”, the page of Libya Herald of 7 May 2018 has “a dark day for the whole of the coast”"},
		{"other figure", "evidence.number-differs", evidenceText, figureSeen(support.Contrary, "fourteen passengers"), "warning: the claim has “twelve passengers”, the page of Libya Herald of 7 May 2018 has “fourteen passengers”"},
		{"other figure, and a source that has it", "evidence.number-differs", evidenceText, func(doc *citations.Document, n *score.Answer) {
			figureSeen(support.Contrary, "fourteen passengers")(doc, n)
			outlet("libya-observer", func(ev *fetch.Evidence) {
				ev.Checks.Figures = []support.FigureCheck{{Text: "twelve passengers", State: support.Found}}
			})(doc, n)
		}, "suggestion: the claim has “twelve passengers”, the page of Libya Herald of 7 May 2018 has “fourteen passengers”; the page of Libya Observer of 8 May 2018 has it as the claim does"},
		{"one text", "evidence.same-origin", evidenceText, near(.84), "warning: Libya Herald of 7 May 2018 and Libya Observer of 8 May 2018 are one source: 84 % of the shorter page stands word by word in the other"},
		{"one agency", "evidence.same-origin", evidenceText, func(doc *citations.Document, n *score.Answer) {
			for _, id := range []string{"libya-herald", "libya-observer"} {
				outlet(id, func(ev *fetch.Evidence) { ev.Agency = "afp" })(doc, n)
			}
		}, "warning: Libya Herald of 7 May 2018 and Libya Observer of 8 May 2018 are one source: the pages credit Agence France-Presse"},
		{"the agency beside it", "evidence.same-origin", "Ferry Attacked\n\nGunmen killed twelve passengers (Libya Herald, May 7; AFP, May 7).", func(doc *citations.Document, n *score.Answer) {
			ofHerald(func(ev *fetch.Evidence) { ev.Agency = "afp" })(doc, n)
			outlet("afp", func(*fetch.Evidence) {})(doc, n)
		}, "warning: Libya Herald of 7 May 2018 and AFP of 7 May 2018 are one source: the page of Libya Herald credits Agence France-Presse"},
		{"corrected", "evidence.corrected", evidenceText, sights["evidence.corrected"].example, "warning: the page of Libya Herald of 7 May 2018 carries a correction: “Correction: an earlier version misstated the number of passengers”"},
		{"changed", "evidence.corrected", evidenceText, ofHerald(func(ev *fetch.Evidence) { ev.Changed = "2018-05-11" }), "suggestion: the page of Libya Herald of 7 May 2018 was last changed on 11 May 2018, 4 days after the cited day"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, f := range of(lookedUp(t, c.text, Options{}, c.seen), c.rule) {
				got += f.Severity.String() + ": " + f.Message
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// The new address is offered as a mend only where its page carries the claim, and takes the place of the old one letter by letter.
func TestMovedIsMended(t *testing.T) {
	to := "https://libyaherald.com/archive/ministers-meet"
	fs := of(lookedUp(t, linkText, Options{}, met(moved(to), fetch.Moved)), "link.moved")
	if len(fs) != 1 || fs[0].Edit == nil || fs[0].Suggestion != to {
		t.Fatalf("%+v", fs)
	}
	e := fs[0].Edit
	if got := linkText[:e.Span.Start] + e.Text + linkText[e.Span.End:]; got != strings.Replace(linkText, address, to, 1) {
		t.Error(got)
	}
	doubtful := moved(to)
	doubtful.Verdict = support.Partly
	if fs := of(lookedUp(t, linkText, Options{}, met(doubtful, fetch.Moved)), "link.moved"); len(fs) != 1 || fs[0].Edit != nil {
		t.Errorf("a page that does not carry the claim: %+v", fs)
	}
}

// A note that two claims cite has one dead address. The desk's severity of link.dead is kept, and a rule that is off is silent.
func TestOncePerCitation(t *testing.T) {
	text := "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a line to Malta. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018, " + address
	dead := met(gone(""), fetch.Gone, fetch.Gone, fetch.Gone)
	if fs := of(lookedUp(t, text, Options{}, dead), "link.dead"); len(fs) != 1 {
		t.Errorf("%+v", fs)
	}
	set := Options{Severity: map[string]score.Severity{"link.dead": score.Suggestion, "evidence.not-found": score.Off}}
	if fs := of(lookedUp(t, text, set, dead), "link.dead"); len(fs) != 1 || fs[0].Severity != score.Suggestion {
		t.Errorf("the desk's severity was not taken: %+v", fs)
	}
	if fs := of(lookedUp(t, evidenceText, set, sights["evidence.not-found"].example), "evidence.not-found"); len(fs) != 0 {
		t.Errorf("a rule that is off fired: %+v", fs)
	}
}

// One cause, one finding: what the pages show to be one source, claim.one-owner does not say again; where the desk has switched
// evidence.same-origin off, it does.
func TestOneCauseOfOneOrigin(t *testing.T) {
	for off, want := range map[bool]string{false: "evidence.same-origin", true: "claim.one-owner"} {
		o := Options{Severity: map[string]score.Severity{}}
		if off {
			o.Severity["evidence.same-origin"] = score.Off
		}
		var got []string
		for _, f := range lookedUp(t, claimOneOwner.Example, o, near(.9)) {
			if f.Rule == "evidence.same-origin" || f.Rule == "claim.one-owner" {
				got = append(got, f.Rule)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("off %v: %v, want %s", off, got, want)
		}
	}
}

// Where nothing was sought, nothing of it is raised.
func TestNothingSought(t *testing.T) {
	none := func(_ *citations.Document, n *score.Answer) {
		n.Evidence.Verdict, n.Evidence.Why = support.NotSought, "no resolver could ask for it"
	}
	for _, text := range []string{linkText, evidenceText} {
		for _, f := range lookedUp(t, text, Options{}, none) {
			if strings.HasPrefix(f.Rule, "link.") || strings.HasPrefix(f.Rule, "evidence.") {
				t.Errorf("%s: %s", f.Rule, f.Message)
			}
		}
	}
}

// A hostile claim with very many sources is judged in linear time.
func BenchmarkSameOrigin(b *testing.B) {
	text := "Ferry Attacked\n\nGunmen killed twelve passengers (" + strings.Repeat("Libya Herald, May 7; Libya Observer, May 8; ", 2000) + "AFP, May 9)."
	doc := parsed(b, "a.txt", text, "2018-05-18")
	a := analysed(doc)
	answer(doc, a, func(_ *citations.Document, n *score.Answer) {
		n.Evidence.Verdict, n.Evidence.Page, n.Evidence.Agency = support.Supported, "https://a.example/", "reuters"
	})
	o := Options{Severity: map[string]score.Severity{}}
	for _, r := range Rules {
		o.Severity[r.ID] = score.Off
	}
	delete(o.Severity, "evidence.same-origin")
	b.ResetTimer()
	for range b.N {
		if len(Check(doc, a, o)) != 1 {
			b.Fatal("not one finding")
		}
	}
}
