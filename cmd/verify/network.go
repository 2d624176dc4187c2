package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"example.org/verify/citations/outlets"
	"example.org/verify/fetch/archives"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/transport"
)

// network is what a run asks through: the pages that are kept, and behind them the policy.
type network struct {
	store   *cache.Store
	memory  bool                 // the pages are kept in memory alone
	policy  *transport.Transport // nil offline
	budget  *transport.Budget
	web     *archives.Web
	wayback archives.Wayback
	gates   []archives.TimeGate
	now     func() time.Time // for reading pages
}

// publicWayback is the Wayback Machine's base address.
const publicWayback = "https://web.archive.org"

// open opens the pages and builds the transport. It sends nothing; for an estimate it keeps nothing either.
func (s *netSettings) open(set *settings, estimate bool) (*network, error) {
	path, err := s.pagesPath()
	if err != nil {
		return nil, err
	}
	allow := setOf(s.own.Allow)
	n := &network{budget: transport.NewBudget(s.budget), now: time.Now, wayback: archives.Wayback{Base: waybackBase(s.own.Wayback), Private: allow}}
	if set.now != "" {
		n.now = func() time.Time { return set.time }
	}
	for _, base := range s.own.Timegates {
		n.gates = append(n.gates, archives.TimeGate{Base: strings.TrimSuffix(base, "/") + "/", Private: allow})
	}
	asks := !s.offline && !estimate
	if asks {
		if err := transport.CheckContact(s.own.Contact); err != nil { // before the file is made
			return nil, err
		}
	}
	if estimate {
		path = ""
	}
	open := cache.Open
	if s.offline {
		open = cache.OpenForReading
	}
	n.memory = path == ""
	if n.store, err = open(path); err != nil {
		return nil, err
	}
	if asks {
		if n.policy, err = s.policy(n, allow); err != nil {
			return nil, errors.Join(err, n.store.Close())
		}
	}
	if n.policy == nil {
		n.goOffline()
	} else {
		n.web = archives.NewWeb(n.kept(n.policy))
	}
	return n, nil
}

// keepFor answers with what was got within this time, fresh or not, and asks for the rest. robots.txt is read anew as always.
func (n *network) keepFor(d time.Duration) {
	if n.policy != nil {
		top := n.kept(n.policy)
		top.Least = d
		n.web = archives.NewWeb(top)
	}
}

// goOffline answers from the pages that are kept, and from nothing else.
func (n *network) goOffline() {
	top := n.kept(nil)
	top.Offline = true
	n.web = archives.NewWeb(top)
}

func (s *netSettings) policy(n *network, allow map[string]bool) (*transport.Transport, error) {
	silent, err := n.store.Silent(context.Background(), time.Now())
	if err != nil {
		return nil, err
	}
	return transport.New(transport.Options{Clock: transport.RealClock{}, Contact: s.own.Contact, Version: version, Allow: allow,
		IgnoreRobots: setOf(s.own.IgnoreRobots), Pause: max(s.pause, transport.DefaultPause), Quick: s.pause, Paces: n.paces(), Silent: silent, Kin: kin, Budget: n.budget,
		Cached: func(next http.RoundTripper) http.RoundTripper { return n.kept(next) }})
}

// kin reports whether a registry knows two hosts to be of one outlet or one owner.
func kin(a, b string) bool {
	r := outlets.Default()
	one, other := r.ByDomain(a), r.ByDomain(b)
	return one != nil && other != nil && lastOwner(r, one) == lastOwner(r, other)
}

func lastOwner(r *outlets.Registry, o *outlets.Outlet) *outlets.Outlet {
	if owner := r.UltimateOwner(o.ID); owner != nil {
		return owner
	}
	return o
}

// witness names the hosts that tell whether the network answers for all: one that is asked anyway, the archive, and the others.
func (n *network) witness(asks []archives.Question) {
	if n.policy == nil {
		return
	}
	hosts := n.finder(nil).Firsts(asks)
	if n.wayback.Base != "" {
		hosts = slices.Insert(hosts, min(1, len(hosts)), n.wayback.Base)
	}
	n.policy.Witness(hosts...)
}

// lost is why nothing more is asked and nothing counts that was answered: the network answers for every address, or there is none. nil where neither is so.
func (n *network) lost() error {
	if n.policy == nil {
		return nil
	}
	return n.policy.Lost()
}

// paces are those of the archive; one on a server of the desk's own is asked as that is.
func (n *network) paces() map[string][]transport.Pace {
	paces := n.wayback.Paces()
	for host := range n.wayback.Private {
		delete(paces, host)
	}
	return paces
}

// kept answers from the pages, and asks next for the rest. When a page came is the machine's time, whatever --now says: it is evidence.
func (n *network) kept(next http.RoundTripper) *cache.Transport {
	return &cache.Transport{Store: n.store, Next: next, Now: time.Now, Forever: n.wayback.Forever}
}

// finder looks up with a registry; nil is the embedded one.
func (n *network) finder(r *outlets.Registry) *archives.Finder {
	resolvers := []archives.Resolver{archives.Given{}, archives.DayArchive{}, archives.Sitemaps{}, n.wayback, archives.WaybackFront{Wayback: n.wayback}}
	for _, g := range n.gates {
		resolvers = append(resolvers, g)
	}
	return &archives.Finder{Web: n.web, Resolvers: resolvers, Registry: r, Now: n.now, Clock: time.Now, History: n.store}
}

func (n *network) close() error {
	if n.policy != nil {
		n.policy.Close()
	}
	return errors.Join(n.store.Lost(), n.store.Close())
}

// pagesPath is the file that keeps the pages, "" for none but memory.
func (s *netSettings) pagesPath() (string, error) {
	if s.pages == "none" {
		return "", nil
	}
	if s.pages != "" {
		return s.pages, nil
	}
	ledger, err := defaultLedger()
	if err != nil {
		return "", fmt.Errorf("%w; name the file that is to keep pages with --pages, or keep none with --pages none", err)
	}
	if ledger == "none" {
		return "", nil
	}
	return filepath.Join(filepath.Dir(ledger), "pages.db"), nil
}

// waybackBase is the archive's address: the desk's, "none" for none, else the public one.
func waybackBase(set string) string {
	switch set {
	case "":
		return publicWayback
	case "none":
		return ""
	}
	return strings.TrimSuffix(set, "/")
}

func setOf(names []string) map[string]bool {
	all := make(map[string]bool, len(names))
	for _, n := range names {
		all[strings.ToLower(n)] = true
	}
	return all
}
