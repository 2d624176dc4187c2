package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// These tests ask a real WordPress on loopback, which $VERIFY_WORDPRESS names: its administrator is "editor", its password "lab-only", and it
// is on port 80 of nobody. Both outlets are categories of it, each behind a door of its own.

// wordpressPeer is a WordPress with the posts of two outlets.
type wordpressPeer struct {
	base  string
	doors [2]*door
	posts []wpPost
}

// wpPost is a post, and what an article says that cites it.
type wpPost struct {
	outlet            int
	day               time.Time
	slug, title, text string
	claim             string
	address           string // at its door
}

// door shows one category of the WordPress as a site of its own, and counts what it answers.
type door struct {
	*httptest.Server
	mu       sync.Mutex
	answered map[string]int // requests by address
	all      int
	stop     func(n int) // called after the nth answer
}

func newWordPress(t *testing.T) *wordpressPeer {
	t.Helper()
	p := &wordpressPeer{base: strings.TrimSuffix(os.Getenv("VERIFY_WORDPRESS"), "/")}
	if p.base == "" {
		t.Skip("VERIFY_WORDPRESS names no WordPress: start one and set it to http://127.0.0.1:PORT")
	}
	p.posts = wpPosts()
	for i, name := range outletNames {
		category := p.category(t, name)
		p.doors[i] = p.door(t, category)
		for j := range p.posts {
			if post := &p.posts[j]; post.outlet == i {
				p.publish(t, post, category)
				post.address = p.doors[i].URL + post.day.Format("/2006/01/02/") + post.slug + "/"
			}
		}
	}
	return p
}

var outletNames = [2]string{"Coast Gazette", "Upland Post"}

// call makes an XML-RPC call with the editor's credentials, and gives the first string or number of the answer.
func (p *wordpressPeer) call(t *testing.T, method string, params ...string) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><methodCall><methodName>%s</methodName><params>`, method)
	for _, v := range append([]string{"<int>1</int>", "<string>editor</string>", "<string>lab-only</string>"}, params...) {
		fmt.Fprintf(&b, "<param><value>%s</value></param>", v)
	}
	b.WriteString("</params></methodCall>")
	resp, err := http.Post(p.base+"/xmlrpc.php", "text/xml", strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || strings.Contains(string(body), "<fault>") {
		t.Fatalf("%s: %v\n%s", method, err, body)
	}
	return regexp.MustCompile(`<(?:string|int)>([^<]*)<`).FindStringSubmatch(string(body) + "<int><")[1]
}

func (p *wordpressPeer) category(t *testing.T, name string) string {
	t.Helper()
	id := p.call(t, "wp.newTerm", fmt.Sprintf("<struct><member><name>taxonomy</name><value>category</value></member><member><name>name</name><value>%s %d</value></member></struct>", name, time.Now().UnixNano()))
	t.Cleanup(func() { p.call(t, "wp.deleteTerm", "<string>category</string>", "<int>"+id+"</int>") })
	return id
}

func (p *wordpressPeer) publish(t *testing.T, post *wpPost, category string) {
	t.Helper()
	field := func(name, value string) string {
		return "<member><name>" + name + "</name><value>" + value + "</value></member>"
	}
	id := p.call(t, "wp.newPost", "<struct>"+field("post_type", "post")+field("post_status", "publish")+field("post_title", html.EscapeString(post.title))+field("post_name", post.slug)+
		field("post_content", html.EscapeString("<!-- wp:paragraph --><p>"+post.text+"</p><!-- /wp:paragraph -->"))+field("post_date", "<dateTime.iso8601>"+post.day.Format("20060102T15:04:05")+"</dateTime.iso8601>")+
		field("terms", "<struct>"+field("category", "<array><data><value><int>"+category+"</int></value></data></array>")+"</struct>")+"</struct>")
	t.Cleanup(func() {
		p.call(t, "wp.deletePost", "<int>"+id+"</int>") // into the bin
		p.call(t, "wp.deletePost", "<int>"+id+"</int>")
	})
}

// door serves the category under an address of its own.
func (p *wordpressPeer) door(t *testing.T, category string) *door {
	t.Helper()
	target, err := url.Parse(p.base)
	if err != nil {
		t.Fatal(err)
	}
	d := &door{answered: map[string]int{}}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.Out.Header.Set("Accept-Encoding", "identity")
			q := r.Out.URL.Query()
			switch {
			case strings.HasPrefix(r.Out.URL.Path, "/wp-json/wp/v2/posts"):
				q.Set("categories", category)
			case datedFolder.MatchString(r.Out.URL.Path):
				q.Set("cat", category)
			}
			r.Out.URL.RawQuery = q.Encode()
		},
		ModifyResponse: func(resp *http.Response) error {
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				return err
			}
			for from, to := range map[string]string{p.base: d.URL, strings.ReplaceAll(p.base, "/", `\/`): strings.ReplaceAll(d.URL, "/", `\/`)} {
				body = bytes.ReplaceAll(body, []byte(from), []byte(to))
			}
			resp.Body = io.NopCloser(bytes.NewReader(body))
			resp.Header.Set("Content-Length", strconv.Itoa(len(body)))
			if to := resp.Header.Get("Location"); to != "" {
				resp.Header.Set("Location", strings.ReplaceAll(to, p.base, d.URL))
			}
			return nil
		},
	}
	d.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		proxy.ServeHTTP(w, r)
		d.mu.Lock()
		defer d.mu.Unlock()
		d.answered[r.URL.String()]++
		if d.all++; d.stop != nil {
			d.stop(d.all)
		}
	}))
	t.Cleanup(d.Close)
	return d
}

var datedFolder = regexp.MustCompile(`^/\d{4}/\d\d/\d\d/(page/\d+/)?$`)

// wpKinds are kinds of events that papers report again and again: place, name and two numbers tell one report from another.
var wpKinds = []struct{ title, text, claim string }{
	{"Teachers in %[1]s end strike", "Teachers in %[1]s ended a strike of %[3]d days after the ministry agreed to pay the wages of %[4]d months. %[2]s, who leads the union, said: “We go back to our classes.” Parents waited at the gates.", "Teachers in %[1]s ended a strike of %[3]d days after the ministry agreed to pay the wages of %[4]d months"},
	{"Fire in the market of %[1]s", "A fire destroyed %[3]d stalls in the market of %[1]s and hurt %[4]d traders. The chief of the fire brigade, %[2]s, blamed an old cable. The market stays shut for a week.", "A fire in the market of %[1]s destroyed %[3]d stalls and hurt %[4]d traders"},
	{"Bridge at %[1]s open again", "The bridge at %[1]s was opened again after repairs of %[3]d weeks that cost %[4]d million. %[2]s, the engineer, walked over it first. Lorries of more than ten tonnes must still take the ferry.", "The bridge at %[1]s was opened again after repairs that cost %[4]d million, said the engineer, %[2]s"},
	{"Council of %[1]s votes on water", "The council of %[1]s approved a new water tariff by %[3]d votes to %[4]d. The mayor, %[2]s, spoke of a hard evening. Meters will be read from autumn on.", "The council of %[1]s approved a new water tariff by %[3]d votes to %[4]d"},
	{"Bus accident near %[1]s", "%[4]d people died and %[3]d were hurt when a bus left the road near %[1]s in heavy rain. The driver, %[2]s, was pulled out alive. The road was shut until noon.", "%[4]d people died and %[3]d were hurt when a bus left the road near %[1]s"},
	{"Police find rifles at %[1]s", "Police seized %[3]d rifles and %[4]d kilograms of explosives in a house at %[1]s. Officers arrested %[2]s, a trader, at the door. A court will hear the case in spring.", "Police seized %[3]d rifles and arrested the trader %[2]s in a house at %[1]s"},
	{"Flood drives families out of %[1]s", "The river flooded %[1]s at night and drove %[3]d families from their houses. %[2]s of the relief committee counted %[4]d broken wells. Tents arrived by boat.", "The river flooded %[1]s and drove %[3]d families from their houses"},
	{"Clinic opens in %[1]s", "A clinic with %[3]d beds opened in %[1]s after %[4]d years of building. Its first doctor is %[2]s. The nearest hospital had been a day's ride away.", "A clinic with %[3]d beds opened in %[1]s after %[4]d years of building"},
	{"Herders and farmers of %[1]s sign accord", "Herders and farmers of %[1]s signed an accord on grazing after fights that killed %[4]d men. %[2]s read out its %[3]d articles under a tree. Both sides handed over their prisoners.", "Herders and farmers of %[1]s signed an accord of %[3]d articles after fights that killed %[4]d men"},
	{"Power station at %[1]s stands still", "The power station at %[1]s has stood still for %[4]d days for want of fuel, and %[3]d villages are dark. Its director, %[2]s, waits for a tanker. Bakers work by lamp light.", "The power station at %[1]s has stood still for %[4]d days and %[3]d villages are dark"},
	{"Museum of %[1]s gets its masks back", "The museum of %[1]s received %[3]d masks that had been abroad for %[4]d decades. %[2]s, who keeps them, unpacked the first herself. They can be seen from June on.", "The museum of %[1]s received %[3]d masks that had been abroad for %[4]d decades"},
}

var (
	wpPlaces    = strings.Fields("Adramel Bostuga Cereni Dulvaro Eskamin Fentilo Gorvasta Hemerik Istuval Jorbenda Kelmaro Lusteni Mondrava Nefatil Orsovic Pelmidor Quarneda Rustavel Sembrino Tolvashi Ulmeraz Vestaron")
	wpElsewhere = strings.Fields("Zarundel Yestrima Wolkesti Xandoria Zibrenna")
	wpPeople    = []string{"Nadira Tolmayeva", "Osric Fenn", "Salim Barzova", "Ilse Korvath", "Teodor Lamming", "Amara Diskova", "Yusuf Perrand"}
)

// newWPPost makes the nth report. Neighbours in time are of the same kind, with other names and numbers.
func newWPPost(n int, places []string) wpPost {
	kind, place, person := wpKinds[n/2%len(wpKinds)], places[(n*7)%len(places)], wpPeople[n%len(wpPeople)]
	fill := func(s string) string { return trimExtra(fmt.Sprintf(s, place, person, 13+(n*17)%60, 2+n%9)) }
	at := time.Date(2024, 3, 1+n/4*5, 7+n%4*5, 40, 0, 0, time.UTC) // four a day, the last at 22:40
	title := fill(kind.title)
	return wpPost{outlet: n % 2, day: at, title: title, slug: fmt.Sprintf("%s-%d", strings.ReplaceAll(strings.ToLower(title), " ", "-"), 4100+n), text: fill(kind.text), claim: fill(kind.claim)}
}

// trimExtra takes out what a format says of values that it does not print.
func trimExtra(s string) string {
	before, _, _ := strings.Cut(s, "%!(EXTRA")
	return before
}

func wpPosts() (all []wpPost) {
	for n := range 66 {
		all = append(all, newWPPost(n, wpPlaces))
	}
	return all
}

// wpCitation is one citation and the page that it means, "" for none.
type wpCitation struct{ sentence, page string }

// citations are a hundred: eighty of posts, twenty of what was never written, or not on that day, or not by that outlet.
func (p *wordpressPeer) citations() (all []wpCitation) {
	cite := func(claim string, outlet int, day time.Time) string {
		return fmt.Sprintf("%s (%s, %s)", claim, outletNames[outlet], day.Format("January 2, 2006"))
	}
	for i := range 80 {
		post := &p.posts[i%len(p.posts)]
		all = append(all, wpCitation{cite(post.claim, post.outlet, post.day), post.address})
	}
	for i := range 20 {
		post := &p.posts[3*i]
		switch i % 3 {
		case 0: // a report of a kind that the day has, from a place that is in none
			all = append(all, wpCitation{cite(newWPPost(3*i+22*7, wpElsewhere).claim, post.outlet, post.day), ""})
		case 1: // another day
			all = append(all, wpCitation{cite(post.claim, post.outlet, post.day.AddDate(0, 1, 3)), ""})
		default: // the other outlet
			all = append(all, wpCitation{cite(post.claim, 1-post.outlet, post.day), ""})
		}
	}
	return all
}

// desk is a folder with articles that make the citations, ten each, and the settings to look them up.
func (p *wordpressPeer) desk(t *testing.T) (files []string, config string) {
	t.Helper()
	dir := t.TempDir()
	write := writerIn(t, dir)
	all := p.citations()
	for i := 0; i < len(all); i += 10 {
		var b strings.Builder
		fmt.Fprintf(&b, "REPORTS FROM THE COAST, PART %d\n\nIlse Marrandeau\n\n", i/10+1)
		for _, c := range all[i : i+10] {
			b.WriteString(c.sentence + ".\n\n")
		}
		files = append(files, write(fmt.Sprintf("part-%02d.txt", i/10), b.String()))
	}
	var c strings.Builder
	for i, name := range outletNames {
		fmt.Fprintf(&c, "[[outlet]]\nid = %q\nname = %q\nwordpress = %q\n", strings.ReplaceAll(strings.ToLower(name), " ", "-"), name, p.doors[i].URL)
	}
	fmt.Fprintf(&c, "[fetch]\ncontact = \"desk@example.org\"\nwayback = \"none\"\nallow = [%q, %q]\n", p.doors[0].Listener.Addr(), p.doors[1].Listener.Addr())
	return files, write("desk.toml", c.String())
}

// lookUp runs the program in a process of its own. It may be killed.
func (p *wordpressPeer) lookUp(t *testing.T, config, pages string, files []string) (c *exec.Cmd, out, errs *bytes.Buffer) {
	t.Helper()
	c = exec.Command("verify", append([]string{"fetch", "--format", "jsonl", "--pause", "0s", "--config", config, "--pages", pages}, files...)...)
	out, errs = &bytes.Buffer{}, &bytes.Buffer{}
	c.Stdout, c.Stderr = out, errs
	c.Env = append(os.Environ(), "HOME="+filepath.Dir(config), "XDG_CONFIG_HOME=", "XDG_DATA_HOME="+filepath.Dir(config), "VERIFY_LEDGER=")
	return c, out, errs
}

func (p *wordpressPeer) requests() (n int, byAddress map[string]int) {
	byAddress = map[string]int{}
	for _, d := range p.doors {
		d.mu.Lock()
		for address, times := range d.answered {
			byAddress[d.URL+address] += times
			n += times
		}
		d.mu.Unlock()
	}
	return n, byAddress
}

// found reads the verdicts by citation.
func (p *wordpressPeer) found(t *testing.T, out string) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for line := range strings.Lines(out) {
		var l struct {
			Raw, Text, Verdict, Why string
			Page                    *string
			Resolvers               []map[string]any
		}
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		page := l.Verdict
		if l.Page != nil {
			page = *l.Page
		}
		pages[strings.TrimSuffix(l.Text, ".")+"|"+l.Raw] = page
		if testing.Verbose() && l.Page == nil && l.Verdict != "not found" {
			t.Logf("%s: %s: %s %v", l.Text, l.Verdict, l.Why, l.Resolvers)
		}
	}
	return pages
}

// TestWordPress holds that 95 of 100 citations without an address find their page on a real WordPress, that none finds another, that what is
// not there is not found, and that a second run asks nothing.
func TestWordPress(t *testing.T) {
	p := newWordPress(t)
	files, config := p.desk(t)
	pages := filepath.Join(t.TempDir(), "pages.db")
	start := time.Now()
	c, out, errs := p.lookUp(t, config, pages, files)
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errs)
	}
	took := time.Since(start)
	got := p.found(t, out.String())
	right, wrong, present, absent := 0, 0, 0, 0
	for _, want := range p.citations() {
		sentence, cite, _ := strings.Cut(want.sentence, " (")
		page, asked := got[sentence+"|"+strings.TrimSuffix(cite, ")")]
		switch {
		case !asked:
			t.Errorf("%q was not read as a citation", want.sentence)
		case page == want.page && page != "":
			right, present = right+1, present+1
		case want.page == "" && page == "not found":
			right, absent = right+1, absent+1
		case strings.HasPrefix(page, "http"):
			wrong++
			t.Errorf("%q found %s, which it does not mean (%q)", want.sentence, page, want.page)
		default:
			t.Logf("%q: %s, meant %q", want.sentence, page, want.page)
		}
	}
	n, _ := p.requests()
	t.Logf("%d of 100 right (%d pages found, %d absent not found), %d wrong pages, %d requests, %v", right, present, absent, wrong, n, took.Round(time.Millisecond))
	if right < 95 || wrong > 0 {
		t.Errorf("%d of 100 right, %d wrong pages; want 95 and none\n%s", right, wrong, errs)
	}
	c, again, errs := p.lookUp(t, config, pages, files)
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errs)
	}
	if m, _ := p.requests(); m != n || again.String() != out.String() {
		t.Errorf("the second run made %d requests; the same output: %v", m-n, again.String() == out.String())
	}
}

// TestWordPressKilled holds that a run that is killed again and again, at any moment, is completed by the next, and that no request is
// repeated that was answered: at most the one that each host was answering when the process died.
func TestWordPressKilled(t *testing.T) {
	p := newWordPress(t)
	files, config := p.desk(t)
	pages := filepath.Join(t.TempDir(), "pages.db")
	kills := 0
	for _, after := range []int{1, 3, 10, 11, 25, 40} {
		c, _, _ := p.lookUp(t, config, pages, files)
		var once sync.Once
		before, _ := p.requests()
		stop := func(int) {
			if n := p.doors[0].all + p.doors[1].all; n-before >= after {
				once.Do(func() { _ = c.Process.Kill() })
			}
		}
		for _, d := range p.doors {
			d.mu.Lock()
			d.stop = stop
			d.mu.Unlock()
		}
		if err := c.Run(); err != nil {
			kills++
		}
	}
	for _, d := range p.doors {
		d.mu.Lock()
		d.stop = nil
		d.mu.Unlock()
	}
	c, out, errs := p.lookUp(t, config, pages, files)
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errs)
	}
	whole, full, errs := p.lookUp(t, config, pages, files)
	if err := whole.Run(); err != nil || full.String() != out.String() || strings.Count(out.String(), "\n") != 100 {
		t.Errorf("%v: %d citations were looked up\n%s", err, strings.Count(out.String(), "\n"), errs)
	}
	n, byAddress := p.requests()
	again := n - len(byAddress)
	t.Logf("%d kills, %d requests, %d of them again", kills, n, again)
	if kills == 0 || again > 2*kills {
		for _, address := range slices.Sorted(maps.Keys(byAddress)) {
			if byAddress[address] > 1 {
				t.Logf("%d × %s", byAddress[address], address)
			}
		}
		t.Errorf("%d kills, %d requests were repeated; want at most two a kill", kills, again)
	}
}
