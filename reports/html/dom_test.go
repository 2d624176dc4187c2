package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/verify/score"
)

// dom parses a page as a browser does.
func dom(t interface{ Fatal(...any) }, page string) *html.Node {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// elements lists the elements below a node in document order, as far as keep says.
func elements(root *html.Node, keep func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && keep(n) {
			list = append(list, n)
		}
	}
	return list
}

func named(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

func classed(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return strings.Contains(" "+attr(n, "class")+" ", " "+class+" ") }
}

// content is the text below a node, that of elements which skip names left out.
func content(n *html.Node, skip func(*html.Node) bool) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type == html.ElementNode && skip(n) {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(content(c, skip))
	}
	return b.String()
}

// sound reports what is wrong with a page, whatever its documents hold: what could run, fetch or lead nowhere.
func sound(t interface {
	Errorf(string, ...any)
	Fatal(...any)
}, page string) *html.Node {
	root := dom(t, page)
	ids := map[string]bool{}
	for _, n := range elements(root, func(*html.Node) bool { return true }) {
		if !allowed[n.Data] {
			t.Errorf("the page has an element %q", n.Data)
		}
		if id := attr(n, "id"); id != "" && ids[id] {
			t.Errorf("two elements have the id %q", id)
		} else if id != "" {
			ids[id] = true
		}
		checkAttributes(t, n)
	}
	for _, n := range elements(root, named("a")) {
		if to, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && !ids[to] {
			t.Errorf("a link leads to %q, which is nowhere", to)
		}
	}
	inline(t, root, "script", script)
	inline(t, root, "style", style)
	if i := strings.IndexFunc(page, turns); i >= 0 {
		t.Errorf("the page has a character that turns the direction of writing: %q", page[max(0, i-20):i+10])
	}
	return root
}

// allowed are the elements that the templates print.
var allowed = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(`html head meta title style body a header p b main section h1 h2 h3 h4 ol ul li svg desc line rect text path
		circle g time bdi span nav div small article form label select option output figure figcaption details summary table thead tbody tr th td
		dl dt dd footer kbd input script code pre button mark abbr blockquote q br`) {
		m[name] = true
	}
	return m
}()

func checkAttributes(t interface{ Errorf(string, ...any) }, n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "action", a.Key == "formaction", a.Key == "xlink:href", a.Key == "srcdoc", a.Key == "ping":
			t.Errorf("<%s> has an attribute %s=%q", n.Data, a.Key, a.Val)
		case a.Key == "href" && !harmlessLink(a.Val):
			t.Errorf("a link leads to %q", a.Val)
		case a.Key == "http-equiv" && a.Val != "Content-Security-Policy":
			t.Errorf("a meta element says %q", a.Val)
		}
	}
}

func harmlessLink(to string) bool {
	for _, start := range []string{"#", "data:text/csv;charset=utf-8;base64,", "http://", "https://"} {
		if strings.HasPrefix(to, start) {
			return true
		}
	}
	return false
}

// inline holds that the page has one script or style, and that it is its own.
func inline(t interface{ Errorf(string, ...any) }, root *html.Node, name, want string) {
	list := elements(root, named(name))
	if len(list) != 1 || list[0].FirstChild == nil || list[0].FirstChild.Data != want {
		t.Errorf("the page has %d %s elements, or one that is not its own", len(list), name)
	}
}

func TestSampleIsSound(t *testing.T) {
	o := fixed
	for _, about := range []func(*score.Analysis) About{nil, sampleAbout} {
		o.About = about
		sound(t, write(t, o, sample(t)))
		sound(t, write(t, o, sample(t), lookedUp(t), sample(t)))
		sound(t, write(t, o))
	}
}
