package reports

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// WriteQueries writes the findings of each document as a numbered list of questions to its author, by paragraph, in Markdown.
func WriteQueries(w io.Writer, docs iter.Seq[*score.Analysis]) error {
	q := &queries{markdown: markdown{w: bufio.NewWriter(w)}}
	for a := range docs {
		q.document(a)
		if err := q.w.Flush(); err != nil {
			return err
		}
	}
	return q.w.Flush()
}

type queries struct {
	markdown
	documents int
	n         int    // questions of the document
	article   int    // at hand
	place     string // at hand, "" for none
	asked     []string
}

// document writes the questions about one document.
func (q *queries) document(a *score.Analysis) {
	if q.documents++; q.documents > 1 {
		q.printf("\n")
	}
	q.n, q.article, q.place, q.asked = 0, -1, "", nil
	q.printf("# Questions about %s\n", literal(a.Document.Text.Name))
	for i := range a.Findings {
		f := &a.Findings[i]
		if text := question(a, f); text != "" && f.Silenced == nil {
			q.ask(a, f, text)
		}
	}
	if q.n == 0 {
		q.printf("\nThere are none.\n")
	}
}

// ask writes one question under the place that it is about. The same question is not asked twice about a place.
func (q *queries) ask(a *score.Analysis, f *score.Finding, text string) {
	q.head(a, f)
	if slices.Contains(q.asked, text) {
		return
	}
	q.asked = append(q.asked, text)
	q.n++
	sign := fmt.Sprintf("%d. ", q.n)
	q.printf("%s%s\n", sign, literal(text))
	if !f.Span.Empty() && place(a, f) != wholeArticle {
		x := excerptOf(a.Document.Text, f.Span, quoted)
		q.printf("%s> %s%s%s\n", strings.Repeat(" ", len(sign)), literal(x.before), strong(x.marked), literal(x.after))
	}
}

// head writes the headings for a finding's article and place where those are new.
func (q *queries) head(a *score.Analysis, f *score.Finding) {
	if f.Article != q.article && f.Article >= 0 {
		q.article, q.place = f.Article, ""
		q.printf("\n## %s\n", literal(firstOf(a.Document.Articles[f.Article].Title, "(no title)")))
	}
	if p := place(a, f); p != q.place {
		q.place, q.asked = p, nil
		q.printf("\n### %s\n\n", literal(p))
	}
}

const (
	wholeArticle  = "The article as a whole"
	wholeDocument = "The document as a whole"
)

// place says in a person's words where a finding stands: "Paragraph 3, “Gunmen killed two …”, line 6".
func place(a *score.Analysis, f *score.Finding) string {
	if f.Article < 0 {
		return wholeDocument
	}
	art := &a.Document.Articles[f.Article]
	n := paragraphAt(a.Document, art, f.Span.Start)
	if label, ok := noteAt(art, f.Span.Start); ok {
		what, number := coarse(a.Document.Text, f.Span.Start)
		return fmt.Sprintf("Note %s, %s %d", label, what, number)
	}
	if n < 0 || strings.HasPrefix(f.Rule, "article.") || !running(art.Paragraphs[n].Part) {
		return wholeArticle
	}
	number := 0
	for i := range n + 1 {
		if running(art.Paragraphs[i].Part) {
			number++
		}
	}
	return fmt.Sprintf("Paragraph %d, “%s”", number, begins(a.Document.Text.Slice(art.Paragraphs[n].Range)))
}

// noteAt is the label of the note in which a source offset lies.
func noteAt(art *citations.Article, at int) (label string, ok bool) {
	n := sort.Search(len(art.Notes), func(i int) bool { return art.Notes[i].Span.Start > at }) - 1
	if n < 0 || at >= art.Notes[n].Span.End {
		return "", false
	}
	return art.Notes[n].Label, true
}

// running reports whether a part of an article is counted as one of its paragraphs.
func running(p citations.Part) bool {
	return p == citations.Body || p == citations.Lead || p == citations.Item || p == citations.Speech
}

// paragraphAt is the index of the paragraph in which a source offset lies, -1 for none.
func paragraphAt(doc *citations.Document, art *citations.Article, at int) int {
	n := sort.Search(len(art.Paragraphs), func(i int) bool { return doc.Text.Source(art.Paragraphs[i].Range).Start > at }) - 1
	if n >= 0 && at <= doc.Text.Source(art.Paragraphs[n].Range).End {
		return n
	}
	return -1
}

// begins is how a paragraph begins, in a few words.
func begins(s string) string { return cutWords(Visible(s), 48) }

// cutWords shortens s to some columns, at the end of a word.
func cutWords(s string, w int) string {
	if columns(s) <= w {
		return s
	}
	return strings.TrimRight(s[:fit(s, w-2)], " ,;:") + " …"
}

// question puts a finding as a question to the author, "" where it is none of the author's business.
func question(a *score.Analysis, f *score.Finding) string {
	template, ok := questions[f.Rule]
	if !ok {
		template = "{Message}. Is that right?"
	}
	if template == "" {
		return ""
	}
	perhaps, mend := "", "What should it read?"
	if f.Suggestion != "" {
		mend = "May we " + f.Suggestion + "?"
	}
	if f.Edit != nil && f.Suggestion == f.Edit.Text {
		perhaps = "Perhaps " + f.Suggestion + "?"
	}
	marked := cutWords(Visible(strings.Join(strings.Fields(readable(a, f)), " ")), 160)
	return strings.TrimSpace(strings.NewReplacer("{Message}", capital(f.Message), "{message}", f.Message, "{mend}", mend,
		"{perhaps}", perhaps, "{text}", "“"+marked+"”").Replace(template))
}

// readable is what a finding marks, without markup where it marks a citation.
func readable(a *score.Analysis, f *score.Finding) string {
	if f.Article >= 0 && f.Citation >= 0 {
		if c := &a.Document.Articles[f.Article].Citations[f.Citation]; c.Span == f.Span && !c.Range.Empty() {
			return a.Document.Text.Slice(c.Range)
		}
	}
	return a.Document.Text.Printed(f.Span)
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// questions holds for each rule what the author is asked: {text} is what the finding marks, {message} and {Message} what it says, {mend}
// what could be done, {perhaps} a certain mend. "" is not asked: the desk settles it.
var questions = map[string]string{
	"article.low-coverage":    "{Message}. Can you give us sources for the rest?",
	"article.over-reliance":   "{Message}. Are there other sources for some of it?",
	"article.unsourced":       "{Message}. Where are the facts from?",
	"cite.duplicate":          "{Message}. Did you mean another source or another day, or may one of the two go?",
	"cite.incomplete":         "What exactly is meant by {text}? Please give us its title and its date, or a link.",
	"cite.malformed":          "Something is wrong with the punctuation: {message}. {mend}",
	"cite.placeholder":        "{Message}. What goes in its place?",
	"cite.style":              "",
	"claim.anonymous-source":  "{Message}. Why is the name withheld, how does the person know, and who else says so?",
	"claim.one-owner":         "{Message}. Is there a source of another house?",
	"claim.self-citation":     "Here {message}. What does that piece itself rest on?",
	"claim.single-source":     "{Message}. Is there a second source that does not depend on the first?",
	"claim.state-only":        "The sources are {message}. Is there one that this state does not control?",
	"claim.uncited":           "There are {message}. Where are they from?",
	"claim.vague-attribution": "Who is meant by {text}? Please name them, or give us a source that says so; or is it your own view?",
	"date.future":             "A source is {message}. Which date is right?",
	"date.impossible":         "{Message}. Which day was it?",
	"date.missing":            "When did {text} appear?",
	"date.precedes-event":     "{text} is {message}. Is the date right, and did the source report this?",
	"date.stale":              "{Message}. Is it still so, and is there a newer source?",
	"date.year-unclear":       "Of which year is {text}? {Message}.",
	"evidence.corrected":      "{Message}. Have you seen this, and does what you write still stand?",
	"evidence.date-differs":   "{Message}. Which day is right, or is another page meant?",
	"evidence.not-found":      "We have looked for the page of {text} and did not find it. Can you give us its address or its title?",
	"evidence.number-differs": "Here {message}. Which is right, and where is yours from?",
	"evidence.quote-differs":  "Here {message}. Where did you read it as you have it?",
	"evidence.same-origin":    "{Message}. Is there a source that does not depend on it?",
	"link.missing":            "{Message}. What is the address?",
	"link.dead":               "{Message}. Do you know where the page is now, or another source?",
	"link.moved":              "{Message}. Is this the page that you mean?",
	"link.other-outlet":       "{Message}. Which of the two is meant?",
	"link.soft-404":           "{Message}. Do you know where the page is now, or another source?",
	"link.unarchived":         "",
	"note.date-conflict":      "The note is {message}. Which day is right?",
	"note.duplicate":          "There is {message}. Which of the two does the text mean?",
	"note.ibid":               "{Message}. Which source is meant?",
	"note.missing":            "{Message}. Has a note been lost, or should the marker go?",
	"note.order":              "{Message}. Do all markers still stand at their places?",
	"note.reused":             "{Message}. Is the same source meant there, or has a note been lost?",
	"note.run-on":             "",
	"note.unreferenced":       "{Message}. Which place in the text was meant?",
	"note.url-broken":         "{Message}. What is the right address? {perhaps}",
	"note.url-missing":        "{Message}. What is the address?",
	"outlet.ambiguous":        "Which one is meant? {Message}.",
	"outlet.misspelt":         "{Message}. May we correct it?",
	"outlet.unknown":          "",
	"outlet.variant":          "{Message}? Which form is right? {perhaps}",
	"policy.corroboration":    "{Message}. Can you name another source?",
	"policy.coverage":         "{Message}. Can you give us sources for the rest?",
	"policy.share":            "{Message}. Are there other sources for some of it?",
	"policy.silence":          "",
}
