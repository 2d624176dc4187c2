package rules

import (
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/fetch"
	"example.org/verify/score"
)

// parsed reads a text as an issue of Terrorism Monitor of 18 May 2018.
func parsed(t testing.TB, name, s, published string) *citations.Document {
	t.Helper()
	if strings.Contains(s, "<!--") || strings.HasPrefix(s, "# ") {
		name += ".md"
	}
	txt, err := text.Parse(name, []byte(s), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := citations.Options{Publication: "Terrorism Monitor", PublicationBy: "flag"}
	if published != "" {
		o.Published, err = dates.ParseISO(published)
		if err != nil {
			t.Fatal(err)
		}
		o.PublishedBy = "flag"
	}
	return citations.Parse(txt, o)
}

func analysed(doc *citations.Document) *score.Analysis {
	env := score.Env{Registry: outlets.Default(), Before: FindEvents(doc).Before, Event: FindEvents(doc).Day}
	trail := score.Trace(doc, env)
	return trail.Analyse(doc, env, trail.Count(doc))
}

func checked(t *testing.T, name, s, published string, o Options) []score.Finding {
	t.Helper()
	doc := parsed(t, name, s, published)
	return Check(doc, analysed(doc), o)
}

// lookedUp checks a text of which something was looked up; seen fills the answer to each citation of each claim.
func lookedUp(t *testing.T, s string, o Options, seen func(doc *citations.Document, n *score.Answer)) []score.Finding {
	t.Helper()
	doc := parsed(t, "example.txt", s, "2018-05-18")
	a := analysed(doc)
	answer(doc, a, seen)
	return Check(doc, a, o)
}

func answer(doc *citations.Document, a *score.Analysis, seen func(doc *citations.Document, n *score.Answer)) {
	if seen == nil {
		return
	}
	for i := range doc.Articles {
		for c := range doc.Articles[i].Claims {
			for _, k := range doc.Articles[i].Claims[c].Citations {
				n := score.Answer{Article: i, Claim: c, Citation: k, Evidence: &fetch.Evidence{}}
				seen(doc, &n)
				a.Answers = append(a.Answers, n)
			}
		}
	}
}

// optionsOf are those under which a rule of the desk's own policy works.
func optionsOf(id string) Options {
	switch id {
	case "policy.corroboration":
		return Options{MinCorroboration: 1, MinCorroborationGrave: 2}
	case "policy.coverage":
		return Options{MinCoverage: .60}
	case "policy.share":
		return Options{MaxOutletShare: .40}
	case "policy.silence":
		return Options{Silence: func([]score.Finding) []Fault { return []Fault{{What: "the silence gives no reason", Cure: "give one"}} }}
	}
	return Options{}
}

func of(fs []score.Finding, rule string) (out []score.Finding) {
	for _, f := range fs {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

func TestRules(t *testing.T) {
	for _, r := range All() {
		t.Run(r.ID, func(t *testing.T) {
			family, name, ok := strings.Cut(r.ID, ".")
			if !ok || family == "" || name == "" {
				t.Errorf("the id is not family.name")
			}
			for field, v := range map[string]string{"Title": r.Title, "Doc": r.Doc, "Why": r.Why, "Example": r.Example, "NearMiss": r.NearMiss, "Cure": r.Cure, "Source": r.Source} {
				if strings.TrimSpace(v) == "" {
					t.Errorf("%s is empty", field)
				}
			}
			if r.Severity == score.Off || r.run == nil {
				t.Errorf("it has no severity or does nothing")
			}
			seen := sights[r.ID]
			if (seen.example != nil) != (r.Seen != "") || (r.Seen == "") != (r.NearSeen == "") {
				t.Errorf("what was seen is told and not tested, or the other way round")
			}
			fired := of(lookedUp(t, r.Example, optionsOf(r.ID), seen.example), r.ID)
			if len(fired) == 0 {
				t.Errorf("the example does not fire; there are %v", ids(checked(t, "example.txt", r.Example, "2018-05-18", optionsOf(r.ID))))
			}
			for _, f := range fired {
				if f.Message == "" || f.Suggestion == "" || f.Fingerprint == "" || f.Line < 1 && r.ID != "policy.silence" {
					t.Errorf("incomplete finding: %+v", f)
				}
			}
			o := optionsOf(r.ID)
			o.Silence = nil
			for _, f := range of(lookedUp(t, r.NearMiss, o, seen.near), r.ID) {
				t.Errorf("the near miss fires: %s", f.Message)
			}
		})
	}
}

func ids(fs []score.Finding) (out []string) {
	for _, f := range fs {
		out = append(out, f.Rule)
	}
	return out
}

func TestSeverity(t *testing.T) {
	o := Options{Severity: map[string]score.Severity{"cite.malformed": score.Error, "outlet.unknown": score.Off}}
	fs := of(checked(t, "a.txt", citeMalformed.Example, "2018-05-18", o), "cite.malformed")
	if len(fs) != 1 || fs[0].Severity != score.Error {
		t.Errorf("the desk's severity was not taken: %+v", fs)
	}
	if fs := of(checked(t, "a.txt", outletUnknown.Example, "2018-05-18", o), "outlet.unknown"); len(fs) != 0 {
		t.Errorf("a rule that is off fired")
	}
}

// A fingerprint is the same after a paragraph was put in elsewhere.
func TestFingerprintSurvivesEdits(t *testing.T) {
	before := checked(t, "a.txt", dateFuture.Example, "2018-05-18", Options{})
	edited := strings.Replace(dateFuture.Example, "The two ministers", "A calm sea lay before the town.\n\nThe two ministers", 1)
	after := checked(t, "a.txt", edited, "2018-05-18", Options{})
	a, b := of(before, "date.future"), of(after, "date.future")
	if len(a) != 1 || len(b) != 1 || a[0].Fingerprint != b[0].Fingerprint {
		t.Errorf("%+v\n%+v", a, b)
	}
}

func TestEvent(t *testing.T) {
	doc := parsed(t, "a.txt", datePrecedesEvent.Example, "2018-05-18")
	if e := FindEvents(doc); !e.Before(0, 0) || e.Before(0, 1) {
		t.Errorf("the first source alone is before the event")
	}
	if got := FindEvents(doc).Day(0, 0); got != "8 May" {
		t.Errorf("event %q", got)
	}
}

// What is certain is mended exactly.
func TestEdits(t *testing.T) {
	for rule, want := range map[*Rule]string{&citeMalformed: "(Libya Observer, May 4)", &outletMisspelt: "(Libya Observer, May 3)", &noteURLBroken: "2018/05/ministers"} {
		fs := of(checked(t, "a.txt", rule.Example, "2018-05-18", Options{}), rule.ID)
		if len(fs) != 1 || fs[0].Edit == nil {
			t.Errorf("%s: no edit: %+v", rule.ID, fs)
			continue
		}
		e := fs[0].Edit
		if got := rule.Example[:e.Span.Start] + e.Text + rule.Example[e.Span.End:]; !strings.Contains(got, want) {
			t.Errorf("%s: %q", rule.ID, got)
		}
	}
}
