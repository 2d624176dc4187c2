package browser

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/reports/html"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// analyse takes a text through the program, without a ledger.
func analyse(t *testing.T, name, content string) *score.Analysis {
	t.Helper()
	txt, err := text.Parse(name, []byte(content), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	published, _ := dates.ParseISO("2018-05-18")
	doc := citations.Parse(txt, citations.Options{Names: outlets.Default(), Published: published, PublishedBy: "flag"})
	env := score.Env{Registry: outlets.Default(), Before: rules.FindEvents(doc).Before}
	a := score.Analyse(doc, env, score.Count(doc, env))
	a.Findings = rules.Check(doc, a, rules.Options{})
	return a
}

// report is the page of some documents.
func report(t *testing.T, o html.Options, docs ...*score.Analysis) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, slices.Values(docs), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// article is a text with claims of every level, notes, and things to find.
const article = `LIBYA: A WELL WITHOUT WATER

Nadira Tolmayeva

Two families fought over the last deep well of Traghen on May 11. The fights killed at least 18 villagers, according to aid agencies (CAJ News, May 15; Koaci, May 14). The fights were worst at the old fort, where the guards of the well live (Libya Observer, May 13; Alnabaa, April 14).

The guard was hired in 2013 by the town council and lost 40 men in its first year [1]. Its commander was arrested in October, "a thief among thieves" as one minister put it (Libya Herald, December 3, 2018).

Nobody counts the wells, but 2,000 of them are said to have been dug by hand last year [7].

NOTES

1. Jane Roe, The Brigades of Sebha, 2016. https://example.org/brigades
2. John Doe, Another Book, 2015.
`

// visit is one page in a browser, and what the browser said about it.
type visit struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	said     []string // console messages, exceptions, entries of the log
	requests []string
}

// open serves a page, opens it in a new browser of the given width and waits until it is there. before runs ahead of it.
func open(t *testing.T, page []byte, width int64, before ...chromedp.Action[chromedp.Void]) *visit {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(page)
	}))
	t.Cleanup(server.Close)
	v := &visit{t: t, ctx: start(t)}
	if err := chromedp.Listen(v.ctx, v.hear); err != nil {
		t.Fatal(err)
	}
	v.do(enable, chromedp.EmulateViewport(width, 800))
	v.do(before...)
	v.do(chromedp.Navigate(server.URL), chromedp.WaitReady(chromedp.CSS("main")))
	return v
}

// start starts a browser, or skips the test where there is none.
func start(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); name != "" && err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("Chromium is missing: apt-get install chromium, or name it in $CHROMIUM")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("user-data-dir", t.TempDir())))
	t.Cleanup(cancel)
	return ctx
}

// enable asks the browser to tell what it does.
func enable(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
	var none chromedp.Void
	if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
		return none, err
	}
	if _, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{}); err != nil {
		return none, err
	}
	_, err := cdp.Call(ctx, t, runtime.Enable, cdp.Empty{})
	return none, err
}

func (v *visit) hear(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		v.requests = append(v.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		v.said = append(v.said, fmt.Sprint("console.", e.Type))
	case *runtime.EventExceptionThrown:
		v.said = append(v.said, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		v.said = append(v.said, e.Entry.Text)
	}
}

func (v *visit) do(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	if err := chromedp.Do(v.ctx, steps...); err != nil {
		v.t.Fatal(err)
	}
}

// eval is what an expression gives on the page.
func eval[T any](v *visit, expression string) T {
	v.t.Helper()
	got, err := chromedp.Run(v.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// want holds that an expression is true on the page, within two seconds.
func (v *visit) want(what, expression string) {
	v.t.Helper()
	for range 40 {
		if eval[bool](v, expression) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	v.t.Errorf("not so: %s (%s)", what, expression)
}

// quiet holds that the page asked for nothing but itself and that the browser had nothing to say about it.
func (v *visit) quiet() {
	v.t.Helper()
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.requests) != 1 {
		v.t.Errorf("%d requests, want one: %s", len(v.requests), strings.Join(v.requests, " "))
	}
	if len(v.said) > 0 {
		v.t.Errorf("the browser says: %s", strings.Join(v.said, "\n"))
	}
}

// loaded is in how many milliseconds the page loaded.
func (v *visit) loaded() float64 {
	v.t.Helper()
	return eval[float64](v, "performance.getEntriesByType('navigation')[0].loadEventEnd")
}

// scheme is a page in light or dark.
func scheme(name string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		return none, err
	}
}

// withoutScript switches the page's script off.
func withoutScript(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
	_, err = cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return none, err
}

// counting defines hit, which hostile content calls, before the page is there.
func counting(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
	_, err = cdp.Call(ctx, t, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{
		Source: "window.hits = 0; window.hit = () => { window.hits++ }"})
	return none, err
}
