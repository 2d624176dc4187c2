package text

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What goldmark looks ahead for, an end of a link or of a code span, it looks for anew from every sign that may begin one, and what stands in a bracket is walked again for
// every bracket around it: a megabyte of signs without an end takes minutes. The parsers here are goldmark's own, given a sign as long as looking ahead is cheap; after
// that the sign is text. No article comes near the bounds.

// maxMarks bounds the marks of a document: the tree that is made of them takes up to 500 bytes for each.
const maxMarks = 2_000_000

// marks counts what may become a node of the tree: signs of emphasis, code, links, tags and table cells, lines, and the signs that lines begin with.
func marks(src []byte) int {
	n, start := 0, true
	for _, c := range src {
		n += int(markBytes[c])
		switch c {
		case '\n':
			start = true
		case '>', '-', '+', '#':
			if start {
				n++
			}
		case ' ', '\t', '*':
		default:
			start = false
		}
	}
	return n
}

// markBytes is 1 for each byte that is a mark wherever it stands.
var markBytes = [256]uint8{'*': 1, '_': 1, '`': 1, '[': 1, ']': 1, '<': 1, '|': 1, '\n': 1}

// mostOpen is how many square brackets may be open in a paragraph; those beyond are text. Brackets of links nest two deep.
const mostOpen = 100

// ahead is how many bytes may be looked ahead in vain for each byte of the document, and aheadAtLeast how many in any.
const (
	ahead        = 8
	aheadAtLeast = 64 << 10
)

// bounds is what the parsers of one document have spent.
type bounds struct {
	open int // square brackets of the paragraph that may still become links
	left int // bytes that may be looked ahead in vain
}

var boundsKey = parser.NewContextKey()

func boundsOf(pc parser.Context, source []byte) *bounds {
	if b, ok := pc.Get(boundsKey).(*bounds); ok {
		return b
	}
	b := &bounds{left: aheadAtLeast + ahead*len(source)}
	pc.Set(boundsKey, b)
	return b
}

// look reports whether there is enough left to look ahead. reach is how far that goes, and whether something is found there.
func (b *bounds) look(reach func() (int, bool)) bool {
	if b.left <= 0 {
		return false
	}
	n, found := reach()
	if !found {
		b.left -= n
	}
	return true
}

// boundLinks is goldmark's parser of links and pictures within bounds.
type boundLinks struct{ parser.InlineParser }

// Parse takes a bracket, or leaves it as text.
func (l boundLinks) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	b := boundsOf(pc, block.Source())
	switch {
	case line[0] != ']':
		if b.open >= mostOpen {
			return nil
		}
		if line[0] == '[' || len(line) > 1 && line[1] == '[' {
			b.open++
		}
	case len(line) > 1 && (line[1] == '(' || line[1] == '['):
		if !b.look(func() (int, bool) { return linkReach(block) }) {
			return nil
		}
		fallthrough
	default:
		b.open = max(0, b.open-1)
	}
	return l.InlineParser.Parse(parent, block, pc)
}

// CloseBlock ends a paragraph, and with it the brackets that are open.
func (l boundLinks) CloseBlock(parent ast.Node, block gtext.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
	boundsOf(pc, block.Source()).open = 0
}

// linkReach is how many bytes goldmark looks at behind "](" or "][", and whether it finds an end there. It never says too few.
func linkReach(block gtext.Reader) (int, bool) {
	line, _ := block.PeekLine()
	if line[1] == '[' {
		return closerReach(block, 2, ']')
	}
	i := 2
	for i < len(line) && util.IsSpace(line[i]) {
		i++
	}
	if i < len(line) && line[i] == '<' {
		k := bytes.IndexByte(line[i:], '>')
		if k < 0 {
			return len(line), false
		}
		i += k + 1
	} else {
		depth := 0
		for ; i < len(line) && !util.IsSpace(line[i]) && depth >= 0; i++ {
			switch line[i] {
			case '(':
				depth++
			case ')':
				depth--
			case '\\':
				i++
			}
		}
		if depth < 0 {
			return i, true
		}
	}
	for i < len(line) && util.IsSpace(line[i]) {
		i++
	}
	if i >= len(line) || line[i] != '"' && line[i] != '\'' && line[i] != '(' {
		return i, false
	}
	closer := line[i]
	if closer == '(' {
		closer = ')'
	}
	return closerReach(block, i+1, closer)
}

// closerReach is how far the closer is from the byte at from on, in this line of the paragraph or a later one.
func closerReach(block gtext.Reader, from int, closer byte) (int, bool) {
	at, position := block.Position()
	defer block.SetPosition(at, position)
	reach := 0
	for {
		line, _ := block.PeekLine()
		if line == nil {
			return reach, false
		}
		if k := bytes.IndexByte(line[min(from, len(line)):], closer); k >= 0 {
			return reach + from + k, true
		}
		reach, from = reach+len(line), 0
		block.AdvanceLine()
	}
}

// boundCode is goldmark's parser of code spans within bounds.
type boundCode struct{ parser.InlineParser }

// Parse takes a run of backticks, or leaves it as text.
func (c boundCode) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	opener := backticks(line)
	if boundsOf(pc, block.Source()).look(func() (int, bool) { return codeReach(block, opener) }) {
		return c.InlineParser.Parse(parent, block, pc)
	}
	block.Advance(opener)
	return ast.NewTextSegment(segment.WithStop(segment.Start + opener))
}

func backticks(s []byte) int { return len(s) - len(bytes.TrimLeft(s, "`")) }

// codeReach is how far the next run of as many backticks is.
func codeReach(block gtext.Reader, opener int) (int, bool) {
	at, position := block.Position()
	defer block.SetPosition(at, position)
	block.Advance(opener)
	reach := 0
	for {
		line, _ := block.PeekLine()
		if line == nil {
			return reach, false
		}
		for i := 0; i < len(line); {
			k := bytes.IndexByte(line[i:], '`')
			if k < 0 {
				break
			}
			i += k
			n := backticks(line[i:])
			if i += n; n == opener {
				return reach + i, true
			}
		}
		reach += len(line)
		block.AdvanceLine()
	}
}

// boundTables is goldmark's transformer of paragraphs into tables, without those that are mostly empty: it would make a cell for each that a row leaves out, and a head
// of a thousand columns over ten thousand short rows is 40 KB.
type boundTables struct{ parser.ParagraphTransformer }

// emptyCells is how many cells a table may have beyond one for each of its bytes: 2^19, as cmark-gfm has it (extensions/table.c, read 2026-11).
const emptyCells = 1 << 19

// Transform makes a table of a paragraph that is one.
func (b boundTables) Transform(node *ast.Paragraph, reader gtext.Reader, pc parser.Context) {
	lines, columns, size := node.Lines(), 0, 0
	for i := range lines.Len() {
		s := lines.At(i)
		size += s.Len()
		if line := reader.Source()[s.Start:s.Stop]; len(bytes.Trim(line, "|-: \t\r\n")) == 0 {
			columns = max(columns, bytes.Count(line, []byte("|"))+1)
		}
	}
	if columns*lines.Len() <= size+emptyCells {
		b.ParagraphTransformer.Transform(node, reader, pc)
	}
}
