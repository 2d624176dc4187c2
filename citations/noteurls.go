package citations

import (
	"net/url"
	"strings"
)

// urls finds the addresses in a range, and mends those that a line end or a blank broke. title is the note's own title, which tells a hyphen of the
// line end from one of the address.
func (p *parser) urls(r Range, title string) []URL {
	var out []URL
	for i := r.Start; i < r.End; {
		at := nextAddress(p.clean[i:r.End])
		if at < 0 {
			return out
		}
		at += i
		u, end := p.address(Range{Start: at, End: r.End}, title)
		if u.Address != "" {
			out = append(out, u)
		}
		i = max(end, at+4)
	}
	return out
}

// nextAddress is where the next "http://", "https://" or "www." stands, -1 if none does.
func nextAddress(s string) int {
	for i := 0; i < len(s); {
		k := strings.IndexAny(s[i:], "hHw")
		if k < 0 {
			return -1
		}
		k += i
		if addressStart(s[k:]) && (k == 0 || !wordChar(s, k-1)) {
			return k
		}
		i = k + 1
	}
	return -1
}

func addressStart(s string) bool {
	return hasFold(s, "http://") || hasFold(s, "https://") || strings.HasPrefix(s, "www.")
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// address reads one address from the start of r, over blanks where it clearly goes on behind them.
func (p *parser) address(r Range, title string) (URL, int) {
	end := wordEndAt(p.clean, r.Start, r.End)
	u := URL{}
	var b strings.Builder
	b.WriteString(p.clean[r.Start:end])
	for {
		next := skipBlanks(p.clean, end, r.End)
		stop := wordEndAt(p.clean, next, r.End)
		if next == end || next == stop || !goesOn(b.String(), p.clean[next:stop], stop == r.End) {
			break
		}
		b.WriteString(p.clean[next:stop])
		u.Broken = "blank"
		end = stop
	}
	addr := trimAddress(b.String())
	end -= len(b.String()) - len(addr)
	u.Span = p.t.Source(Range{Start: r.Start, End: max(r.Start+1, end)})
	switch broken := strings.ContainsAny(p.t.Printed(u.Span), "\n"); {
	case broken && p.t.Format == "pdf": // the page's width broke it, not its author
		u.Broken = ""
	case broken && u.Broken == "":
		u.Broken = "hyphen" // which stays: a mended address reads the same
	}
	if mended, ok := dropHyphens(addr, title); ok {
		addr, u.Broken = mended, "hyphen"
	}
	u.Address = addr
	if parsed, err := url.Parse(addr); err != nil || !strings.HasPrefix(addr, "www.") && (parsed.Host == "" || !strings.Contains(parsed.Host, ".") && !strings.HasPrefix(parsed.Host, "localhost")) {
		u.Broken = "parse"
	}
	return u, end
}

// wordEndAt is where the word at byte i ends as addresses do: at a blank, or at a bracket, quotation mark or stop that none holds.
func wordEndAt(s string, i, end int) int {
	for i < end && blankAt(s, i) == 0 && s[i] != '<' && s[i] != '>' && s[i] != '"' && !strings.HasPrefix(s[i:], "”") && !strings.HasPrefix(s[i:], "»") && !wideStop(s[i:]) {
		i++
	}
	return i
}

// wideStop reports whether s begins with a stop of Chinese or Japanese, which no blank follows and no address holds.
func wideStop(s string) bool {
	if s[0] != 0xE3 && s[0] != 0xEF {
		return false
	}
	for _, stop := range [...]string{"，", "。", "；", "、", "）"} {
		if strings.HasPrefix(s, stop) {
			return true
		}
	}
	return false
}

// goesOn reports whether the word after a blank is the rest of the address before it.
func goesOn(addr, next string, last bool) bool {
	if addressStart(next) || len(next) < 2 {
		return false
	}
	if strings.HasSuffix(addr, "www.") || strings.HasSuffix(addr, "://") {
		return true
	}
	core := strings.TrimRight(next, ".,;)")
	if !pathBytes(core) || core == "" {
		return false
	}
	marks := strings.ContainsAny(core, "/%=_") || strings.Count(core, "-") > 0 || strings.ContainsAny(core, "0123456789") && strings.Contains(core, ".")
	switch addr[len(addr)-1] {
	case '/', '-', '_', '%', '=', '&', '?':
		return marks || last && len(core) > 3 && core[0] >= 'a' && core[0] <= 'z'
	case '.', ',', ';', ')':
		return strings.Contains(core, "%")
	}
	return strings.Contains(core, "%2") || strings.HasSuffix(core, ".html") || strings.HasSuffix(core, ".pdf") || strings.HasSuffix(core, ".htm")
}

// pathBytes reports whether s can stand in an address.
func pathBytes(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/%=&?#+:,@!$'*", c) >= 0) {
			return false
		}
	}
	return true
}

// trimAddress takes off the punctuation of the sentence and a bracket that the address did not open.
func trimAddress(s string) string {
	for s != "" {
		switch c := s[len(s)-1]; {
		case strings.IndexByte(".,;:!?'*", c) >= 0:
			s = s[:len(s)-1]
		case c == ')' && strings.Count(s, ")") > strings.Count(s, "("), c == ']' && strings.Count(s, "]") > strings.Count(s, "["):
			s = s[:len(s)-1]
		default:
			return s
		}
	}
	return s
}

// dropHyphens takes out a hyphen that a line end left in an address: where the parts on both sides make a word of the title and are none by themselves.
func dropHyphens(addr, title string) (string, bool) {
	if title == "" {
		return addr, false
	}
	inTitle := map[string]bool{}
	for _, w := range words(title) {
		inTitle[foldWord(w)] = true
	}
	changed := false
	for i := len(addr) - 2; i > 0; i-- {
		if addr[i] != '-' {
			continue
		}
		left, right := i, i+1
		for left > 0 && isAlpha(addr[left-1]) {
			left--
		}
		for right < len(addr) && isAlpha(addr[right]) {
			right++
		}
		a, b := strings.ToLower(addr[left:i]), strings.ToLower(addr[i+1:right])
		if len(a) > 1 && len(b) > 1 && inTitle[a+b] && !(inTitle[a] && inTitle[b]) {
			addr = addr[:i] + addr[i+1:]
			changed = true
		}
	}
	return addr, changed
}

func isAlpha(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// noteDefects records what is wrong with a note's addresses.
func (p *parser) noteDefects(n *Note, i int, body Range) {
	s := p.clean[body.Start:body.End]
	if len(n.URLs) == 0 && !p.linkIn(body) {
		if r := promisedLink(s); !r.Empty() {
			p.defect(Defect{Kind: URLMissing, Note: i, Citation: -1, Span: p.t.Source(Range{Start: body.Start + r.Start, End: body.Start + r.End})})
		}
	}
	for _, u := range n.URLs {
		if u.Broken != "" {
			d := Defect{Kind: URLBroken, Note: i, Citation: -1, Span: u.Span, Detail: u.Broken}
			if u.Broken != "parse" {
				d.Edit = &Edit{u.Span, u.Address}
			}
			p.defect(d)
		}
	}
}
