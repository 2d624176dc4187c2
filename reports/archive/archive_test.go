package archive

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/html"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
	"example.org/verify/score/rules"
)

// evil is what a document might call itself.
const evil = `</script><script>alert(1)</script><img src=x onerror=alert(1)> "'&` + "\u202e"

// recorded is a ledger with n articles and the audit of them, the last one of two revisions.
func recorded(t testing.TB, n int) (*ledger.Ledger, *Audit) {
	t.Helper()
	led, err := ledger.Open(filepath.Join(t.TempDir(), "l.db"), ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { led.Close() })
	for i := range n {
		put(t, led, fmt.Sprintf("piece-%04d.txt", i), fmt.Sprintf("Port Talks %d\n\nMay 20, %d\n\nThe two ministers met in Tripoli and signed a contract for 40 million dollars (Libya Herald, May 3; Reuters, May 4). "+
			"Ninety people lost their homes. The council agreed on a new line (The Libya Herald, May 5; Unheard Gazette, May 6). The port of Sirte opens in June, with twelve cranes (Xinhua, May 30, %d).\n", i, 2010+i%5, 2010+i%5), i)
	}
	put(t, led, fmt.Sprintf("piece-%04d.txt", n-1), "Port Talks, Mended\n\nMay 20, 2012\n\nThe two ministers met in Tripoli (Libya Herald, May 3).\n", n)
	now, err := led.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := &Audit{Now: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), Version: "0"}
	for i := range n {
		name := fmt.Sprintf("piece-%04d.txt", i)
		a.Documents = append(a.Documents, Document{Name: name, Section: []string{"News", "Letters"}[i%2], Revision: now[name], Page: true})
	}
	a.Documents[n-1].Change = "changed"
	a.Documents[0].Title = evil
	a.Failures = []Failure{{Name: evil + ".pdf", Reason: "it is damaged"}}
	a.Duplicates = []Duplicate{{Name: "copy.txt", Of: "piece-0000.txt"}}
	return led, a
}

func put(t testing.TB, led *ledger.Ledger, name, content string, second int) {
	t.Helper()
	txt, err := text.Parse(name, []byte(content), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := citations.Parse(txt, citations.Options{})
	events := rules.FindEvents(doc)
	env := score.Env{Registry: outlets.Default(), Before: events.Before, Event: events.Day, Settings: "s", Weights: score.DefaultWeights}
	trail := score.Trace(doc, env)
	a := trail.Analyse(doc, env, trail.Count(doc))
	a.Findings = rules.Check(doc, a, rules.Options{Registry: outlets.Default(), Events: events})
	b, err := led.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rev, err := b.PutTrail(t.Context(), doc, trail, env, ledger.Meta{Doc: name, SHA256: txt.SHA256(), Tool: "0", Now: time.Unix(int64(second), 0)})
	if err == nil {
		err = b.PutResults(t.Context(), rev, a)
	}
	if err == nil {
		err = b.Commit()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func dashboard(t testing.TB, led *ledger.Ledger, a *Audit) (string, *Figures) {
	t.Helper()
	f, err := Gather(context.Background(), led, a, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteDashboard(&b, a, f, true); err != nil {
		t.Fatal(err)
	}
	return b.String(), f
}

// TestFiguresAreTheLedgers holds the figures against the ledger's own views.
func TestFiguresAreTheLedgers(t *testing.T) {
	led, a := recorded(t, 30)
	_, f := dashboard(t, led, a)
	r, err := ledger.Open(led.Path(), ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, test := range []struct {
		query string
		got   int
	}{
		{`SELECT count(*) FROM latest JOIN claim USING (rev)`, f.All.Claims},
		{`SELECT count(*) FROM latest JOIN checkable USING (rev)`, f.All.Checkworthy},
		{`SELECT sum(sourced) FROM latest JOIN checkable USING (rev)`, f.All.Sourced},
		{`SELECT sum(origins = 1) FROM latest JOIN checkable USING (rev)`, f.All.OneOrigin},
		{`SELECT sum(n.corroboration) FROM latest l JOIN corroboration n ON n.rev = l.rev JOIN claim c ON c.rev = n.rev AND c.article = n.article AND c.claim = n.claim WHERE c.checkworthy = 1`, f.All.Corroboration},
		{`SELECT sum(counted) FROM latest JOIN article_counts USING (rev)`, f.All.Citations},
		{`SELECT count(*) FROM latest JOIN citation USING (rev)`, f.All.Citations + f.All.Uncounted()},
		{`SELECT sum(state_controlled) FROM latest JOIN article_counts USING (rev)`, f.All.State},
		{`SELECT count(*) FROM open_finding`, f.All.Findings()},
		{`SELECT count(DISTINCT id) FROM latest l JOIN article_source s ON s.rev = l.rev WHERE s.role = 'source' AND s.id IS NOT NULL`, len(f.Outlets)},
	} {
		err := r.SQL(t.Context(), test.query, func(_ []string, v []any) error {
			if fmt.Sprint(v[0]) != fmt.Sprint(test.got) || test.got == 0 {
				t.Errorf("%s: %v, but %d", test.query, v[0], test.got)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestUncountedAreSaid holds that the dashboard says which of the ledger's citations it does not count, and why.
func TestUncountedAreSaid(t *testing.T) {
	for _, test := range []struct {
		sum  Sum
		want string
	}{
		{Sum{Citations: 5}, ""},
		{Sum{Citations: 5, Nobody: 1}, " Of all 6 citations 1 is not counted, here and in every share: 1 because nobody is named."},
		{Sum{Citations: 431, Nobody: 12, Via: 6, Own: 1}, " Of all 450 citations 19 are not counted, here and in every share: " +
			"12 because nobody is named, 6 as the party that a source is said to quote, 1 as the publication itself."},
	} {
		f := Figures{All: test.sum, Outlets: []*Outlet{{Name: "Libya Herald", Citations: 4}}}
		if got := strings.TrimPrefix(f.outletsNote(), fmt.Sprintf("Libya Herald is cited most, 4 of %d citations.", test.sum.Citations)); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// TestDashboardIsInert holds that nothing of a document becomes markup, and that the page asks the network for nothing.
func TestDashboardIsInert(t *testing.T) {
	led, a := recorded(t, 250)
	page, f := dashboard(t, led, a)
	pages := []string{page}
	for _, r := range f.Rules {
		var b bytes.Buffer
		if err := WriteRule(&b, a, r); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, b.String())
	}
	for _, page := range pages {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			checkInert(t, n)
		}
		if strings.ContainsRune(page, '\u202e') {
			t.Error("a sign that turns the direction of writing is in the page")
		}
	}
}

func checkInert(t *testing.T, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode {
		return
	}
	for _, at := range n.Attr {
		outside := (at.Key == "href" || at.Key == "src") && strings.Contains(at.Val, ":")
		if outside || strings.HasPrefix(at.Key, "on") || at.Key == "style" || at.Key == "src" {
			t.Errorf("<%s %s=%q>", n.Data, at.Key, at.Val)
		}
	}
	if n.Data == "img" || n.Data == "link" || n.Data == "iframe" {
		t.Errorf("there is a <%s>", n.Data)
	}
	if n.Data == "script" && n.FirstChild.Data != script && !json.Valid([]byte(n.FirstChild.Data)) {
		t.Errorf("a strange script: %.80s", n.FirstChild.Data)
	}
}

// TestTablesArePaged holds that no more rows are printed than a page has, and that the data has all of them.
func TestTablesArePaged(t *testing.T) {
	led, a := recorded(t, 450)
	page, _ := dashboard(t, led, a)
	_, rest, ok := strings.Cut(page, `id="data-documents">`)
	data, _, _ := strings.Cut(rest, "</script>")
	var rows [][]any
	if err := json.Unmarshal([]byte(data), &rows); !ok || err != nil || len(rows) != 450 {
		t.Errorf("%d rows as data, %v", len(rows), err)
	}
	_, body, _ := strings.Cut(page, `<table id="table-documents"`)
	body, _, _ = strings.Cut(body, "</table>")
	if n := strings.Count(body, "<tr>"); n != pageRows+1 {
		t.Errorf("%d rows are printed", n-1)
	}
}

// TestSameDashboard holds that the same ledger gives the same bytes.
func TestSameDashboard(t *testing.T) {
	led, a := recorded(t, 20)
	one, _ := dashboard(t, led, a)
	two, _ := dashboard(t, led, a)
	if one != two {
		t.Error("the dashboard differs from run to run")
	}
}

// TestTables holds that every table can be read, has its columns, and guards what would be run.
func TestTables(t *testing.T) {
	led, a := recorded(t, 12)
	a.Documents[0].Title = "=1+1"
	var out, lines []*bytes.Buffer
	var to, linesTo []io.Writer
	for range TableNames() {
		out, lines = append(out, &bytes.Buffer{}), append(lines, &bytes.Buffer{})
		to, linesTo = append(to, out[len(out)-1]), append(linesTo, lines[len(lines)-1])
	}
	tables, err := NewTables(to, linesTo)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Gather(t.Context(), led, a, tables, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := tables.End(f); err != nil {
		t.Fatal(err)
	}
	want := []int{12, f.All.Claims, 0, len(f.Outlets), f.All.Findings() + f.All.Silenced}
	for i, name := range TableNames() {
		rows, err := csv.NewReader(out[i]).ReadAll()
		if err != nil || len(rows) < 2 || len(rows[0]) != len(tableColumns[i].columns) || want[i] > 0 && len(rows)-1 != want[i] {
			t.Errorf("%s: %d rows, want %d; %v", name, len(rows)-1, want[i], err)
		}
		if name == "documents" && rows[1][1] != "'=1+1" {
			t.Errorf("a formula: %s", rows[1][1])
		}
		if !strings.Contains(Dictionary(), "\n"+name+".csv, "+name+".jsonl: ") {
			t.Errorf("%s is not in the dictionary", name)
		}
		sameRows(t, name, rows, lines[i])
	}
}

// sameRows holds that the JSON lines of a table say what its CSV says.
func sameRows(t *testing.T, name string, rows [][]string, lines io.Reader) {
	t.Helper()
	d := json.NewDecoder(lines)
	for _, row := range rows[1:] {
		var object map[string]any
		if err := d.Decode(&object); err != nil || len(object) != len(row) {
			t.Fatalf("%s: %d values, want %d; %v", name, len(object), len(row), err)
		}
		for k, v := range object {
			i := slices.Index(rows[0], k)
			if got := cellOf(v); got != row[i] {
				t.Errorf("%s, %s: %q in JSON, %q in CSV", name, k, got, row[i])
			}
		}
	}
	if d.More() {
		t.Errorf("%s: there are more lines than rows", name)
	}
}

// cellOf is what CSV says of a value of JSON.
func cellOf(v any) string {
	switch v := v.(type) {
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case []any:
		var all []string
		for _, x := range v {
			all = append(all, fmt.Sprint(x))
		}
		return reports.Harmless(strings.Join(all, "; "))
	case string:
		return reports.Harmless(v)
	}
	return fmt.Sprint(v)
}

// TestQuotedAsCSV holds cells against encoding/csv, and texts against encoding/json.
func TestQuotedAsCSV(t *testing.T) {
	for _, s := range []string{"", " ", "a", " a", "\ta", "a b", "a,b", `a"b`, "a\nb", "a\rb", `\.`, `\.x`, "é", "\u00a0a", "<&>", "\x00", `\`} {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		_ = w.Write([]string{s, "x"})
		w.Flush()
		if got := string(appendQuoted(nil, s)) + ",x\n"; got != want.String() {
			t.Errorf("%q: %q, want %q", s, got, want.String())
		}
		var back string
		if err := json.Unmarshal(appendString(nil, s), &back); err != nil || back != s {
			t.Errorf("%q: %q, %v", s, back, err)
		}
	}
}

// TestRegistryLines holds that the lines for an outlet are read by a TOML reader, say again what the registry has, and add the names that are new.
func TestRegistryLines(t *testing.T) {
	known := outlets.Default().ByID("libya-herald")
	for _, test := range []struct {
		o    *Outlet
		want map[string]any
	}{
		{&Outlet{ID: "~lake-post", Name: `Lake "Post"`, Printed: map[string]int{`Lake "Post"`: 3, "Lake-Post\u202e": 1}},
			map[string]any{"id": "lake-post", "name": `Lake "Post"`, "aliases": []any{"Lake-Post" + reports.Visible("\u202e")}}},
		{&Outlet{ID: known.ID, Name: known.Name, Registered: true, Printed: map[string]int{known.Name: 3, "The " + known.Name: 2}}, nil},
		{&Outlet{ID: known.ID, Name: known.Name, Registered: true, Printed: map[string]int{"Libyan Herold": 1}},
			map[string]any{"id": known.ID, "name": known.Name, "country": known.Country}},
		{&Outlet{ID: "ours-alone", Name: "Ours", Registered: true, Printed: map[string]int{"Our": 1}}, nil},
	} {
		var got struct {
			Outlet []map[string]any
		}
		if err := toml.Unmarshal([]byte(registryLines(test.o)), &got); err != nil {
			t.Errorf("%s: %v", test.o.ID, err)
			continue
		}
		if len(got.Outlet) > 0 != (test.want != nil) {
			t.Errorf("%s: %v", test.o.ID, got.Outlet)
			continue
		}
		for k, v := range test.want {
			if !reflect.DeepEqual(got.Outlet[0][k], v) {
				t.Errorf("%s: %s is %v, want %v", test.o.ID, k, got.Outlet[0][k], v)
			}
		}
	}
	if lines := registryLines(&Outlet{ID: known.ID, Registered: true, Printed: map[string]int{"Libyan Herold": 1}}); !strings.Contains(lines, `"Libyan Herold"`) {
		t.Error(lines)
	}
}

// TestFewAreSaid holds that figures of few claims stand in brackets, and are sorted by what they are.
func TestFewAreSaid(t *testing.T) {
	p := Period{Sum: Sum{Checkworthy: few - 1, Sourced: few - 1}}
	if c := p.doubt(part(p.Sourced, p.Checkworthy)); c.Text != "(100 %)" || c.Value != 1 {
		t.Errorf("%+v", c)
	}
	p.Checkworthy = few
	if c := p.doubt(part(p.Sourced, p.Checkworthy)); c.Text != "95 %" {
		t.Errorf("%+v", c)
	}
}

// TestLinks holds what the dashboard says of cited pages: each citation by its last look-up, those that are not there by name.
func TestLinks(t *testing.T) {
	led, a := recorded(t, 3)
	if page, f := dashboard(t, led, a); len(f.Links) > 0 || strings.Contains(page, "id=\"links\"") {
		t.Error("links are told of that nobody looked up")
	}
	db, err := sql.Open("verify-sqlite3", "file:"+led.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for i, o := range []struct {
		document, citation   int
		at, verdict, capture string
	}{{0, 1, "2025-11-02", "supported", ""}, {0, 2, "2025-12-01", "unreachable", ""}, {1, 1, "2025-11-30", "supported", ""}, {1, 1, "2025-12-03", "gone", "https://archive.example/1"}, {1, 2, "2025-12-03", "partly", ""}} {
		_, err := db.Exec(`INSERT INTO observation (id, key, at, resolver, verdict, capture) VALUES (?, 'k', ?, 'address', ?, nullif(?, ''))`, fmt.Sprint(i), o.at+"T10:00:00.000Z", o.verdict, o.capture)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Exec(`INSERT INTO used (rev, article, citation, observation) VALUES (?, 1, ?, ?)`, a.Documents[o.document].Revision.Rev, o.citation, fmt.Sprint(i))
		if err != nil {
			t.Fatal(err)
		}
	}
	page, f := dashboard(t, led, a)
	want := []Links{{"2025-11", 1, map[string]int{"supported": 1}}, {"2025-12", 3, map[string]int{"unreachable": 1, "gone": 1, "partly": 1}}}
	if !reflect.DeepEqual(f.Links, want) {
		t.Errorf("%v, want %v", f.Links, want)
	}
	if len(f.Broken) != 2 || f.Broken[0].Verdict != "gone" || f.Broken[0].Capture == "" || f.Broken[0].Raw == "" || f.Broken[1].Verdict != "unreachable" {
		t.Errorf("%+v", f.Broken)
	}
	if !strings.Contains(page, "https://archive.example/1") || !strings.Contains(page, "What became of the cited pages") {
		t.Error("the dashboard does not say so")
	}
}

// TestPercent holds that what is not all is never 100 %, and what is something never 0 %.
func TestPercent(t *testing.T) {
	for _, test := range []struct {
		n, all int
		want   string
	}{{0, 0, "–"}, {0, 9, "0 %"}, {1, 1000, "< 1 %"}, {5, 1000, "< 1 %"}, {5, 999, "1 %"}, {1, 3, "33 %"}, {994, 1000, "99 %"}, {995, 1000, "> 99 %"}, {999, 1000, "> 99 %"}, {9, 9, "100 %"}} {
		if got := percent(test.n, test.all); got != test.want {
			t.Errorf("%d of %d: %s, want %s", test.n, test.all, got, test.want)
		}
	}
}

// TestPrinted holds how a name is found in a citation.
func TestPrinted(t *testing.T) {
	for raw, want := range map[string]string{
		"Libya Herald, May 3": "Libya Herald", "Libya Observer May 4": "Libya Observer", "[Reuters, 2026-09-04": "Reuters", "AFP 12 May": "AFP", "12 May": "", "March": "March", "Radio 5 Live, May 3": "Radio 5 Live", "Libya Observer May 4, 2018": "Libya Observer",
	} {
		if got := printed(raw); got != want {
			t.Errorf("%s: %q, want %q", raw, got, want)
		}
	}
}

// BenchmarkDashboard gathers and writes the dashboard of 500 articles.
func BenchmarkDashboard(b *testing.B) {
	led, a := recorded(b, 500)
	for b.Loop() {
		dashboard(b, led, a)
	}
	b.ReportMetric(500*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
}
