package reports

import (
	"fmt"
	"io"
	"strings"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
)

// Looked is one source of one claim with what looking it up came to.
type Looked struct {
	Path     string
	Article  string // ids, as in the contract of verify claims
	Claim    string
	Citation string
	Raw      string // the citation as printed
	Text     string // of the claim
	Address  string // that the citation gives, "" if none
	Cited    dates.Date
	First    bool // of its claim's sources
	Evidence *fetch.Evidence
}

// Verdicts are the words of fetch.Verdict, the best first.
var Verdicts = []fetch.Verdict{support.Supported, support.Partly, support.OtherLanguage, support.Differs, support.Unrelated, support.NotFound, support.Gone,
	support.Blocked, support.Unreachable, support.NotSought}

// evidenceLine is one source as `verify fetch --format jsonl` prints it, one a line. Fields are added, never renamed. An unknown value is
// null, a list never is.
type evidenceLine struct {
	Schema   string  `json:"schema"` // verify/fetch/1
	Path     string  `json:"path"`
	Article  string  `json:"article"`
	Claim    string  `json:"claim"`
	Citation string  `json:"citation"`
	Raw      string  `json:"raw"`
	Text     string  `json:"text"`
	Cited    *string `json:"cited"` // EDTF
	evidenceFields
}

// evidenceFields say what looking a source up came to, here and in the contract of verify claims.
type evidenceFields struct {
	Verdict    string        `json:"verdict"`
	Why        string        `json:"why"`
	Page       *string       `json:"page"`
	Capture    *string       `json:"capture"` // address of an archive's copy
	Captured   *string       `json:"captured"`
	DaysAfter  *int          `json:"captured_days_after"` // from the cited day to the capture, negative if before
	Title      *string       `json:"title"`
	Date       *lookedDate   `json:"date"` // the page's own
	Passage    *string       `json:"passage"`
	Checks     supportChecks `json:"checks"`
	Agency     *string       `json:"agency"`
	Correction *string       `json:"correction"`
	Language   *string       `json:"language"`
	Attempts   []attemptLine `json:"attempts"`
	Resolvers  []whyLine     `json:"resolvers"`
}

type lookedDate struct {
	ISO string `json:"iso"`
	How string `json:"how"` // url, json-ld, meta, time, text
}

type attemptLine struct {
	At      *string `json:"at"`
	URL     string  `json:"url"`
	Status  *int    `json:"status"` // null where there was no answer
	Outcome string  `json:"outcome"`
}

type whyLine struct {
	Resolver string  `json:"resolver"`
	Why      *string `json:"why"` // why it found nothing, null where it found the page
}

// WriteEvidence writes what looking a source up came to, as "text" or as a JSON line.
func WriteEvidence(w io.Writer, format string, l *Looked) error {
	if format == "text" {
		return writeEvidenceText(w, l)
	}
	return writeLine(w, newEvidenceLine(l))
}

func newEvidenceLine(l *Looked) evidenceLine {
	return evidenceLine{Schema: "verify/fetch/1", Path: l.Path, Article: l.Article, Claim: l.Claim, Citation: l.Citation, Raw: l.Raw, Text: l.Text,
		Cited: orNone(l.Cited.ISO()), evidenceFields: newEvidenceFields(l.Evidence, &l.Cited)}
}

// newEvidenceFields say what was found for a citation of a day.
func newEvidenceFields(ev *fetch.Evidence, cited *dates.Date) evidenceFields {
	line := evidenceFields{Verdict: string(ev.Verdict), Why: ev.Why, Page: orNone(ev.Page), Capture: orNone(ev.Capture), Captured: timeOrNone(ev.Captured),
		Title: orNone(ev.Title), Passage: orNone(ev.Passage), Checks: newSupportLine("", "", &page.Page{}, ev.Result).Checks, Agency: orNone(ev.Agency),
		Correction: orNone(ev.Correction), Language: orNone(ev.Language), Attempts: []attemptLine{}, Resolvers: []whyLine{}}
	if ev.Day != "" {
		line.Date = &lookedDate{ev.Day, ev.DayFrom}
	}
	if days, ok := daysAfter(ev, cited); ok {
		line.DaysAfter = &days
	}
	for _, a := range ev.Attempts {
		one := attemptLine{At: timeOrNone(a.At), URL: a.URL, Outcome: a.Outcome}
		if a.Status != 0 {
			one.Status = &a.Status
		}
		line.Attempts = append(line.Attempts, one)
	}
	for _, r := range ev.Resolvers {
		line.Resolvers = append(line.Resolvers, whyLine{r.Name, orNone(r.Why)})
	}
	return line
}

func timeOrNone(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return orNone(t.UTC().Format(time.RFC3339))
}

// daysAfter is the distance of a capture from the cited day.
func daysAfter(ev *fetch.Evidence, cited *dates.Date) (int, bool) {
	day, ok := cited.First()
	if !ok || cited.Precision != dates.Day || ev.Captured.IsZero() {
		return 0, false
	}
	return int(ev.Captured.UTC().Truncate(24*time.Hour).Sub(day).Hours() / 24), true
}

func writeEvidenceText(w io.Writer, l *Looked) error {
	ev := l.Evidence
	var b strings.Builder
	if l.First {
		fmt.Fprintf(&b, "%s %s\n", Visible(l.Path), l.Claim)
		evidenceRow(&b, "", "“"+l.Text+"”")
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "  %s: %s", Visible(strings.TrimSpace(l.Raw)), ev.Verdict)
	if ev.NotKept { // the same for very many; why it is so is said once, at the end of the run
		b.WriteString(", not kept\n\n")
		_, err := io.WriteString(w, b.String())
		return err
	}
	b.WriteByte('\n')
	evidenceRow(&b, "because", ev.Why)
	evidenceRow(&b, "page", ev.Page)
	evidenceRow(&b, "met", metSaid(ev))
	evidenceRow(&b, "copy", ev.Capture)
	evidenceRow(&b, "captured", capturedSaid(ev, &l.Cited))
	evidenceRow(&b, "title", ev.Title)
	if ev.Day != "" {
		evidenceRow(&b, "dated", ev.Day+", by "+ev.DayFrom)
	}
	if ev.Passage != "" {
		evidenceRow(&b, "passage", "“"+ev.Passage+"”")
	}
	evidenceRow(&b, "correction", ev.Correction)
	if ev.Page == "" || l.Address != "" {
		for _, r := range ev.Reasons() {
			if r.Why != ev.Why {
				evidenceRow(&b, "", r.Names+": "+r.Why)
			}
		}
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// metSaid says how the address of a page that was judged was met, where that is not simply alive.
func metSaid(ev *fetch.Evidence) string {
	for _, a := range ev.Attempts {
		if a.Outcome != "alive" && (a.URL == ev.Page && ev.Capture == "" || a.URL == ev.Capture && ev.Capture != "") && !strings.HasPrefix(ev.Why, a.Outcome) {
			return a.Outcome
		}
	}
	return ""
}

// capturedSaid says when a copy was made, and how far from the cited day.
func capturedSaid(ev *fetch.Evidence, cited *dates.Date) string {
	if ev.Captured.IsZero() {
		return ""
	}
	said := ev.Captured.UTC().Format(time.DateOnly)
	switch days, ok := daysAfter(ev, cited); {
	case !ok:
	case days == 0:
		said += ", on the cited day"
	case days < 0:
		said += fmt.Sprintf(", %d days before the cited day", -days)
	default:
		said += fmt.Sprintf(", %d days after the cited day", days)
	}
	return said
}

// evidenceRow writes a value beside its label, over several lines where it is long; an address stays whole.
func evidenceRow(b *strings.Builder, label, value string) {
	if value == "" {
		return
	}
	lines := []string{Visible(value)}
	if label != "page" && label != "copy" {
		lines = wrap(lines[0], 80-16)
	}
	for i, line := range lines {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(b, "    %-11s %s\n", label, line)
	}
}
