package text

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// looksMarkdown knows Markdown without a telling name by its front matter, an ATX heading at the start or a footnote.
func looksMarkdown(head []byte) bool {
	s := bytes.TrimLeft(head, "\uFEFF \r\n")
	return bytes.HasPrefix(s, []byte("---\n")) && bytes.Contains(s[4:], []byte("\n---")) ||
		bytes.HasPrefix(s, []byte("# ")) || bytes.Contains(head, []byte("\n[^1]: "))
}

// markdownParser knows CommonMark, tables and the blocks of footnotes. The markers of footnotes stay in the text, as "[^1]":
// goldmark's own parser of them drops what leads nowhere, and that is what an editor has to hear of.
var markdownParser = parser.NewParser(
	parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
		util.Prioritized(tableRules{parser.NewSetextHeadingParser()}, 99), // before goldmark's own, 100
		util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
	parser.WithInlineParsers(
		util.Prioritized(boundCode{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(boundLinks{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(parser.NewEmphasisParser(), 500)),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(boundTables{extension.NewTableParagraphTransformer()}, 200))...),
	parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)))

// tableRules is goldmark's parser of headings that are underlined, which takes the rule under a table for the underline of the text that stands directly above the table, and moves
// that text behind it. GitHub has no heading there, and the text before the table.
type tableRules struct{ parser.BlockParser }

// Close leaves a paragraph that turned out to end with a table as it is.
func (r tableRules) Close(node ast.Node, reader gtext.Reader, pc parser.Context) {
	if _, ok := node.PreviousSibling().(*xast.Table); ok {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	r.BlockParser.Close(node, reader, pc)
}

// readMarkdown reads Markdown. Positions come from goldmark's own segments.
func readMarkdown(t *Text) error {
	if marks(t.utf8) > maxMarks {
		return faultf("it holds more than %d marks of Markdown: that is no article; split it, or read it with --format-in txt", maxMarks)
	}
	b := newBuilder(t)
	b.md = true
	m := &markdown{plain: plain{builder: b, start: -1}}
	body := frontMatter(t)
	src := t.utf8
	if body > 0 { // blanks of the same length keep goldmark's positions true
		src = append(bytes.Repeat([]byte{'\n'}, body), t.utf8[body:]...)
	}
	src = shallow(src)
	root := markdownParser.Parse(gtext.NewReader(src))
	m.blocks(root, Para)
	m.close()
	t.Clean = string(b.out)
	t.segs = b.segs
	return nil
}

// deepest is how many quotation marks and list signs may nest at the start of a line; a parser's work grows with the square of what is beyond.
const deepest = 32

// shallow blanks out the signs of nesting beyond the deepest, byte for byte, so that positions stay. It copies src only where it has to.
func shallow(src []byte) []byte {
	copied := false
	for i := 0; i < len(src); {
		end := bytes.IndexByte(src[i:], '\n')
		if end < 0 {
			end = len(src) - i
		}
		signs := 0
		for k := i; k < i+end; k++ {
			switch src[k] {
			case ' ', '\t':
				continue
			case '>', '-', '*', '+':
				if signs++; signs <= deepest {
					continue
				}
				if !copied {
					src, copied = bytes.Clone(src), true
				}
				src[k] = ' '
				continue
			}
			break
		}
		i += end + 1
	}
	return src
}

// markdown writes the tree that goldmark has built as blocks.
type markdown struct{ plain }

// blocks writes the children of a container.
func (m *markdown) blocks(n ast.Node, kind BlockKind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, kind)
	}
}

func (m *markdown) block(n ast.Node, kind BlockKind) {
	switch n := n.(type) {
	case *ast.Heading:
		m.leaf(n, Block{Kind: Heading, Level: n.Level})
	case *ast.Paragraph, *ast.TextBlock:
		m.leaf(n, Block{Kind: kind})
	case *ast.Blockquote:
		m.blocks(n, Quote)
	case *ast.ListItem:
		m.item(n)
	case *xast.Footnote:
		m.footnote(n)
	case *xast.TableCell:
		m.leaf(n, Block{Kind: Cell})
	case *ast.HTMLBlock:
		m.html(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		m.close()
	default:
		m.blocks(n, kind)
	}
}

// item writes a list item; that of a numbered list bears its number, since numbered lists may be notes.
func (m *markdown) item(n *ast.ListItem) {
	list, ok := n.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		m.blocks(n, Item)
		return
	}
	number := list.Start
	for s := n.PreviousSibling(); s != nil && number < list.Start+maxItems; s = s.PreviousSibling() {
		number++
	}
	label := strconv.Itoa(number)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			m.leaf(c, Block{Kind: Item, Label: label})
			label = ""
		default:
			m.block(c, Item)
		}
	}
}

// maxItems is the longest numbered list that is counted; a longer one is no list of notes.
const maxItems = 1000

// leaf writes a block that holds inline nodes. A paragraph that a page break cut goes on in the open block.
func (m *markdown) leaf(n ast.Node, b Block) {
	next := m.firstSource(n)
	if m.start >= 0 && b.Kind == Para && m.kind == Para && m.label == "" && b.Label == "" && next != nil {
		m.trim(m.start)
		tail := m.out[m.start:]
		if m.runsOn(tail, next, endsSentence(tail), startsLower(next), openBracket(tail)) {
			switch m.hyphenated(next) {
			case dropHyphen:
				m.cut(len(m.out) - 1)
			case keepBlank:
				m.insert(" ")
			}
			m.inlines(n)
			return
		}
	}
	m.close()
	m.open(false)
	m.kind, m.level, m.label, m.bold, m.mark = b.Kind, b.Level, b.Label, onlyStrong(n), b.Mark
	m.inlines(n)
}

// firstSource is the source from the first text of a leaf on.
func (m *markdown) firstSource(n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.FirstChild() {
		if x, ok := c.(*ast.Text); ok {
			return m.src[x.Segment.Start:min(len(m.src), x.Segment.Start+64)]
		}
	}
	return nil
}

func onlyStrong(n ast.Node) bool {
	c := n.FirstChild()
	e, ok := c.(*ast.Emphasis)
	return ok && e.Level == 2 && c.NextSibling() == nil
}

// footnote writes a footnote's blocks; each bears its label, the first one first.
func (m *markdown) footnote(n *xast.Footnote) {
	label := string(n.Ref)
	mark := m.footnoteMark(n, label)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.leaf(c, Block{Kind: Footnote, Label: label, Mark: mark})
		mark = Span{}
	}
}

// footnoteMark is where "[^label]:" stands.
func (m *markdown) footnoteMark(n *xast.Footnote, label string) Span {
	at := n.Pos()
	if at < 0 || !bytes.HasPrefix(m.src[at:], []byte("[^"+label+"]")) {
		return Span{}
	}
	return Span{m.t.raw(at), m.t.raw(at + len(label) + 4)}
}

func (m *markdown) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.inlineNode(c)
	}
}

func (m *markdown) inlineNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.inline(n.Segment.Start, n.Segment.Stop)
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.trim(m.start)
			next := bytes.TrimLeft(m.src[n.Segment.Stop:], "\r\n \t")
			if !endsHyphen(m.out[m.start:]) && !unspaced(m.out[m.start:], next) {
				m.insert(" ")
			}
		}
	case *ast.String:
		m.insert(string(n.Value))
	case *ast.CodeSpan:
		from := len(m.out)
		m.inlines(n)
		m.t.Code = append(m.t.Code, Range{from, len(m.out)})
	case *ast.Link:
		m.link(n, string(n.Destination))
	case *ast.AutoLink:
		m.autolink(n)
	case *ast.RawHTML:
		m.rawHTML(n)
	case *ast.Image:
	default:
		m.inlines(n)
	}
}

func (m *markdown) link(n ast.Node, url string) {
	from := len(m.out)
	m.inlines(n)
	switch r := (Range{from, len(bytes.TrimRight(m.out, " \n"))}); {
	case r.Empty(): // also a blank alone, which is cut where it ends its block
	case !strings.HasPrefix(url, "#") && onlyDigits(m.out[from:]) && leadsToNote(url):
		if !leadsBack(url) { // else it is the label of the note itself
			m.t.Supers = append(m.t.Supers, r)
		}
	case !strings.HasPrefix(url, "#"):
		m.t.Links = append(m.t.Links, Link{Range: r, URL: url})
	case onlyDigits(m.out[from:]): // "[1](#fn1)", as converters write a marker; another place in the page is text
		m.t.Supers = append(m.t.Supers, r)
	}
}

// noteNames begin the names that programs give to notes and markers within a page: Substack, Word, LibreOffice, MediaWiki.
var noteNames = [...]string{"footnote", "fn", "_ftn", "_edn", "cite_", "endnote", "sdfootnote", "sdendnote", "easy-footnote"}

// leadsToNote reports whether an address names a note or a marker within a page: "https://…/p/grain#footnote-1-1378".
func leadsToNote(url string) bool {
	_, name, _ := strings.Cut(url, "#")
	return slices.ContainsFunc(noteNames[:], func(w string) bool { return strings.HasPrefix(name, w) })
}

// leadsBack reports whether such an address is that of a marker.
func leadsBack(url string) bool {
	_, name, _ := strings.Cut(url, "#")
	return strings.Contains(name, "anc") || strings.Contains(name, "ref")
}

func onlyDigits(s []byte) bool { return len(bytes.Trim(s, "0123456789")) == 0 }

// autolink writes the address in angle brackets as it stands.
func (m *markdown) autolink(n *ast.AutoLink) {
	label := n.Label(m.src)
	start := n.Pos() + 1
	if start <= 0 || start+len(label) > len(m.src) || !bytes.Equal(m.src[start:start+len(label)], label) {
		m.insert(string(label))
		return
	}
	m.copy(start, start+len(label))
}

func (m *markdown) rawHTML(n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if bytes.HasPrefix(m.src[s.Start:], []byte("<br")) {
			m.insert(" ")
			continue
		}
		m.comment(s.Start, s.Stop)
		m.sup(s.Start, s.Stop-s.Start)
	}
}

// html writes the text of an HTML block; a comment has none.
func (m *markdown) html(n *ast.HTMLBlock) {
	m.close()
	m.md = false
	defer func() { m.md = true }()
	open := false
	skip := 0
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		if s.Stop <= skip {
			continue
		}
		l := newLine(m.src, max(s.Start, skip), trimEnd(m.src, s.Start, s.Stop), false)
		if l.blank() {
			continue
		}
		if !open {
			m.open(false)
			open = true
			m.kind, m.level, m.label, m.bold, m.mark = Para, 0, "", false, Span{}
		} else if len(m.out) > m.start {
			m.insert(" ")
		}
		skip = m.inline(l.from, l.to)
	}
	m.close()
}

func trimEnd(src []byte, from, to int) int {
	for to > from && isBlank(src[to-1]) {
		to--
	}
	return to
}

// frontMatter reads the block of "key: value" lines between two lines of three hyphens at the top, and returns where the text
// begins. Of YAML it knows what articles use: plain and quoted values, and lists in brackets or on lines of their own.
func frontMatter(t *Text) int {
	s := t.utf8
	lead := len(s) - len(bytes.TrimPrefix(s, []byte("\uFEFF")))
	rest := s[lead:]
	nl := bytes.IndexByte(rest, '\n')
	if nl < 0 || string(bytes.TrimRight(rest[:nl], " \r")) != "---" {
		return 0
	}
	key := ""
	for pos := lead + nl + 1; pos < len(s); {
		end := bytes.IndexByte(s[pos:], '\n')
		if end < 0 {
			return 0
		}
		line := strings.TrimRight(string(s[pos:pos+end]), " \r")
		pos += end + 1
		if line == "---" || line == "..." {
			return pos
		}
		key = t.Meta.take(key, line)
	}
	return 0
}

// take reads one line of front matter; key is the one that list items on lines of their own belong to.
func (m *Meta) take(key, line string) string {
	if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok {
		m.set(key, item)
		return key
	}
	k, v, ok := strings.Cut(line, ":")
	if !ok || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "#") {
		return key
	}
	k = strings.ToLower(strings.TrimSpace(k))
	v = strings.TrimSpace(v)
	if strings.HasPrefix(v, "[") && strings.HasSuffix(v, "]") {
		for _, item := range strings.Split(v[1:len(v)-1], ",") {
			m.set(k, item)
		}
		return k
	}
	m.set(k, v)
	return k
}

func (m *Meta) set(key, value string) {
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	if value == "" {
		return
	}
	switch key {
	case "title":
		m.Title = value
	case "author", "authors", "by", "byline":
		m.Authors = append(m.Authors, value)
	case "date", "published", "pubdate", "publish_date", "publishdate":
		m.Published = value
	case "publication", "journal", "source", "site":
		m.Publication = value
	}
}
