package text

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/net/html"
)

// FuzzTags holds that pages are cut as the library cuts them.
func FuzzTags(f *testing.F) {
	pages, _ := filepath.Glob("../../testdata/documents/*/*.html")
	for _, p := range pages {
		if raw, err := os.ReadFile(p); err == nil {
			f.Add(raw)
		}
	}
	for _, s := range []string{
		"a<b c=d e='f>' g=\"h\"/>i</b j>k</>l</ m>n<!-->o<!--->p<!--q--!>r<!s>t<?u>v<w", "<script><!-- <script> </script> --></script>x", "<p a=/><p a=1 a=/><p / b/ =c = d>", "</", "<", "a<1<",
		"<script></SCRIPT\t>a<title>b<i></titles></title><plaintext></plaintext>", "<script><!--x<y</script>z", "<!", "<!-", "<!--", "<!---!>", "<!----!x-->", "<style></style", "<TEXTAREA/><a>",
		"<script><!-->a</script>b<script><!--<script</script>c--></script>d", "<a\x00b\xff='>", "<a b", "<a b=", "<a b='",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { sameTags(t, raw) })
}

func sameTags(t *testing.T, raw []byte) {
	t.Helper()
	theirs, ours := html.NewTokenizer(bytes.NewReader(raw)), tagScanner{s: raw}
	for at := 0; ; {
		want, kind := theirs.Next(), ours.next()
		if want == html.ErrorToken || kind == tagNone {
			if want != html.ErrorToken || kind != tagNone {
				t.Fatalf("%q at %d: %v, %d", raw, at, want, kind)
			}
			return
		}
		at += len(theirs.Raw())
		if ours.end != at {
			t.Fatalf("%q: %v to %d, %d to %d", raw, want, at, kind, ours.end)
		}
		same := map[html.TokenType]tagKind{html.TextToken: tagText, html.StartTagToken: tagStart, html.SelfClosingTagToken: tagStart, html.EndTagToken: tagClose, html.CommentToken: tagOther, html.DoctypeToken: tagOther}
		if same[want] != kind || kind == tagStart && ours.solo != (want == html.SelfClosingTagToken) {
			t.Fatalf("%q: %v before %d is %d, its own end %v", raw, want, at, kind, ours.solo)
		}
	}
}

// TestStamp holds what is kept of tags, and that only the content of a script is left out, not what follows an empty one.
func TestStamp(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<P Class="x" onclick="y" ID=z>a`, `<p Class="x" ID=z>0;`},
		{`<script src=x></script>a<script>b</script>c`, `<script></script>0;<script></script>1;`},
		{`<b data-x=1>a</b x><br/>`, `<b data-x=1>0;</b x><br />`},
		{`<title>a<i></title> <style>b`, "<title>0;</title> <style>"},
		{"<!-- a -->\n<svg><font color=red alt=x>", "<!-- a -->\n<svg><font color=red alt=x>"},
	} {
		p := &page{writer: newWriter(&Text{utf8: []byte(c.page)})}
		got, err := p.stamp(0, t.Context())
		if err != nil || string(got) != c.want {
			t.Errorf("%s\n got %s\nwant %s, %v", c.page, got, c.want, err)
		}
	}
	x := readBytes(t, "x.html", []byte(`<p>First.</p><script src=x></script>Second.<p>Third.</p>`))
	compare(t, x.Clean, "First.\n\nSecond.\n\nThird.")
}
