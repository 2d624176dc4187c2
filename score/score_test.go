package score_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// TestCountsOnPaper holds the definitions of design/scoring.md against examples that can be worked out on paper.
func TestCountsOnPaper(t *testing.T) {
	tests := []struct {
		name  string
		cited []string
		found map[int]score.Evidence
		want  score.Counts
	}{
		{"nothing", nil, nil, score.Counts{}},
		{"five citations A 3, B 1, C 1", []string{"a", "a", "a", "b", "c"}, nil,
			score.Counts{Citations: 5, Outlets: 3, Origins: 3, Corroboration: 3, Diversity: 2.59}},
		{"the seed: two outlets and whom they quote", []string{"via:humanitarian agencies", "caj-news 05-15", "koaci 05-14"}, nil,
			score.Counts{Citations: 2, Outlets: 2, Countries: 2, Languages: 2, Origins: 2, Corroboration: 2, Diversity: 2, Lag: 3, LagKnown: true}},
		{"one owner", []string{"daily-nation", "ntv-kenya"}, nil,
			score.Counts{Citations: 2, Outlets: 2, Owners: 1, OwnersKnown: 2, Countries: 1, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 2}},
		{"the owner beside its outlet", []string{"daily-nation", "nation-media"}, nil,
			score.Counts{Citations: 2, Outlets: 2, Owners: 1, OwnersKnown: 1, Countries: 1, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 2}},
		{"own publication alone", []string{"own:tm"}, nil, score.Counts{Citations: 1, Own: 1}},
		{"own publication beside another", []string{"own:tm", "koaci"}, nil,
			score.Counts{Citations: 2, Own: 1, Outlets: 1, Countries: 1, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 1}},
		{"only whom somebody quotes", []string{"via:officials"}, nil, score.Counts{}},
		{"persons and bodies are sources", []string{"person:Vlado Azinovic", "body:officials", "person:vlado  azinovic"}, nil,
			score.Counts{Citations: 3, Outlets: 2, Origins: 2, Corroboration: 2, Diversity: 1.89}},
		{"an ibid. that leads nowhere makes no origin", []string{"ibid", "koaci"}, nil,
			score.Counts{Citations: 2, Outlets: 1, Countries: 1, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 1}},
		{"ambiguous and unknown names are sources", []string{"?The Star", "~kifache"}, nil,
			score.Counts{Citations: 2, Outlets: 2, Origins: 2, Corroboration: 2, Diversity: 2}},
		{"not found and gone do not stand", []string{"a", "b", "c"}, map[int]score.Evidence{0: missing, 1: gone},
			score.Counts{Citations: 3, Outlets: 3, Origins: 3, Corroboration: 1, Diversity: 3}},
		{"one differs, one was read", []string{"a", "b"}, map[int]score.Evidence{0: differs, 1: carried},
			score.Counts{Citations: 2, Outlets: 2, Origins: 2, Corroboration: 1, Read: 1, Differs: 1, Diversity: 2}},
		{"near-copies", []string{"a", "b", "c"}, map[int]score.Evidence{2: {Read: true, Carries: true, NearCopyOf: []int{0}}},
			score.Counts{Citations: 3, Outlets: 3, Origins: 2, Corroboration: 2, Read: 1, Diversity: 3}},
		{"one agency in both bylines", []string{"el-pais", "la-tercera"}, map[int]score.Evidence{0: {Agency: "efe"}, 1: {Agency: "efe"}},
			score.Counts{Citations: 2, Outlets: 2, Countries: 2, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 2}},
		{"the agency itself beside its customer", []string{"efe", "la-tercera"}, map[int]score.Evidence{1: {Agency: "efe"}},
			score.Counts{Citations: 2, Outlets: 2, Countries: 2, Languages: 1, Origins: 1, Corroboration: 1, Diversity: 2}},
		{"lower median of the lag", []string{"a 05-17", "b 05-16", "c 05-08", "a 05-01"}, nil,
			score.Counts{Citations: 4, Outlets: 3, Origins: 3, Corroboration: 3, Diversity: 2.83, Lag: 2, LagKnown: true}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := newPaper(known())
			p.claim(test.cited...)
			for i, ev := range test.found {
				p.found(i, ev)
			}
			if got := p.tally().Claims[0][0]; got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func TestBeforeTheEventDoesNotStand(t *testing.T) {
	p := newPaper(known())
	p.claim("alnabaa 04-14", "koaci 05-14")
	p.env.Before = func(_, citation int) bool { return citation == 0 }
	p.env.Event = func(int, int) string { return "11 May" }
	c := p.first()
	if c.Origins[0].Standing || !c.Origins[1].Standing || c.Corroboration != 1 || c.Credibility != 3 {
		t.Errorf("got %+v", c)
	}
	if want := "Alnabaa, 14 April, is dated before the event, 11 May"; !slices.Contains(c.Because, want) {
		t.Errorf("want %q in %q", want, c.Because)
	}
}

func TestSameAddressIsOneOrigin(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b", "c")
	for i, u := range []string{"https://www.site.example/x/?utm_source=mail#top", "http://site.example/x", "https://web.archive.org/web/2018/https://site.example/y"} {
		p.article().Citations[i].URL = u
	}
	c := p.first()
	if c.Counts.Origins != 2 || c.Origins[0].Tie != "both are cited with one address" {
		t.Errorf("got %+v", c)
	}
}

func TestTieThroughAnotherClaimJoinsNothing(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "c")
	p.claim("b")
	for i, id := range []string{"x", "", "x"} { // a and b are from one agency, b and c have one address
		p.article().Citations[i].Agency = id
	}
	p.article().Citations[1].URL, p.article().Citations[2].URL = "http://site.example/x", "http://site.example/x"
	y := p.tally()
	if got := y.Claims[0][0].Origins; got != 2 {
		t.Errorf("the claim has %d origins, want 2", got)
	}
	if got := y.Figures[0].Origins; got != 1 {
		t.Errorf("the article has %d origins, want 1", got)
	}
}

// TestGradeTable goes through the table of credibility line by line.
func TestGradeTable(t *testing.T) {
	tests := []struct {
		n    score.Counts
		want int
		said string
	}{
		{score.Counts{Citations: 1, Differs: 1}, 5, "contradicted"},
		{score.Counts{Citations: 3, Differs: 1, Corroboration: 2, Read: 2}, 4, "contradicted by one source"},
		{score.Counts{Citations: 2, Corroboration: 2, Read: 2}, 1, "carried by two sources read"},
		{score.Counts{Citations: 2, Corroboration: 2, Read: 1}, 2, "two sources, not all read"},
		{score.Counts{Citations: 2, Corroboration: 2}, 2, "two sources, not all read"},
		{score.Counts{Citations: 1, Corroboration: 1, Read: 1}, 3, "one source"},
		{score.Counts{Citations: 1, Own: 1}, 4, "weak: no standing source (own, not found, gone, or before the event)"},
		{score.Counts{}, 6, "no source"},
	}
	for _, test := range tests {
		if got := score.Credibility(&test.n); got != test.want {
			t.Errorf("%+v: got %d, want %d", test.n, got, test.want)
		}
		if got := score.SayCredibility(&test.n); got != test.said {
			t.Errorf("%+v: got %q, want %q", test.n, got, test.said)
		}
	}
}

func TestGradeMeansNothingUntilRatedOrSought(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b")
	if c := p.first(); c.Grade != "" || c.Reliability != "F" || c.Credibility != 2 || c.Points != 58 {
		t.Errorf("unrated: got %q %s %d %d", c.Grade, c.Reliability, c.Credibility, c.Points)
	}
	p.env.Ratings = score.Ratings{}
	if c := p.first(); c.Grade != "F2" {
		t.Errorf("an empty list of ratings: got %q", c.Grade)
	}
	p.env.Ratings = nil
	p.found(0, missing)
	if c := p.first(); c.Grade != "F3" {
		t.Errorf("sought: got %q", c.Grade)
	}
}

func TestLetterIsThatOfTheBestStandingOrigin(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b", "c", "koaci")
	rated := score.Rating{Letter: "B", By: "Desk list, 2018", On: "2018-01"}
	p.env.Ratings = score.Ratings{"a": {Letter: "A"}, "b": rated, "c": {Letter: "E"}}
	p.found(0, gone)
	c := p.first()
	if c.Grade != "B2" || c.Rating != rated {
		t.Errorf("got %q, %+v", c.Grade, c.Rating)
	}
	if want := 80; c.Points != want { // 1 − .35·.65·.90 = .79525
		t.Errorf("got %d points, want %d", c.Points, want)
	}
}

func TestPoints(t *testing.T) {
	tests := []struct {
		cited []string
		want  int
	}{
		{nil, 0}, {[]string{"own:tm"}, 0}, {[]string{"a"}, 35}, {[]string{"a", "b"}, 58}, {[]string{"a", "b", "c"}, 73},
		{[]string{"a", "b", "c", "koaci"}, 73}, {[]string{"a", "a"}, 35},
	}
	for _, test := range tests {
		p := newPaper(known())
		p.claim(test.cited...)
		if got := p.first().Points; got != test.want {
			t.Errorf("%q: got %d, want %d", test.cited, got, test.want)
		}
	}
}

func TestBecause(t *testing.T) {
	tests := []struct {
		name  string
		cited []string
		found map[int]score.Evidence
		want  string
	}{
		{"seed", []string{"via:humanitarian agencies", "caj-news 05-15", "koaci 05-14"}, nil,
			"2 outlets, no tie known: CAJ News (ZA), Koaci (CI) | both credited to humanitarian agencies: may be one origin | owner known for none of the 2 | not read"},
		{"one owner", []string{"daily-nation", "ntv-kenya"}, nil, "one origin: both belong to Nation Media Group | not read"},
		{"one owner and another", []string{"daily-nation", "ntv-kenya", "koaci"}, nil,
			"3 outlets, 2 origins: Daily Nation (KE) and NTV Kenya (KE) (both belong to Nation Media Group); Koaci (CI) | owner known for 2 of 3 | not read"},
		{"one outlet twice", []string{"koaci 05-14", "koaci 05-15"}, nil, "one outlet, cited twice: Koaci (CI) | not read"},
		{"one agency", []string{"el-pais", "la-tercera"}, map[int]score.Evidence{0: {Agency: "efe"}, 1: {Agency: "efe"}},
			"one origin: both carry EFE | not read"},
		{"own", []string{"own:tm"}, nil, "no standing source | one citation of the publication itself, not counted"},
		{"nothing", nil, nil, "no source given"},
		{"via alone", []string{"via:officials"}, nil, "no source is named, only who is said to have spoken"},
		{"one person", []string{"person:Vlado Azinovic"}, nil, "one person: Vlado Azinovic | not read"},
		{"gone", []string{"koaci 05-14"}, map[int]score.Evidence{0: gone}, "no standing source | Koaci, 14 May: its page is gone"},
		{"not found", []string{"koaci 05-14", "a"}, map[int]score.Evidence{0: missing, 1: carried},
			"one outlet: A | Koaci, 14 May, was sought and not found | read and found to carry the claim"},
		{"differs", []string{"koaci 05-14", "a"}, map[int]score.Evidence{0: differs, 1: carried},
			"Koaci, 14 May: its page gives another figure or quotation | one outlet: A | read and found to carry the claim"},
		{"in part", []string{"a"}, map[int]score.Evidence{0: part}, "one outlet: A | read and found to carry the claim in part"},
		{"one wholly, one in part", []string{"a", "b"}, map[int]score.Evidence{0: part, 1: carried},
			"2 outlets, no tie known: A, B | owner known for none of the 2 | both read and found to carry the claim wholly or in part"},
		{"both read", []string{"via:officials", "a", "b"}, map[int]score.Evidence{1: carried, 2: carried},
			"2 outlets, no tie known: A, B | both credited to officials | owner known for none of the 2 | both read and found to carry the claim"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := newPaper(known())
			p.claim(test.cited...)
			for i, ev := range test.found {
				p.found(i, ev)
			}
			got := strings.Join(p.first().Because, " | ")
			if got != test.want {
				t.Errorf("\ngot  %s\nwant %s", got, test.want)
			}
			if strings.Contains(got, "independent") || strings.Contains(got, "confirmed") {
				t.Errorf("a word that is not ours to say: %s", got)
			}
		})
	}
}

func TestOrphanMarkerIsTold(t *testing.T) {
	p := newPaper(known())
	p.claim().Orphan = []int{0}
	p.article().Markers = []citations.Marker{{Label: "7", Note: -1}}
	if got := strings.Join(p.first().Because, " | "); got != "no source given | marker 7 leads to no note" {
		t.Error(got)
	}
}
