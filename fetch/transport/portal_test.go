package transport

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// town is a network in which a test says who answers: each name leads to one server, over TLS at port 443.
type town struct {
	*Transport
	client *http.Client
	clock  *still
	mu     sync.Mutex
	asked  []string // host and path, in order
}

// newTown lets answer say what each host does. dialed, where it is not nil, says what keeps a name from being reached.
func newTown(t *testing.T, answer http.HandlerFunc, dialed func(host string) error, change func(*Options)) *town {
	t.Helper()
	w := &town{clock: newStill()}
	h := http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.asked = append(w.asked, r.Host+r.URL.Path)
		w.mu.Unlock()
		answer(rw, r)
	})
	plain, sealed := httptest.NewServer(h), httptest.NewUnstartedServer(h)
	sealed.Config.ErrorLog = log.New(io.Discard, "", 0) // it would tell of certificates that are refused
	sealed.StartTLS()
	t.Cleanup(plain.Close)
	t.Cleanup(sealed.Close)
	w.Transport, w.client = opened(t, Options{Clock: w.clock, Contact: "desk@example.org", Pause: time.Millisecond}, change)
	w.base.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		host, port, _ := net.SplitHostPort(address)
		if dialed != nil {
			if err := dialed(host); err != nil {
				return nil, err
			}
		}
		to := plain.Listener.Addr().String()
		if port == "443" {
			to = sealed.Listener.Addr().String()
		}
		return (&net.Dialer{}).DialContext(ctx, network, to)
	}
	return w
}

// get gives the status and the error of an address.
func (w *town) get(address string) (int, error) {
	resp, err := w.client.Get(address)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, err
}

// pages are those of what was asked that are no robots.txt.
func (w *town) pages() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.asked), func(a string) bool { return strings.HasSuffix(a, robotsPath) })
}

// login is what a network shows in place of each page: with the address, the time and a number of its own.
func login(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprintf(w, `<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title><script>var from = "http://%s%s"</script></head><body data-nonce="%p"><h1>Welcome, guest</h1>
<form action="/login?to=%[1]s"><p>You wanted %[1]s. Room number: <input name="room"></p></form></body></html>`, r.Host, r.URL.Path, r)
}

func toLogin(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "http://login.hotel-wifi.example/hello?to="+r.Host, http.StatusFound)
}

func wanted(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusNetworkAuthenticationRequired)
}

// except lets some hosts answer as hosts do.
func except(otherwise http.HandlerFunc, hosts ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !slices.Contains(hosts, r.Host):
			otherwise(w, r)
		case r.URL.Path == robotsPath:
			fmt.Fprint(w, "User-agent: *\nDisallow:\n")
		default:
			fmt.Fprint(w, "a page")
		}
	}
}

// TestPortal holds that a network which answers in the place of hosts is found out before a page is asked for, and that hosts which answer oddly by themselves are not
// taken for it.
func TestPortal(t *testing.T) {
	const a, b, c = "http://lab-herald.example/a", "http://port-courier.example/b", "http://archive.example/"
	for _, test := range []struct {
		name      string
		answer    http.HandlerFunc
		kin       bool
		witnesses []string
		addresses []string
		portal    bool
	}{
		{"one page for all", login, false, []string{c}, []string{a, b}, true},
		{"one host alone is asked", login, false, []string{a, c}, []string{a}, true},
		{"nobody else is known", login, false, nil, []string{a, b}, true},
		{"a redirect to one address", toLogin, false, []string{c}, []string{a, b}, true},
		{"511", wanted, false, nil, []string{a}, true},
		{"one host has a page for its robots.txt", except(login, "archive.example"), false, []string{c}, []string{a}, false},
		{"two have the same, a third has not", except(login, "archive.example"), false, []string{c}, []string{a, b}, false},
		{"one host, and nobody else is known", login, false, nil, []string{a}, false},
		{"one host answers 511", except(wanted, "archive.example"), false, []string{c}, []string{a}, false},
		{"hosts of one company lead to it", toLogin, true, []string{a, b}, []string{a, b}, false},
		{"hosts of one site", login, false, nil, []string{"http://www.lab-herald.example/a", "http://sport.lab-herald.example/"}, false},
		{"another's robots.txt", func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == robotsPath && r.Host != "owner.example" {
				http.Redirect(w, r, "http://owner.example/robots.txt", http.StatusMovedPermanently)
			}
		}, false, nil, []string{a, b}, false},
		{"none has one", http.NotFound, false, nil, []string{a, b}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newTown(t, test.answer, nil, func(o *Options) { o.Kin = func(string, string) bool { return test.kin } })
			w.Witness(test.witnesses...)
			var err error
			for _, address := range test.addresses {
				if _, one := w.get(address); errors.Is(one, ErrPortal) {
					err = one
				}
			}
			if found := errors.Is(err, ErrPortal); found != test.portal || (w.Lost() != nil) != test.portal {
				t.Errorf("%v, %v, want a portal: %v", err, w.Lost(), test.portal)
			}
			if test.portal && len(test.witnesses) > 0 && len(w.pages()) > 0 {
				t.Errorf("pages were asked for: %v", w.pages())
			}
		})
	}
}

// TestPortalAtOnce holds that hosts which are asked at one time do not wait for one another, and none of them is asked for a page.
func TestPortalAtOnce(t *testing.T) {
	w := newTown(t, login, nil, nil)
	var addresses []string
	for i := range 40 {
		addresses = append(addresses, fmt.Sprintf("http://paper%d.example/a", i))
	}
	w.Witness(addresses...)
	var all sync.WaitGroup
	for _, address := range addresses {
		all.Go(func() {
			if _, err := w.get(address); !errors.Is(err, ErrPortal) {
				t.Errorf("%s: %v", address, err)
			}
		})
	}
	all.Wait()
	if len(w.pages()) > 0 {
		t.Errorf("pages were asked for: %v", w.pages())
	}
}

// TestPortalBehindKeptRobots holds that robots.txt is asked of the network before a host's pages are, also where what keeps answers has it.
func TestPortalBehindKeptRobots(t *testing.T) {
	w := newTown(t, login, nil, func(o *Options) { o.Cached = func(http.RoundTripper) http.RoundTripper { return allowing{} } })
	w.Witness("http://archive.example/")
	if _, err := w.get("http://lab-herald.example/a"); !errors.Is(err, ErrPortal) || len(w.pages()) > 0 {
		t.Errorf("%v; pages: %v", err, w.pages())
	}
	w = newTown(t, except(login, "lab-herald.example", "port-courier.example"), nil, func(o *Options) { o.Cached = func(http.RoundTripper) http.RoundTripper { return allowing{} } })
	for _, address := range []string{"http://lab-herald.example/a", "http://lab-herald.example/b", "http://port-courier.example/"} {
		if _, err := w.get(address); err != nil {
			t.Error(err)
		}
	}
	if want := []string{"lab-herald.example/robots.txt", "lab-herald.example/a", "lab-herald.example/b", "port-courier.example/"}; !slices.Equal(w.asked, want) {
		t.Errorf("asked %v, want %v", w.asked, want)
	}
}

// allowing has every robots.txt, and it forbids nothing.
type allowing struct{}

// RoundTrip answers with an empty file.
func (allowing) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: http.NoBody, Request: r}, nil
}

// TestLocalFaults holds that what keeps this machine from a host is told as that.
func TestLocalFaults(t *testing.T) {
	unknown := func(string) error { return &net.DNSError{Err: "no such host", Name: "x", IsNotFound: true} }
	unanswered := func(string) error { return &net.DNSError{Err: "server misbehaving", IsTemporary: true} }
	cut := func(string) error { return &net.OpError{Op: "dial", Err: syscall.ENETUNREACH} }
	but := func(host string, f func(string) error) func(string) error {
		return func(h string) error {
			if h == host {
				return nil
			}
			return f(h)
		}
	}
	for _, test := range []struct {
		name    string
		address string
		dialed  func(string) error
		want    error // nil for one that is the host's own
	}{
		{"the certificate of another", "https://lab-herald.example/", nil, ErrCertificate},
		{"no name server", "http://lab-herald.example/", unanswered, ErrUnconnected},
		{"no name server for one name", "http://lab-herald.example/", but("archive.example", unanswered), ErrNetwork},
		{"a name server that knows nobody", "http://lab-herald.example/", unknown, ErrUnconnected},
		{"a name that nobody has", "http://lab-herald.example/", but("archive.example", unknown), nil},
		{"no network", "http://lab-herald.example/", cut, ErrUnconnected},
		{"no way to one host", "http://lab-herald.example/", but("archive.example", cut), ErrNetwork},
		{"a host that refuses", "http://lab-herald.example/", func(string) error { return &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED} }, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newTown(t, except(http.NotFound, "archive.example"), test.dialed, nil)
			w.Witness("http://archive.example/")
			_, err := w.get(test.address)
			if err == nil || test.want == nil && Local(err) || test.want != nil && !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
			if test.want != nil && !errors.Is(KindOf(err.Error()), test.want) {
				t.Errorf("%q is not known again", err)
			}
			if lost := w.Lost(); (lost != nil) != Ends(test.want) {
				t.Errorf("the run ends: %v", lost)
			}
		})
	}
}

// TestNetworkThatGoes holds that a run which has reached a host goes on where there is a way to none for a while.
func TestNetworkThatGoes(t *testing.T) {
	var gone atomic.Bool
	w := newTown(t, http.NotFound, func(string) error {
		if gone.Load() {
			return &net.OpError{Op: "dial", Err: syscall.ENETUNREACH}
		}
		return nil
	}, nil)
	w.Witness("http://archive.example/", "http://port-courier.example/")
	if _, err := w.get("http://lab-herald.example/"); err != nil {
		t.Fatal(err)
	}
	gone.Store(true)
	if err := w.clock.Sleep(t.Context(), 2*honestFor); err != nil {
		t.Fatal(err)
	}
	if _, err := w.get("http://sport.example/"); !errors.Is(err, ErrNetwork) || w.Lost() != nil {
		t.Errorf("%v, %v", err, w.Lost())
	}
	gone.Store(false)
	if _, err := w.get("http://weather.example/"); err != nil {
		t.Error(err)
	}
}

// TestPortalCertificates holds that several hosts with the certificate of one that is none of them are a network in the way; one alone is not.
func TestPortalCertificates(t *testing.T) {
	w := newTown(t, login, nil, nil)
	w.Witness("https://archive.example/")
	if _, err := w.get("https://lab-herald.example/a"); !errors.Is(err, ErrPortal) {
		t.Errorf("%v, want %v", err, ErrPortal)
	}
	var failed *tls.CertificateVerificationError
	w = newTown(t, except(login, "archive.example"), nil, nil)
	w.Witness("http://archive.example/")
	if _, err := w.get("https://lab-herald.example/a"); !errors.Is(err, ErrCertificate) || !errors.As(err, &failed) || w.Lost() != nil {
		t.Errorf("%v, want %v alone", err, ErrCertificate)
	}
	if n := len(w.clock.slept); n > 0 {
		t.Errorf("it was tried again after %v", w.clock.slept)
	}
}
