package support

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch/page"
)

// TestValues holds how figures are read: the value, the unit and the noun.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		in, lang string
		value    float64
		unit     string
	}{
		{"1,240 workers", "en", 1240, ""}, {"1240 workers", "en", 1240, ""}, {"1.24 thousand workers", "en", 1240, ""}, {"1.240 Arbeiter", "de", 1240, ""}, {"1 240 ouvriers", "fr", 1240, ""}, {"1\u202f240 ouvriers", "fr", 1240, ""},
		{"two dozen men", "en", 24, ""}, {"a dozen men", "en", 12, ""}, {"twenty-five men", "en", 25, ""}, {"two hundred and ten men", "en", 210, ""}, {"half a million people", "en", 5e5, ""}, {"1.2 million people", "en", 1.2e6, ""},
		{"$5 million", "en", 5e6, "USD"}, {"5 million dollars", "en", 5e6, "USD"}, {"US$5m", "en", 5e6, "USD"}, {"€3bn", "en", 3e9, "EUR"}, {"3 Milliarden Euro", "de", 3e9, "EUR"}, {"5 млн рублей", "ru", 5e6, "RUB"},
		{"some 900 square kilometers", "en", 900, "area"}, {"900 km² of forest", "en", 900, "area"}, {"7.4%", "en", 7.4, "percent"}, {"7,4 Prozent", "de", 7.4, "percent"}, {"7.4 per cent", "en", 7.4, "percent"}, {"300 miles", "en", 300, "length"},
		{"18 مدنيا", "ar", 18, ""}, {"١٨ مدنيا", "ar", 18, ""}, {"1200名工人", "zh", 1200, ""}, {"tres soldados", "es", 3, ""}, {"zwölf Soldaten", "de", 12, ""}, {"30,000 tons", "en", 30000, "mass"},
	} {
		fs := figuresOf(c.in, tokens(c.in, 50), c.lang)
		if len(fs) != 1 || fs[0].values[0] != c.value || fs[0].unit.kind != c.unit {
			t.Errorf("%q: %+v, want %v %s", c.in, fs, c.value, c.unit)
		}
	}
}

// TestNoFigures holds what is no quantity.
func TestNoFigures(t *testing.T) {
	for _, s := range []string{
		"on May 14, 2018, the council met", "in 2018 the council met", "the 3rd brigade", "at 14:30 the council met", "Resolution 2254 was adopted", "an F-16 jet", "Covid-19 measures", "Article 5 of the treaty", "No. 5 was sold", "on 14 May",
		"since the 1990s", "flight MH17 was lost",
	} {
		for _, f := range figuresOf(s, tokens(s, 50), "en") {
			if !f.bare {
				t.Errorf("%q: %+v", s, f)
			}
		}
	}
}

// TestDateCheck holds the cited day against the page's.
func TestDateCheck(t *testing.T) {
	for _, c := range []struct {
		cited, page string
		state       State
		days        int
	}{
		{"2018-05-14", "2018-05-14", Found, 0}, {"2018-05-14", "2018-05-15", Near, 1}, {"2018-05-14", "2018-05-13", Near, -1}, {"2018-05-14", "2018-05-24", Contrary, 10}, {"2018-05-14", "", Missing, 0},
		{"2018-05", "2018-05-24", Found, 0}, {"2018", "2019-01-01", Near, 1}, {"2018-05-14/2018-05-16", "2018-05-15", Found, 0}, {"", "2018-05-14", "", 0},
	} {
		cited, err := dates.ParseISO(c.cited)
		if err != nil {
			t.Fatal(err)
		}
		got := checkDate(cited, &page.Page{Date: page.Date{ISO: c.page}})
		if got.State != c.state || got.Days != c.days {
			t.Errorf("%s, page %s: %s, %d days", c.cited, c.page, got.State, got.Days)
		}
	}
}

// TestUnreadable holds that what could not be read is never called unsupported.
func TestUnreadable(t *testing.T) {
	claim := Claim{Text: "Gunmen killed 18 civilians near Sebha on Tuesday."}
	for kind, want := range map[page.Kind]Verdict{page.SoftGone: Gone, page.Parked: Gone, page.Consent: Blocked, page.Login: Blocked, page.Empty: Blocked, page.Redirect: Blocked, page.Paywalled: Blocked} {
		p := pageOf("A museum of modern art opens in the spring, with works by young painters.")
		p.Kind = kind
		if r := Judge(claim, p); r.Verdict != want || r.Why == "" {
			t.Errorf("%s: %s, %q", kind, r.Verdict, r.Why)
		}
	}
	day, _ := dates.ParseISO("2018-05-14")
	claim.Cited = day
	p := pageOf("Gunmen killed 18 civilians near Sebha on Tuesday, residents said.")
	p.Date.ISO = "2019-05-14"
	if r := Judge(claim, p); r.Verdict != Partly || !strings.Contains(r.Why, "2019-05-14") {
		t.Errorf("another day: %s, %s", r.Verdict, r.Why)
	}
}

// TestPassage holds that a passage is the sentence that carries the claim, and short.
func TestPassage(t *testing.T) {
	filler := strings.Repeat("The weather in the hills was fine and the shepherds sang. ", 40)
	p := pageOf(filler + " ¶ " + filler + "Gunmen killed 18 civilians near Sebha on Tuesday. " + filler + " ¶ " + filler)
	r := Judge(Claim{Text: "Gunmen killed 18 civilians near Sebha on Tuesday."}, p)
	if r.Passage != "Gunmen killed 18 civilians near Sebha on Tuesday." {
		t.Errorf("passage %q", r.Passage)
	}
	long := "Gunmen " + strings.Repeat("whom nobody in the town had ever seen before that day ", 20) + "killed 18 civilians near Sebha on Tuesday."
	r = Judge(Claim{Text: "Gunmen killed 18 civilians near Sebha on Tuesday."}, pageOf(long))
	if n := utf8.RuneCountInString(r.Passage); n > longestPassage || !strings.Contains(r.Passage, "killed 18 civilians") {
		t.Errorf("%d characters: %q", n, r.Passage)
	}
}

// TestLongPages judges pages of megabytes. Quadratic time would run into the time limit of go test; no clock is read.
func TestLongPages(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 1 << 18
	}
	for _, s := range []string{"18 civilians killed near Sebha ", "word ", "1 2 3 ", "“", "Al ", "not ", "x", "١", "the cat the. "} {
		r := Judge(Claim{Text: "Gunmen killed “18 civilians near the town of Sebha” on Tuesday."}, pageOf(strings.Repeat(s, size/len(s))))
		bounded(t, r)
	}
	claim := Claim{Text: strings.Repeat("“Gunmen killed 18 civilians” near Sebha and ", 3000)}
	bounded(t, Judge(claim, pageOf("Gunmen killed 18 civilians near Sebha.")))
}

// bounded holds what is so of every judgement.
func bounded(t *testing.T, r Result) {
	t.Helper()
	switch r.Verdict {
	case Supported, Partly, OtherLanguage, Differs, Unrelated, Gone, Blocked:
	default:
		t.Fatalf("verdict %q", r.Verdict)
	}
	c := r.Checks
	if r.Why == "" || !utf8.ValidString(r.Passage) || utf8.RuneCountInString(r.Passage) > longestPassage {
		t.Fatalf("why %q, passage %q", r.Why, r.Passage)
	}
	if c.Names.Found > c.Names.Of || c.Words.Found > c.Words.Of || c.Words.Share < 0 || c.Words.Share > 1 {
		t.Fatalf("counts %+v %+v", c.Names, c.Words)
	}
	if r.Verdict == Supported {
		for _, f := range c.Figures {
			if f.State != Found && f.State != Near {
				t.Fatalf("supported with a figure that is %s", f.State)
			}
		}
		for _, q := range c.Quotations {
			if q.State != Found {
				t.Fatalf("supported with a quotation that is %s", q.State)
			}
		}
		if len(c.Names.Missing) > 0 || c.Negation.Word != "" {
			t.Fatalf("supported, but %+v %+v", c.Names, c.Negation)
		}
	}
}

func FuzzJudge(f *testing.F) {
	for _, p := range kept(f) {
		f.Add(p.claim, p.passage, "")
	}
	f.Add("“a … b” [c] 1,2.3", "1.2.3.4 «» ‘x’", "2018-05-14")
	f.Fuzz(func(t *testing.T, claim, passage, day string) {
		if len(claim)+len(passage) > 1<<14 || !utf8.ValidString(claim) || !utf8.ValidString(passage) {
			return
		}
		cited, _ := dates.ParseISO(day)
		bounded(t, Judge(Claim{Text: claim, Cited: cited}, pageOf(passage)))
	})
}

func BenchmarkJudge(b *testing.B) {
	passage := strings.Repeat("The council of the town met on Monday and spoke about the bridge over the Orl, which 1,240 people cross each day. ", 60)
	p := pageOf(passage + " ¶ Gunmen killed 18 civilians near Sebha on Tuesday, residents said.")
	c := Claim{Text: "Gunmen killed 18 civilians near Sebha on Tuesday, “residents said”."}
	b.SetBytes(int64(len(passage)))
	for b.Loop() {
		Judge(c, p)
	}
}

// A notice of correction says again what was wrong: a claim that still has it is not carried by that.
func TestCorrectionIsNoEvidence(t *testing.T) {
	p := page.Read([]byte(`<html lang="en"><head><title>Ferry line agreed</title></head><body><article><h1>Ferry line agreed</h1>
<p>The two ministers of transport met in Port Amal on Monday and agreed to open a ferry line to Valletta with three ships, officials said after the talks.</p>
<p>The line will carry 500 passengers a week, the ministry said in a statement. The port has been closed since the storm of last winter.</p>
<p class="correction">Correction: an earlier version of this article gave the number of ships as five.</p></article></body></html>`), page.Options{})
	r := Judge(Claim{Text: "The two ministers of transport met in Port Amal and agreed to open a ferry line to Valletta with five ships", Language: "en"}, p)
	if p.Correction == "" || r.Verdict != Differs {
		t.Errorf("%q: %s, %s", p.Correction, r.Verdict, r.Why)
	}
}

// TestAnsweringWords holds what is shown of the page where a quotation has other words: also the words at its ends, and never those of another
// sentence.
func TestAnsweringWords(t *testing.T) {
	const passage = "\"We had asked for repairs three times and nobody answered,\" she told reporters. \"It was a disaster that was foretold.\" The hall was full."
	for claim, want := range map[string]string{
		"She said: “We had asked for repairs three times and nobody listened.”":      "we had asked for repairs three times and nobody answered",
		"She said: “They had asked for repairs three times and nobody answered.”":    "we had asked for repairs three times and nobody answered",
		"She said: “We had asked for repairs four times and nobody answered.”":       "we had asked for repairs three times and nobody answered",
		"She said: “It was a disaster that was foretold by us.”":                     "it was a disaster that was foretold",
		"She said: “Indeed, truly, it was a disaster that was foretold.”":            "it was a disaster that was foretold",
		"She said: “we had asked for repairs three times and nobody ever answered.”": "we had asked for repairs three times and nobody answered",
	} {
		qs := Judge(Claim{Text: claim, Language: "en"}, pageOf(passage)).Checks.Quotations
		if len(qs) != 1 || qs[0].Page != want {
			t.Errorf("%s\n\tgot %+v, want %q", claim, qs, want)
		}
	}
}

// TestMissingFigure holds that the other figure of the same things is named, for a person to compare, and what is no noun is not printed with it.
func TestMissingFigure(t *testing.T) {
	for _, c := range []struct{ claim, passage, state, page string }{
		{"The council approved a budget by 19 votes to 9.", "The council approved a budget on Tuesday evening by 21 votes to 9.", "missing", "21 votes"},
		{"Près de 4 200 habitants ont quitté leurs maisons.", "Près de 2 400 habitants ont quitté leurs maisons lundi.", "missing", "2 400 habitants"},
		{"The shaft collapsed at a depth of 230 meters.", "The shaft collapsed at a depth of 320 meters shortly after dawn.", "contrary", "320 meters"},
		{"The port handled 340 ships.", "The port handled no cargo in March.", "missing", ""},
	} {
		fs := Judge(Claim{Text: c.claim}, pageOf(c.passage)).Checks.Figures
		if len(fs) == 0 || string(fs[0].State) != c.state || fs[0].Page != c.page {
			t.Errorf("%s\n\tgot %+v, want %s, %q", c.claim, fs, c.state, c.page)
		}
	}
}
