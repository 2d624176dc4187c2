package archives

// Estimate is what a run may come to.
type Estimate struct {
	Questions   int // in all
	Sought      int // of them
	Hosts       int
	Least, Most int             // requests, if nothing is kept
	ByHost      map[string]Load // at most, by host:port
}

// Load is what one host may be asked for at most.
type Load struct {
	Asks  int // lists, indexes and addresses that are given
	Reads int // pages that these lead to
}

// Estimate counts before a run.
func (f *Finder) Estimate(qs []Question) Estimate {
	e := Estimate{Questions: len(qs), ByHost: map[string]Load{}}
	first, asked := map[string]bool{}, map[string]bool{}
	for i := range qs {
		asks := f.asks(&qs[i])
		if len(asks) == 0 {
			continue
		}
		e.Sought++
		first[asks[0]] = true
		for _, a := range asks {
			load := e.ByHost[hostOf(a)]
			if !asked[a] {
				load.Asks++
			}
			load.Reads += f.reads()
			e.ByHost[hostOf(a)], asked[a] = load, true
		}
	}
	for _, l := range e.ByHost {
		e.Most += 1 + l.Asks + l.Reads // robots.txt
	}
	e.Hosts, e.Least = len(e.ByHost), len(first)+min(len(first), 1)
	e.Most = max(e.Most, e.Least)
	return e
}
