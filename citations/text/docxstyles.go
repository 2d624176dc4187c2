package text

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// wordStyle is what a style says of paragraphs and characters. 0 leaves a thing to the style that it is based on.
type wordStyle struct {
	charStyle
	name  string // in lower case
	based string
	kind  BlockKind // what its name makes of a paragraph
	level int       // of a heading, from 1
	num   string    // the list that its paragraphs belong to
	deep  int       // their level in it, from 0
	done  bool      // what it is based on has been taken in
}

// charStyle is what a style says of characters.
type charStyle struct{ bold, raised, hidden int8 }

// inherit takes from base what s leaves open.
func (s *charStyle) inherit(base charStyle) {
	if s.bold == 0 {
		s.bold = base.bold
	}
	if s.raised == 0 {
		s.raised = base.raised
	}
	if s.hidden == 0 {
		s.hidden = base.hidden
	}
}

// on is the value of a property that is there: 1, or -1 where the property switches it off.
func (d *docx) on(x *xmlScanner) int8 {
	switch string(x.value(d.val)) {
	case "0", "false", "off", "none":
		return -1
	}
	return 1
}

func (d *docx) readStyles(data []byte) map[string]*wordStyle {
	out := map[string]*wordStyle{}
	x := newXML(data, d.a.ctx)
	s := &wordStyle{}
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart {
			continue
		}
		switch string(local(x.tag())) {
		case "docDefaults", "latentStyles":
			x.skipElement()
		case "style":
			s = &wordStyle{}
			out[x.attr(d.w+"styleId")] = s
		case "name":
			s.name = strings.ToLower(x.attr(d.val))
		case "basedOn":
			s.based = x.attr(d.val)
		case "tblStylePr":
			x.skipElement()
		default:
			d.property(x, s)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(out)) { // what styles are based on may go in a circle
		s := out[id]
		settle(out, s, 0)
		s.kind = styleBlock(s.name).Kind
	}
	return out
}

// property reads one property of paragraphs or characters.
func (d *docx) property(x *xmlScanner, s *wordStyle) {
	switch string(local(x.tag())) {
	case "b":
		s.bold = d.on(x)
	case "vanish", "webHidden":
		s.hidden = d.on(x)
	case "vertAlign":
		s.raised = -1
		if string(x.value(d.val)) == "superscript" {
			s.raised = 1
		}
	case "position":
		if n, err := strconv.Atoi(x.attr(d.val)); err == nil && n >= 4 && s.raised == 0 { // half points
			s.raised = 1
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(x.attr(d.val)); err == nil && n >= 0 && n < 9 {
			s.level = n + 1
		}
	case "numId":
		s.num = x.attr(d.val)
	case "ilvl":
		s.deep, _ = strconv.Atoi(x.attr(d.val))
	}
}

// settle takes what a style leaves open from the one that it is based on.
func settle(all map[string]*wordStyle, s *wordStyle, depth int) {
	const deepest = 32
	if s.done || depth > deepest {
		return
	}
	s.done = true
	if rest, ok := strings.CutPrefix(s.name, "heading "); ok && s.level == 0 {
		s.level, _ = strconv.Atoi(rest)
	}
	base := all[s.based]
	if base == nil || base == s {
		return
	}
	settle(all, base, depth+1)
	s.inherit(base)
}

// inherit takes from base what s leaves open.
func (s *wordStyle) inherit(base *wordStyle) {
	if s.level == 0 {
		s.level = base.level
	}
	s.charStyle.inherit(base.charStyle)
	if s.num == "" {
		s.num, s.deep = base.num, base.deep
	}
	if s.name != base.name && !namedStyle(s.name) && namedStyle(base.name) {
		s.name = base.name
	}
}

// namedStyle reports whether the name of a style says what its paragraphs are.
func namedStyle(name string) bool {
	return name == "title" || name == "subtitle" || strings.HasPrefix(name, "toc ") || strings.Contains(name, "quot") || name == "block text" || captionStyle(name)
}

func captionStyle(name string) bool {
	return strings.Contains(name, "caption") || name == "illustration" || name == "figure" || name == "drawing"
}

// styleBlock is the block that a style's name makes of a paragraph.
func styleBlock(name string) Block {
	switch {
	case name == "title":
		return Block{Kind: Heading, Level: 1}
	case captionStyle(name):
		return Block{Kind: Caption}
	case strings.Contains(name, "quot") || name == "block text":
		return Block{Kind: Quote}
	}
	return Block{}
}

// wordLists numbers the paragraphs of lists.
type wordLists struct {
	nums   map[string]wordNum
	levels map[string][]wordLevel // by abstract list
	counts map[string][]int       // by abstract list: the number of each level's last item
	begun  map[string]bool        // lists that have had an item
}

// wordNum is one use of an abstract list.
type wordNum struct {
	abstract string
	starts   map[int]int // levels that begin anew, and with what
}

// wordLevel is how a level of a list is numbered.
type wordLevel struct {
	start  int
	format string // as in numeral; "" for bullets
}

// numberFormats are the names of number formats, in docx and in numeral.
var numberFormats = map[string]string{"decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "chicago": "*"}

func (d *docx) readLists(data []byte) *wordLists {
	l := &wordLists{nums: map[string]wordNum{}, levels: map[string][]wordLevel{}, counts: map[string][]int{}, begun: map[string]bool{}}
	x := newXML(data, d.a.ctx)
	abstract, num, level, override := "", "", 0, false
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart {
			continue
		}
		val := x.attr(d.val)
		n, _ := strconv.Atoi(val)
		switch string(local(x.tag())) {
		case "abstractNum":
			abstract, override = x.attr(d.w+"abstractNumId"), false
		case "num":
			num, override = x.attr(d.w+"numId"), true
			l.nums[num] = wordNum{starts: map[int]int{}}
		case "abstractNumId":
			l.nums[num] = wordNum{val, map[int]int{}}
		case "lvlOverride":
			level, _ = strconv.Atoi(x.attr(d.w + "ilvl"))
		case "startOverride":
			l.nums[num].put(level, n)
		case "lvl":
			if override {
				x.skipElement()
				continue
			}
			l.levels[abstract] = append(l.levels[abstract], wordLevel{start: 1})
		case "start":
			l.last(abstract).start = n
		case "numFmt":
			l.last(abstract).format = numberFormats[val]
		}
	}
	return l
}

func (n wordNum) put(level, start int) {
	if n.starts != nil {
		n.starts[level] = start
	}
}

func (l *wordLists) last(abstract string) *wordLevel {
	if n := len(l.levels[abstract]); n > 0 {
		return &l.levels[abstract][n-1]
	}
	return &wordLevel{}
}

// item counts a paragraph of a list, and gives its label: "" where the list has bullets. ok is false if there is no such list.
func (l *wordLists) item(num string, level int) (label string, ok bool) {
	n, known := l.nums[num]
	levels := l.levels[n.abstract]
	if !known || level < 0 || level >= len(levels) {
		return "", known
	}
	counts := l.counts[n.abstract]
	if counts == nil {
		counts = make([]int, len(levels))
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		l.counts[n.abstract] = counts
	}
	if !l.begun[num] {
		l.begun[num] = true
		for i, start := range n.starts {
			if i >= 0 && i < len(counts) {
				counts[i] = start - 1
			}
		}
	}
	counts[level]++
	for i := level + 1; i < len(counts); i++ {
		counts[i] = levels[i].start - 1
	}
	if levels[level].format == "" {
		return "", true
	}
	return numeral(counts[level], levels[level].format), true
}
