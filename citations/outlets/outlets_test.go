package outlets

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

func TestOutlets(t *testing.T) {
	for i, p := range Lint(Default()) {
		if i == 40 {
			t.Fatal("and more")
		}
		t.Error(p)
	}
	last := ""
	for line := range strings.Lines(embedded) {
		id, _, _ := strings.Cut(line, "\t")
		if line[0] == '#' {
			continue
		}
		if id <= last {
			t.Errorf("%s stands behind %s", id, last)
		}
		last = id
	}
	for _, o := range Default().All() {
		if o.Zone != "" {
			if _, err := time.LoadLocation(o.Zone); err != nil {
				t.Errorf("%s: time zone: %v", o.ID, err)
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	good := "a-b\tA B\t\t\t\t\tGB\ten\tnewspaper\t\t\t\t\t\t"
	for _, c := range []struct{ in, want string }{
		{"# head\n\n" + good, ""},
		{good + "\n" + good, `two entries have the id "a-b"`},
		{"a\tA", "x.tsv:1: the line ends after column 2 (name)"},
		{good + "\t", "more than 15 columns"},
		{strings.Replace(good, "a-b", "A B", 1), `column 1 (id): "A B"`},
		{strings.Replace(good, "GB", "UKX", 1), `column 7 (country): "UKX"`},
		{strings.Replace(good, "newspaper", "paper", 1), `column 9 (kind): "paper"`},
		{"#\n" + strings.Replace(good, "\t\t\t\t\t\t", "\t\tfree\t\t\t\t", 1), `x.tsv:2: column 11 (control): "free"`},
		{"a\tA\t\t!\t\t\tGB\ten\tnewspaper\t\t\t\t\t\t", "an empty name"},
		{"a\tA\t\t\t\t\tGB\ten\tnewspaper\t\t\t19x\t\t\t", `column 12 (founded): "19x"`},
	} {
		_, err := Load(strings.NewReader(c.in), "x.tsv")
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%q: %v", c.in, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%q: error %v, want %q", c.in, err, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, group := range [][]string{
		{"The New York Times", "New-York Times", "newyorktimes", "NEW  YORK TIMES", "“New York Times”", "New York Times,"},
		{"El-Khabar", "El Khabar", "Khabar", "al-Khabar"},
		{"L'Espresso", "L’Espresso", "Espresso"},
		{"Mail & Guardian", "Mail and Guardian", "The Mail & Guardian"},
		{"Süddeutsche Zeitung", "Suddeutsche Zeitung", "SÜDDEUTSCHE ZEITUNG"},
		{"Médias24", "Medias 24", "MEDIAS-24"},
		{"Hürriyet", "Hurriyet"},
		{"al-Qa`ida", "al-Qaʿida", "Qa'ida", "Qaida"},
		{"The Soufan Centre", "Soufan Center"},
		{"Коммерсантъ", "КОММЕРСАНТЪ"},
		{"Mongabay.com", "Mongabay"},
		{"الأهرام", "الاهرام"},
		{"Łódź", "Lodz"},
		{"Straße", "strasse"},
		{"ﬁnance", "finance"},
	} {
		for _, s := range group[1:] {
			if Fold(s) != Fold(group[0]) {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q", s, Fold(s), group[0], Fold(group[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"The Star", "The Standard"}, {"Lenta.ru", "Lenta"}, {"La Presse", "Le Pressoir"}, {"The", "La"}, {"", "x"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("Fold does not tell %q from %q: %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
	if Full("La Presse") == Full("Die Presse") || Full("The Presse") != Full("Presse") {
		t.Error("Full keeps articles apart, but for the English one")
	}
}

func TestProvisional(t *testing.T) {
	for printed, want := range map[string]string{
		"Niamey  et les trois jours": "~niamey-and-les-trois-jours",
		"<u>Foo Barr</u> Gazette":    "~foo-barr-gazette",
		"The Qwertz Observer [Bonn]": "~qwertz-observer",
		"*Zzyzx Weekly*":             "~zzyzx-weekly",
	} {
		if m := Default().Resolve(printed, Context{}); m.ID != want || m.How != Provisional || m.Confidence != .5 {
			t.Errorf("%q: %+v, want %s", printed, m, want)
		}
	}
	m := Default().Resolve("The Qwertz Observer [Bonn]", Context{})
	if m.Place != "Bonn" || m.Name != "The Qwertz Observer" {
		t.Errorf("place and name: %+v", m)
	}
}

func TestKnown(t *testing.T) {
	r := Default()
	for _, s := range []string{"Reuters", "the FT", "MEE", "Коммерсантъ", "lemonde.fr", "www.bbc.co.uk", "Wafa", "al-Jazeera"} {
		if !r.Known(s) {
			t.Errorf("%q is known", s)
		}
	}
	for _, s := range []string{"who", "us", "Marin", "center", "the orange shirt", "", "The", "Paris Hilton", "see Appendix", "in the", "ap", "dawn of time", "Tanzer", "UNX", "As", "On", "In a", "as", "Marin", "memo"} {
		if r.Known(s) {
			t.Errorf("%q is known as %v", s, r.Resolve(s, Context{}))
		}
	}
	text := "On Friday Reuters and the Süddeutsche Zeitung said so in Paris"
	if n := testing.AllocsPerRun(100, func() { r.LongestAt(text, 10); r.LongestAt(text, 26); r.LongestAt(text, 0) }); n != 0 {
		t.Errorf("LongestAt allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { r.Known("Libya Herald"); r.Known("no such outlet at all"); r.Known("Süddeutsche Zeitung") }); n != 0 {
		t.Errorf("Known allocates %v times", n)
	}
}

func TestLongestAt(t *testing.T) {
	r := Default()
	for _, c := range []struct{ text, at, want string }{
		{"On Friday Reuters reported that", "Reuters", "Reuters"},
		{"laut Correctiv, das", "Correctiv", "Correctiv"},
		{"as the New York Times wrote", "New", "New York Times"},
		{"The Hindu BusinessLine said", "The", "The Hindu BusinessLine"},
		{"The Hindu said", "The", "The Hindu"},
		{"told al-Jazeera that", "al-", "al-Jazeera"},
		{"in L'Espresso, the", "L'", "L'Espresso"},
		{"the Mail & Guardian of", "Mail", "Mail & Guardian"},
		{"Folha de S. Paulo disse", "Folha", "Folha de S. Paulo"},
		{"the taz schrieb", "taz", "taz"},
		{"Le Monde a écrit", "Le", "Le Monde"},
		{"Agence France-Presse said", "Agence", "Agence France-Presse"},
		{"Die Süddeutsche Zeitung meldet", "Süd", "Süddeutsche Zeitung"},
		{"The Asahi Shimbun.", "The", "The Asahi Shimbun"},
		{"пишет Коммерсантъ в", "Комм", "Коммерсантъ"},
		{"RFE/RL noted", "RFE", "RFE/RL"},
		{"MEMO said on", "MEMO", "MEMO"},
		{"as The Times had it", "The", "The Times"},
		{"as the Times had it", "Times", "Times"},
		{"told al-Jazeera that", "Jaz", "Jazeera"},
		{"In a statement", "In", ""},
		{"As he said", "As", ""},
		{"On Friday", "On", ""},
		{"Iran said", "Iran", ""},
		{"State media", "State", ""},
		{"Times of trouble", "Times", ""},
		{"in the dawn of", "dawn", ""},
		{"the mirror was", "mirror", ""},
		{"who said", "who", ""},
		{"Reuterswijk said", "Reuters", ""},
		{"no outlet here", "outlet", ""},
		{"Nothing at all", "Nothing", ""},
	} {
		i := strings.Index(c.text, c.at)
		end, ids, ok := r.LongestAt(c.text, i)
		got := ""
		if ok {
			got = c.text[i:end]
		}
		if got != c.want || ok != (len(ids) > 0) {
			t.Errorf("%q at %q: %q %d, want %q", c.text, c.at, got, len(ids), c.want)
		}
	}
}

func TestByDomain(t *testing.T) {
	r := Default()
	for host, want := range map[string]string{
		"www.bbc.co.uk": "BBC", "https://www.lemonde.fr/a/b": "Le Monde", "english.alarabiya.net": "Al Arabiya", "co.uk": "", "com": "",
		"not-there.example": "", "": "", "Reuters": "", "http://user@www.reuters.com:80/x?y": "Reuters", "english.ahram.org.eg": "Ahram Online", "foo.blogspot.com": "",
	} {
		got := ""
		if o := r.ByDomain(host); o != nil {
			got = o.Name
		}
		if got != want {
			t.Errorf("ByDomain(%q) = %q, want %q", host, got, want)
		}
	}
}

func TestWith(t *testing.T) {
	r := Default()
	own, err := r.With([]Outlet{{ID: "desk-paper", Name: "Desk Paper Daily", Kind: "newspaper"}, {ID: "reuters", Name: "Reuters of the Desk"}})
	if err != nil {
		t.Fatal(err)
	}
	if m := own.Resolve("Desk Paper Daily", Context{}); m.ID != "desk-paper" || m.How != Exact {
		t.Errorf("own outlet: %+v", m)
	}
	if own.ByID("reuters").Name != "Reuters of the Desk" || r.ByID("reuters").Name != "Reuters" {
		t.Error("an own entry replaces the registry's, in the new registry alone")
	}
	if own.Hash() == r.Hash() || len(r.Hash()) != 64 {
		t.Error("own entries change the hash")
	}
	for _, bad := range [][]Outlet{{{ID: "A"}}, {{ID: "a"}}, {{ID: "a", Name: "A"}, {ID: "a", Name: "B"}}, {{ID: "a", Name: "A", Country: "xx"}}} {
		if _, err := r.With(bad); err == nil {
			t.Errorf("%+v: no error", bad)
		}
	}
}

func TestUltimateOwner(t *testing.T) {
	r, err := build([]Outlet{{ID: "a", Name: "A", Owner: "b"}, {ID: "b", Name: "B", Owner: "c"}, {ID: "c", Name: "C"}, {ID: "x", Name: "X", Owner: "y"}, {ID: "y", Name: "Y", Owner: "x"}})
	if err != nil {
		t.Fatal(err)
	}
	if o := r.UltimateOwner("a"); o == nil || o.ID != "c" {
		t.Errorf("owner of a: %v", o)
	}
	if o := r.UltimateOwner("c"); o != nil {
		t.Errorf("owner of c: %v", o)
	}
	if o := r.UltimateOwner("x"); o == nil || o.ID != "y" {
		t.Errorf("owner in a ring: %v", o)
	}
}

// Outlets of one house are known as such: the rule on claims whose sources are all one owner's rests on it.
func TestHouses(t *testing.T) {
	r := Default()
	for _, house := range [][]string{{"financial-times", "nikkei-asia", "the-banker"}, {"rt", "sputnik-ru", "ria-novosti"}, {"politico", "politico-europe", "die-welt-de", "business-insider"},
		{"antena-3-espana", "la-sexta", "onda-cero"}, {"bfm-tv", "la-tribune-fr"}, {"rtl-fr", "rtl-de", "m6-fr"}, {"the-guardian-gb", "guardian-australia"}} {
		for _, id := range house {
			if a, b := r.UltimateOwner(house[0]), r.UltimateOwner(id); a == nil || a != b {
				t.Errorf("%s and %s: owners %v and %v", house[0], id, a, b)
			}
		}
	}
}

func TestClosedAndFounded(t *testing.T) {
	r, err := build([]Outlet{
		{ID: "post-1", Name: "The Qwertz Post", Country: "ZM", Kind: "newspaper", Founded: 1991, Closed: 2016},
		{ID: "post-2", Name: "The Qwertz Post", Country: "KE", Kind: "newspaper", Founded: 2018},
	})
	if err != nil {
		t.Fatal(err)
	}
	if m := r.Resolve("Qwertz Post", Context{Day: "2010-05-01"}); m.ID != "post-1" || m.How != ByContext {
		t.Errorf("2010: %+v", m)
	}
	if m := r.Resolve("Qwertz Post", Context{Day: "2020-05-01"}); m.ID != "post-2" {
		t.Errorf("2020: %+v", m)
	}
	if m := r.Resolve("Qwertz Post", Context{Day: "2017"}); m.How != Ambiguous || len(m.Candidates) != 2 {
		t.Errorf("2017: %+v", m)
	}
}

func TestPlaces(t *testing.T) {
	for name, want := range map[string]string{"Algiers": "DZ", "La Paz": "BO", "South Africa": "ZA", "NY": "US", "Turin": "IT", "London": "GB", "Bamako": "ML",
		"Colombo": "LK", "san josé": "CR", "San Jose": "CR", "Kenyan": "KE", "Österreich": "AT", "us": "", "car": "", "male": "", "Xyz": "", "": ""} {
		if got, _ := Places.Country(name); got != want {
			t.Errorf("Country(%q) = %q, want %q", name, got, want)
		}
	}
	if !Places.IsPlace("Paris") || !Places.IsPlace("Antioquia, Colombia") || Places.IsPlace("") || Places.IsPlace("French") || Places.IsPlace("Reuters") {
		t.Error("IsPlace: cities and countries, no adjectives")
	}
	got := Places.Scan("Somali troops and Kenyan soldiers in Mogadishu; Somalia's turkey, Turkey's Ankara, the US. N'Djamena and Côte d'Ivoire.", 3)
	if want := []Mention{{"SO", 3}, {"TR", 2}, {"KE", 1}}; !slices.Equal(got, want) {
		t.Errorf("Scan: %v, want %v", got, want)
	}
}

func FuzzResolve(f *testing.F) {
	for _, n := range printedNames(f) {
		f.Add(n.printed)
	}
	f.Add("((([[")
	f.Add("'s \xff\xfe ’")
	r := Default()
	f.Fuzz(func(t *testing.T, s string) {
		m := r.Resolve(s, Context{Countries: []string{"KE"}, Language: "en", Day: "2018"})
		again := r.Resolve(s, Context{Countries: []string{"KE"}, Language: "en", Day: "2018"})
		if m.ID != again.ID || m.Why != again.Why {
			t.Fatalf("%q: %+v, then %+v", s, m, again)
		}
		if (m.Entry == nil) != (m.How == Provisional || m.How == Ambiguous) || m.How == Ambiguous && len(m.Candidates) < 2 {
			t.Fatalf("%q: %+v", s, m)
		}
		Fold(s)
		r.Known(s)
		for i := range s {
			if end, ids, ok := r.LongestAt(s, i); ok && (end <= i || end > len(s) || len(ids) == 0) {
				t.Fatalf("%q at %d: %d", s, i, end)
			}
		}
		Places.Scan(s, 3)
	})
}

// members are the states of the United Nations, by ISO 3166-1.
const members = `AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ
DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR
LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST
SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW`

func TestEveryCountryHasItsPress(t *testing.T) {
	press := map[string]int{}
	for _, o := range Default().All() {
		if o.Kind.Press() {
			press[o.Country]++
		}
	}
	list := strings.Fields(members)
	if len(list) != 193 {
		t.Fatalf("%d states", len(list))
	}
	for _, c := range list {
		if press[c] == 0 {
			t.Errorf("no paper, broadcaster or agency of %s", c)
		}
	}
}

// TestFoldsAsItIs holds letters that are folded without the tables of Unicode to what these say.
func TestFoldsAsItIs(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		low := oneLetterOf(r)
		if low == 0 {
			continue
		}
		var f folder
		f.decomposed(string(r), r)
		if got := string(f.bytes()); got != string(low) || dropped(r) {
			t.Errorf("%q is folded to %q, and as it is to %q", r, got, low)
		}
	}
}
