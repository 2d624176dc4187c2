package archives

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"example.org/verify/citations/outlets"
	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

// Finder looks questions up.
type Finder struct {
	Web       *Web
	Resolvers []Resolver // in their order
	Registry  *outlets.Registry
	Now       func() time.Time // for reading pages: none is of a later day
	Clock     func() time.Time // when a request was made that had no answer; nil is Now
	History   History          // what addresses came to in earlier runs; nil keeps none
	Reads     int              // how many candidates of a resolver are read at most; 0 is 4
}

// History keeps what the addresses that documents give came to, over all runs. An address is called dead by that alone.
type History interface {
	Met(ctx context.Context, address string, before time.Time) ([]fetch.Attempt, error)
	Meet(ctx context.Context, address string, a fetch.Attempt) error
}

// lanes is how many hosts are asked at the same time. Most of the time they wait; pages are read by as many as there are processors.
const lanes = 64

// All looks all questions up, those of one host two at a time, several hosts at a time, and gives the evidence for each in the order
// of the questions. done is told of each, from several goroutines. Where the context ends, the rest is not sought; nothing
// that was answered is lost.
func (f *Finder) All(ctx context.Context, qs []Question, done func(*fetch.Evidence)) []fetch.Evidence {
	out := make([]fetch.Evidence, len(qs))
	groups := f.byHost(qs)
	work := make(chan []int)
	var all sync.WaitGroup
	for range min(lanes, len(groups)) {
		all.Go(func() {
			for group := range work {
				inPairs(group, func(i int) {
					out[i] = f.One(ctx, &qs[i])
					done(&out[i])
				})
			}
		})
	}
	for _, g := range groups {
		work <- g
	}
	close(work)
	all.Wait()
	return out
}

// inPairs hands the questions of one host on, two at a time: while a page of it is read the next is asked for. It is still asked one thing
// at a time, which is the transport's affair.
func inPairs(group []int, one func(i int)) {
	var next atomic.Int64
	var both sync.WaitGroup
	for range min(2, len(group)) {
		both.Go(func() {
			for k := next.Add(1) - 1; k < int64(len(group)); k = next.Add(1) - 1 {
				one(group[k])
			}
		})
	}
	both.Wait()
}

// byHost groups the questions by the host that they ask first, in the order in which hosts come up.
func (f *Finder) byHost(qs []Question) [][]int {
	at := map[string]int{}
	var groups [][]int
	for i := range qs {
		key := ""
		if asks := f.asks(&qs[i]); len(asks) > 0 {
			key = hostOf(asks[0])
		}
		g, ok := at[key]
		if !ok {
			g = len(groups)
			at[key], groups = g, append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

// asks are the addresses that a question may ask first, of all resolvers.
func (f *Finder) asks(q *Question) (all []string) {
	if q.Skip != "" {
		return nil
	}
	for _, r := range f.Resolvers {
		all = append(all, r.Asks(q)...)
	}
	return all
}

// Firsts are the addresses that some questions ask first, one of each host, in the order in which hosts come up.
func (f *Finder) Firsts(qs []Question) (all []string) {
	for _, group := range f.byHost(qs) {
		if asks := f.asks(&qs[group[0]]); len(asks) > 0 {
			all = append(all, asks[0])
		}
	}
	return all
}

// Asks reports whether a question is one that anything would be asked for.
func (f *Finder) Asks(q *Question) bool { return len(f.asks(q)) > 0 }

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return transport.HostPort(u)
}

func (f *Finder) reads() int {
	if f.Reads > 0 {
		return f.Reads
	}
	return 4
}

// One looks one question up. A page that the program fails on ends its own question, not the run.
func (f *Finder) One(ctx context.Context, q *Question) (ev fetch.Evidence) {
	s := &search{Finder: f, q: q, log: &Log{Now: f.clock()}}
	defer func() {
		if failure := recover(); failure != nil {
			ev = fetch.Evidence{Result: support.Result{Verdict: support.Blocked, Why: fmt.Sprintf("verify fails on what came, which is a fault of its own: %v", failure)}, Attempts: s.log.Attempts, Resolvers: s.said}
		}
	}()
	switch {
	case q.Skip != "":
		return fetch.Evidence{Result: support.Result{Verdict: support.NotSought, Why: q.Skip}}
	case ctx.Err() != nil:
		return fetch.Evidence{Result: support.Result{Verdict: support.NotSought, Why: ended}}
	}
	for _, r := range f.Resolvers {
		if s.try(ctx, r) {
			break
		}
	}
	ev = s.end()
	ev.Attempts, ev.Resolvers = s.log.Attempts, s.said
	if ev.NotKept = s.unkept && ev.Verdict == support.NotSought; ev.NotKept {
		ev.Why = "it is not among the pages that are kept; without --offline it is asked for"
	}
	s.remember(ctx, &ev)
	return ev
}

func (f *Finder) clock() func() time.Time {
	if f.Clock != nil {
		return f.Clock
	}
	return f.Now
}

// remember puts down what the address that is given came to, and tells what it came to before. What cannot be put down is no reason to
// lose the evidence: the pages themselves are kept in the same file, and that they cannot be is an error of the request.
func (s *search) remember(ctx context.Context, ev *fetch.Evidence) {
	ev.Met = s.met
	if s.q.Address == "" || s.History == nil {
		return
	}
	ctx = context.WithoutCancel(ctx)
	before := s.met.At
	if s.met.Outcome == "" {
		before = s.clock()()
	}
	earlier, err := s.History.Met(ctx, s.q.Address, before)
	if err == nil {
		ev.Earlier = earlier
		if s.met.Outcome != "" {
			err = s.History.Meet(ctx, s.q.Address, s.met)
		}
	}
	if err != nil {
		ev.Resolvers = append(ev.Resolvers, fetch.Resolved{Name: "earlier runs", Why: err.Error()})
	}
}

// search is one question on its way through the resolvers.
type search struct {
	*Finder
	q       *Question
	log     *Log
	said    []fetch.Resolved
	found   *fetch.Evidence // the page
	address *fetch.Evidence // what the given address came to, where it shows no page
	asked   bool            // a resolver could say whether there is a page
	worst   fetch.State     // of what kept one from saying it
	why     string          // of that
	unkept  bool            // something is not kept that an offline run does not ask for
	open    int             // how often one was kept from it
	met     fetch.Attempt   // what the given address came to; zero where it was not asked
	closed  bool            // nothing more may be asked: the run has ended, or the address is one that no other host should be told of
}

// try asks one resolver, and reports whether the search is over.
func (s *search) try(ctx context.Context, r Resolver) bool {
	cs, why, err := r.Find(ctx, s.Web, s.q, s.log)
	if err != nil {
		why = s.failed(err)
	}
	answered := err == nil && len(cs) == 0 && len(r.Asks(s.q)) > 0
	s.asked = s.asked || answered
	if len(cs) > 0 {
		s.order(cs)
		open := s.open
		why = s.read(ctx, cs)
		answered = s.open == open
	}
	s.said = append(s.said, fetch.Resolved{Name: r.Name(), Why: why, Answered: answered, Archive: keepsCopies(r)})
	return s.found != nil || s.closed
}

// keepsCopies reports whether a resolver asks an archive of other people's pages.
func keepsCopies(r Resolver) bool {
	switch r.(type) {
	case Wayback, WaybackFront, TimeGate:
		return true
	}
	return false
}

// ended is said of what was not asked, or not answered, because the run was stopped.
const ended = "the run was ended before"

// failed remembers the worst of what kept a resolver from its answer, and says it.
func (s *search) failed(err error) string {
	why := err.Error()
	if errors.Is(err, context.Canceled) {
		why = ended
	}
	state := errorState(err)
	if own := (*stateError)(nil); errors.As(err, &own) {
		state = own.state
	}
	s.unkept = s.unkept || errors.Is(err, cache.ErrOffline)
	s.closed = s.closed || ends(err) || errors.Is(err, transport.ErrAddress) || errors.Is(err, transport.ErrGuard)
	s.blame(state, why)
	return why
}

// severity orders the states that leave a question open.
var severity = []fetch.State{"", fetch.Unreadable, fetch.Refused, fetch.Robots, fetch.Paywalled, fetch.Unreachable, fetch.RateLimited, fetch.NotTried}

func (s *search) blame(state fetch.State, why string) {
	s.open++
	if slices.Index(severity, state) > slices.Index(severity, s.worst) {
		s.worst, s.why = state, why
	}
}

// order puts first what is most likely the page. Captures of one address go by their distance from the cited day.
func (s *search) order(cs []Candidate) {
	day, dated := s.q.Day()
	if s.q.Address == "" || !cs[0].copied() {
		rank(cs, s.q.Text, day)
		return
	}
	if !dated {
		return
	}
	slices.SortStableFunc(cs, func(a, b Candidate) int {
		return int((a.Captured.Sub(day).Abs() - b.Captured.Sub(day).Abs()) / time.Second)
	})
}

// read reads the first of the candidates until one carries the claim, and keeps the best that fits. It gives the reason where none does.
func (s *search) read(ctx context.Context, cs []Candidate) (why string) {
	best, fit, tried := (*fetch.Evidence)(nil), 0.0, 0
	var other string
	for i := range cs[:min(len(cs), s.reads())] {
		c := &cs[i]
		ev, state, err := s.judge(ctx, c)
		if err != nil {
			if why = s.failed(err); ends(err) {
				return why
			}
			s.givenFails(c, errorState(err), why)
			continue
		}
		tried++
		if v := state.Verdict(); v != "" || ev.Verdict == support.Blocked {
			if v != support.Gone && !(c.copied() && state == fetch.Unreadable) { // an archive without the copy leaves nothing open
				s.blame(state, ev.Why)
			}
			s.givenFails(c, state, ev.Why)
			other = cmp.Or(other, string(state)+", "+ev.Why)
			continue
		}
		if n := s.fits(c, ev); n > fit {
			best, fit = ev, n
		} else if best == nil && other == "" {
			other = fmt.Sprintf("“%s” is %s: %s", ev.Title, ev.Verdict, ev.Why)
		}
		if ev.Verdict == support.Supported && best == ev {
			break
		}
	}
	if best != nil {
		s.found = best
		return ""
	}
	s.asked = s.asked || tried > 0
	switch {
	case tried == 0:
		return why
	case s.given(&cs[0]):
		return other
	}
	return strings.TrimSuffix(fmt.Sprintf("%d of %d pages were read and none fits; %s", tried, len(cs), other), "; ")
}

// givenFails keeps what the given address itself came to.
func (s *search) givenFails(c *Candidate, state fetch.State, why string) {
	if s.given(c) {
		verdict := state.Verdict()
		if verdict == "" {
			verdict = support.Blocked
		}
		s.address = &fetch.Evidence{Result: support.Result{Verdict: verdict, Why: string(state) + ": " + why}, Page: c.Address}
	}
}

// meet keeps how the given address was met in the end, i being its request in the log.
func (s *search) meet(c *Candidate, i int) {
	if s.given(c) && i >= 0 && s.log.Attempts[i].Outcome != string(fetch.NotTried) {
		s.met = s.log.Attempts[i]
	}
}

func (s *search) given(c *Candidate) bool { return !c.copied() && c.Address == s.q.Address }

// end is the evidence of a search that is over.
func (s *search) end() fetch.Evidence {
	open := support.Result{Verdict: s.worst.Verdict(), Why: s.why}
	switch {
	case s.found != nil:
		return *s.found
	case s.address != nil:
		return *s.address
	case s.worst != "":
		return fetch.Evidence{Result: open}
	case !s.asked:
		return fetch.Evidence{Result: support.Result{Verdict: support.NotSought, Why: "no resolver could ask for it"}}
	}
	return fetch.Evidence{Result: support.Result{Verdict: support.NotFound, Why: "no resolver found a page that fits"}}
}
