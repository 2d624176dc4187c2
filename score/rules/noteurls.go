package rules

import (
	"fmt"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var noteURLMissing = Rule{
	ID:       "note.url-missing",
	Severity: score.Warning,
	Title:    "The note says “Available here” and has no address",
	Doc:      "A note points to an address that the text does not have: the link behind “here” was lost.",
	Why:      "On paper, in a text file and in a database the link is gone.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018. Available here.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018. Available at: https://www.libyaherald.com/ministers-meet",
	Cure:     "Print the address.",
	Source:   "The Chicago Manual of Style, on URLs in citations",
	run: func(p *pass) {
		p.defects(citations.URLMissing, func(d *citations.Defect) {
			p.report(place(d), d.Span, "an address is announced and none is printed", "print the address")
		})
	},
}

var noteURLBroken = Rule{
	ID:       "note.url-broken",
	Severity: score.Warning,
	Title:    "An address is broken",
	Doc:      `A blank stands in the address; or a hyphen of a line's end, where joining the parts gives a word of the note's own title; or it cannot be read as an address.`,
	Why:      "Nobody reaches the page, and no archive can be asked for it.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018, https://www.libyaherald.com/2018/05/ ministers-meet-in-tripoli.html",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018, https://www.libyaherald.com/2018/05/ministers-meet-in-tripoli.html",
	Cure:     "Take the blank or the hyphen out; the edit does.",
	Source:   "The Chicago Manual of Style, on URLs that run over a line",
	run: func(p *pass) {
		p.defects(citations.URLBroken, func(d *citations.Defect) {
			message := "a blank or a line's end stands in the address"
			switch d.Detail {
			case "hyphen":
				message = "a hyphen of a line's end stands in the address"
			case "parse":
				message = "this cannot be read as an address"
			}
			cure := "check the address"
			if d.Edit != nil {
				cure = d.Edit.Text
			}
			p.report(place(d), d.Span, message, cure).Edit = d.Edit
		})
	},
}

var noteDateConflict = Rule{
	ID:       "note.date-conflict",
	Severity: score.Warning,
	Title:    "The printed date and the date in the address differ",
	Doc: `A note prints one day, and the address that it gives bears another; or a citation in the text does, and the address of its link is more than a day away (a page
of the evening is dated by where it is read); or a note says that the page was looked at before the day that it prints.`,
	Why:      "One of the two is wrong, or the address is that of another item.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 5, 2018, https://www.libyaherald.com/2018/05/02/ministers-meet",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 2, 2018, https://www.libyaherald.com/2018/05/02/ministers-meet",
	Cure:     "Look at the page and print its date.",
	Source:   "House rule",
	run: func(p *pass) {
		p.linkedDays()
		p.eachArticle(func(a int, art *citations.Article) {
			for n := range art.Notes {
				note := &art.Notes[n]
				p.lookedUpTooEarly(a, n, note)
				if note.Date == nil || note.Date.Precision != dates.Day || !dated(note.Date) || len(note.URLs) == 0 || len(note.Citations) > 1 {
					continue
				}
				if day, ok := dayInAddress(note.URLs[0].Address, note.Date.From.Y); ok && day != note.Date.From && !rangeCovers(note.Date, day) {
					p.report(onNote(a, n), note.DateSpan, fmt.Sprintf("dated %s, and the address says %s", say(note.Date), sayYmd(day)), "look at the page and print its date")
				}
			}
		})
	},
}

// linkedDays holds the days of citations in the text against those in the addresses of their links.
func (p *pass) linkedDays() {
	p.eachCitation(func(a, k int, _ *citations.Article, c *citations.Citation) {
		if c.Kind != citations.Inline || c.URL == "" || !dated(c.Date) || c.Date.Precision != dates.Day {
			return
		}
		day, ok := dayInAddress(c.URL, c.Date.From.Y)
		if !ok || rangeCovers(c.Date, day) {
			return
		}
		printed, _ := c.Date.First()
		if apart := printed.Sub(time.Date(day.Y, time.Month(day.M), day.D, 0, 0, 0, 0, time.UTC)).Abs(); apart > 24*time.Hour {
			p.report(onCitation(a, k), c.Span, fmt.Sprintf("dated %s, and the address says %s", say(c.Date), sayYmd(day)), "look at the page and print its date")
		}
	})
}

func rangeCovers(d *dates.Date, day dates.Ymd) bool {
	t := time.Date(day.Y, time.Month(day.M), day.D, 0, 0, 0, 0, time.UTC)
	first, ok := d.First()
	last, known := d.Last()
	return ok && known && !t.Before(first) && !t.After(last)
}

// dayInAddress reads the day that an address bears: /2018/05/02/, 2018-05-02, 02.05.2018 or 20180502, the last only in a year next to the
// given one, since such numbers may count something else. An archive's time of capture is none.
func dayInAddress(address string, year int) (dates.Ymd, bool) {
	if i := strings.Index(address, "/web/"); i >= 0 && strings.Contains(address[:i], "archive") {
		_, address, _ = strings.Cut(address[i+len("/web/"):], "/")
	}
	address = strings.ReplaceAll(address, "%20", " ")
	runs := numbers(address)
	for i, r := range runs {
		if near := r.v/10000 - year; r.n == 8 && near >= -1 && near <= 1 && plausible(r.v/10000, r.v/100%100, r.v%100) {
			return dates.Ymd{Y: r.v / 10000, M: r.v / 100 % 100, D: r.v % 100}, true
		}
		if i+2 >= len(runs) || !joined(address, runs[i], runs[i+1], runs[i+2]) {
			continue
		}
		x, y, z := runs[i], runs[i+1], runs[i+2]
		switch {
		case x.n == 4 && y.n <= 2 && z.n <= 2 && plausible(x.v, y.v, z.v):
			return dates.Ymd{Y: x.v, M: y.v, D: z.v}, true
		case x.n <= 2 && y.n <= 2 && z.n == 4 && plausible(z.v, y.v, x.v) && (x.v > 12 || x.v == y.v || address[x.end] == '.'):
			return dates.Ymd{Y: z.v, M: y.v, D: x.v}, true
		}
	}
	return dates.Ymd{}, false
}

// digits is a run of digits: its value, how many they are, and where they stand.
type digits struct{ v, n, start, end int }

func numbers(s string) []digits {
	var out []digits
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		d := digits{start: i}
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			if d.n++; d.n <= 8 {
				d.v = d.v*10 + int(s[i]-'0')
			}
			i++
		}
		d.end = i
		out = append(out, d)
	}
	return out
}

// joined reports whether one and the same sign of a date stands between three numbers, and they are no part of a longer word.
func joined(s string, x, y, z digits) bool {
	if y.start != x.end+1 || z.start != y.end+1 || s[x.end] != s[y.end] {
		return false
	}
	if x.start > 0 && (s[x.start-1] >= 'a' && s[x.start-1] <= 'z' || s[x.start-1] >= 'A' && s[x.start-1] <= 'Z') {
		return false
	}
	return strings.IndexByte("/-._", s[x.end]) >= 0
}

func plausible(y, m, d int) bool {
	if y < 1990 || y > 2099 || m < 1 || m > 12 || d < 1 {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// lookedUpTooEarly raises a note whose page was looked at before the day on which it came out.
func (p *pass) lookedUpTooEarly(a, n int, note *citations.Note) {
	d, seen := note.Date, note.Accessed
	if d == nil || seen == nil || d.Precision != dates.Day || seen.Precision != dates.Day || !dated(d) || !dated(seen) || len(d.Candidates) > 1 || len(seen.Candidates) > 1 {
		return
	}
	out, ok := d.First()
	day, known := seen.Last()
	if !ok || !known || !day.Before(out) {
		return
	}
	span := note.Span
	if k := strings.LastIndex(p.doc.Text.Clean[note.Range.Start:note.Range.End], seen.Printed); k >= 0 && seen.Printed != "" {
		span = p.doc.Text.Source(citations.Range{Start: note.Range.Start + k, End: note.Range.Start + k + len(seen.Printed)})
	}
	p.report(onNote(a, n), span, fmt.Sprintf("looked up on %s, before the day that it is dated, %s", say(seen), say(d)), "check both days")
}
