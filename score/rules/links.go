package rules

import (
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// linkText is the article that the examples of link.* share. What was seen at its address tells example and near miss apart.
const linkText = "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018, https://www.libyaherald.com/2018/05/ministers-meet"

var linkDead = Rule{
	ID:       "link.dead",
	Severity: score.Warning,
	Title:    "The page is not at its address any more",
	Doc: `The address that the citation gives was asked for, and the page was not there. The message says on which days, and where the nearest capture is. No answer at all (the
network, a server that is down) is raised from the second day on that lies three days after the first. Three failures, each three days after the one before, make an error. A host that
refuses, or asks for silence, says nothing about the page.`,
	Why:      "A reader who wants to check the source finds nothing, and nobody can tell what stood there.",
	Example:  linkText,
	NearMiss: linkText,
	Seen:     "the address answers 404, “not found”, and an archive has a capture of 5 May 2018",
	NearSeen: "the address refuses the request (403)",
	Cure:     "Cite the capture beside the address, or give the address at which the page stands now.",
	Source:   "The practice of InternetArchiveBot (an address is dead after three failures, three days apart); The Chicago Manual of Style, on addresses that have gone",
	run: func(p *pass) {
		p.eachLink(func(x *answered, l *link) {
			if l.kind != "dead" {
				return
			}
			f := p.report(x.at(), p.addressSpan(x), "the address of "+x.cited()+" "+l.failed()+x.elsewhere(), x.instead())
			if _, own := p.opt.Severity[p.rule.ID]; l.dead && !own {
				f.Severity = score.Error
			}
		})
	},
}

var linkSoft404 = Rule{
	ID:       "link.soft-404",
	Severity: score.Warning,
	Title:    "The address answers, but not with the page",
	Doc: `The server answers as if all were well, with a page that says it is not there, the same page that it shows for an address nobody has made, its home page, or a domain that
is for sale.`,
	Why:      "The link looks alive in every list of links, and the reader still finds nothing.",
	Example:  linkText,
	NearMiss: linkText,
	Seen:     "the address answers 200, with a page that says “Oops! That page can’t be found”",
	NearSeen: "the address answers with the page",
	Cure:     "Cite a capture beside the address, or give the address at which the page stands now.",
	Source:   "Bar-Yossef, Broder, Kumar, Tomkins, “Sic Transit Gloria Telae” (WWW 2004), on soft 404s",
	run: func(p *pass) {
		p.eachLink(func(x *answered, l *link) {
			if l.kind == "soft" {
				p.report(x.at(), p.addressSpan(x), "the address of "+x.cited()+" "+l.failed()+x.elsewhere(), x.instead())
			}
		})
	},
}

var linkMoved = Rule{
	ID:       "link.moved",
	Severity: score.Warning,
	Title:    "The page has moved to another address",
	Doc: `The address that the citation gives leads to another one. http and https, www and a last slash are no difference. The mend is offered where the page that is there now carries
the claim.`,
	Why:      "A redirect lasts as long as somebody keeps it; the new address lasts longer.",
	Example:  linkText,
	NearMiss: linkText,
	Seen:     "the address leads to https://libyaherald.com/archive/ministers-meet, which carries the claim",
	NearSeen: "the address leads to https://libyaherald.com/2018/05/ministers-meet/, which is the same but for www and the slash",
	Cure:     "Print the new address; the edit does where the page carries the claim.",
	Source:   "RFC 9110, section 15.4 (Redirection)",
	run: func(p *pass) {
		p.eachLink(func(x *answered, l *link) {
			if l.kind != "moved" {
				return
			}
			f := p.report(x.at(), p.addressSpan(x), "the address of "+x.cited()+" leads to "+x.ev.Page, "look whether this is the page, and print its address: "+x.ev.Page)
			if at := p.printedAddress(x); x.ev.Verdict == support.Supported && !at.Empty() {
				f.Suggestion, f.Edit = x.ev.Page, &citations.Edit{Span: at, Text: x.ev.Page}
			}
		})
	},
}

var linkUnarchived = Rule{
	ID:       "link.unarchived",
	Severity: score.Warning,
	Title:    "No archive holds the page",
	Doc: `An archive was really asked for the address that the citation gives, and it has no capture that shows the page. An archive is asked where the page itself cannot be read
(a wall, a refusal, no answer), so this is raised there alone. What link.dead and link.soft-404 say is not said again.`,
	Why:      "If the page goes, nothing shows what stood there.",
	Example:  linkText,
	NearMiss: linkText,
	Seen:     "the address refuses the request (403), and the Wayback Machine has no capture of it",
	NearSeen: "the address refuses the request (403), and the Wayback Machine did not answer",
	Cure:     "Have the page archived while it stands (web.archive.org/save), or keep a copy.",
	Source:   "Zittrain, Albert, Lessig, “Perma: Scoping and Addressing the Problem of Link and Reference Rot” (2014)",
	run: func(p *pass) {
		p.eachLink(func(x *answered, l *link) {
			if none := x.unarchived(); l.kind == "" && len(none) > 0 {
				p.report(x.at(), p.addressSpan(x), "no capture of the address of "+x.cited()+" is known; asked: "+list(none), "have the page archived while it stands, or keep a copy")
			}
		})
	},
}

// link is what the address that a citation gives has come to.
type link struct {
	kind   string          // dead, soft, moved, "" for none of them
	dead   bool            // it failed three times, three days apart
	failed func() string   // how and when it failed, in words
	counts []fetch.Attempt // the failures that count
}

// eachLink calls f for each citation whose own address was met, in this run or before.
func (p *pass) eachLink(f func(x *answered, l *link)) {
	p.oncePerCitation(func(x *answered) bool {
		met := x.ev.Addressed()
		if x.cit.URL == "" || len(met) == 0 {
			return false
		}
		f(x, newLink(x, met))
		return true
	})
}

// newLink tells the kind of a link. Time is that of the last attempt: all that was met counts.
func newLink(x *answered, met []fetch.Attempt) *link {
	last := &met[len(met)-1]
	l := &link{counts: fetch.Failures(met, last.At), dead: fetch.Dead(met, last.At)}
	l.failed = func() string { return sayFailures(l.counts) }
	switch state := fetch.State(last.Outcome); {
	case l.dead, state == fetch.Gone, state == fetch.Unreachable && len(l.counts) > 1:
		l.kind = "dead"
	case state == fetch.SoftGone, state == fetch.Home, state == fetch.Parked:
		l.kind = "soft"
	case state == fetch.Moved && x.ev.Capture == "" && x.ev.Page != "" && x.ev.Page != x.cit.URL:
		l.kind = "moved"
	}
	return l
}

// failures are the words for how an address failed.
var failures = map[fetch.State]string{
	fetch.Gone:        "was not found on ",
	fetch.SoftGone:    "showed a page that says it is not there on ",
	fetch.Home:        "led to the home page on ",
	fetch.Parked:      "led to a domain that is for sale on ",
	fetch.Unreachable: "gave no answer on ",
}

// sayFailures says how an address failed and on which days: "was not found on 3 May and 9 May 2018 and gave no answer on 14 May 2018".
func sayFailures(counts []fetch.Attempt) string {
	var parts []string
	for i := 0; i < len(counts); {
		var days []time.Time
		how := counts[i].Outcome
		for ; i < len(counts) && counts[i].Outcome == how; i++ {
			days = append(days, counts[i].At)
		}
		parts = append(parts, failures[fetch.State(how)]+sayDays(days))
	}
	return list(parts)
}

// elsewhere says where the page was found instead.
func (x *answered) elsewhere() string {
	switch none := x.unarchived(); {
	case x.ev.Capture != "":
		said := "; the nearest capture is of " + sayTime(x.ev.Captured)
		if days, ok := x.sinceCited(x.ev.Captured); ok {
			said += ", " + sinceSaid(days)
		}
		return said + ": " + x.ev.Capture
	case x.standsElsewhere():
		return "; a page that fits stands at " + x.ev.Page
	case len(none) > 0:
		return "; no capture of it is known (asked: " + list(none) + ")"
	}
	return ""
}

func (x *answered) standsElsewhere() bool { return x.read() && x.ev.Page != x.cit.URL }

func (x *answered) instead() string {
	switch {
	case x.ev.Capture != "":
		return "cite the capture beside the address"
	case x.standsElsewhere():
		return "look whether this is the page, and print its address"
	}
	return "look where the page is now, or give another source"
}

// unarchived are the archives that were asked for the address of a citation and have no capture that shows the page; nil where one has.
func (x *answered) unarchived() (names []string) {
	if x.cit.URL == "" || x.ev.Capture != "" {
		return nil
	}
	for _, r := range x.ev.Resolvers {
		if r.Archive && r.Answered && r.Why != "" {
			names = append(names, r.Name)
		}
	}
	return names
}

// printedAddress is where the address of a citation is printed letter by letter; empty where it is mended, hidden behind a word or printed twice.
func (p *pass) printedAddress(x *answered) (at citations.Span) {
	if x.cit.Note < 0 {
		return p.addressIn(x.cit.Span, x.cit.URL)
	}
	for _, u := range x.art.Notes[x.cit.Note].URLs {
		if u.Address == x.cit.URL && string(p.doc.Text.Raw[u.Span.Start:u.Span.End]) == u.Address {
			return u.Span
		}
	}
	return citations.Span{}
}

// addressSpan is where a finding about an address is shown: at the address where it is printed, else at the citation.
func (p *pass) addressSpan(x *answered) citations.Span {
	if at := p.printedAddress(x); !at.Empty() {
		return at
	}
	return x.cit.Span
}

// addressIn finds an address within a citation, where it stands once.
func (p *pass) addressIn(s citations.Span, address string) citations.Span {
	raw := string(p.doc.Text.Raw[s.Start:s.End])
	i := strings.Index(raw, address)
	if i < 0 || address == "" || strings.LastIndex(raw, address) != i {
		return citations.Span{}
	}
	return citations.Span{Start: s.Start + i, End: s.Start + i + len(address)}
}
