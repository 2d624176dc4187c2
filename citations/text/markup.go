package text

import "bytes"

// tagReach bounds how far the end of a tag is looked for, in bytes.
const tagReach = 400

// commentReach bounds how far the end of a comment is looked for, in bytes.
const commentReach = 1 << 16

// tagNames are the elements that stray into plain text and Markdown from editors and converters. Anything else in angle
// brackets is text ("p < .05", "<desk@example.org>").
var tagNames = map[string]bool{
	"a": true, "abbr": true, "b": true, "big": true, "blockquote": true, "br": true, "center": true, "cite": true, "code": true, "del": true,
	"div": true, "em": true, "figcaption": true, "figure": true, "font": true, "h1": true, "h2": true, "h3": true, "h4": true, "hr": true,
	"i": true, "img": true, "ins": true, "li": true, "mark": true, "ol": true, "p": true, "q": true, "s": true, "small": true, "span": true,
	"strike": true, "strong": true, "sub": true, "sup": true, "table": true, "tbody": true, "td": true, "th": true, "time": true, "tr": true,
	"u": true, "ul": true,
}

// tagLength is the length of the tag or comment that s begins with, 0 if it begins with none.
func tagLength(s []byte) int {
	if bytes.HasPrefix(s, []byte("<!--")) {
		if k := bytes.Index(s[:min(len(s), commentReach)], []byte("-->")); k >= 0 {
			return k + 3
		}
		return 0
	}
	i := 1
	if i < len(s) && s[i] == '/' {
		i++
	}
	name := i
	for i < len(s) && i-name <= 10 && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == name || !tagNames[string(bytes.ToLower(s[name:i]))] {
		return 0
	}
	if i < len(s) && s[i] != '>' && s[i] != '/' && !isBlank(s[i]) {
		return 0
	}
	k := bytes.IndexByte(s[i:min(len(s), i+tagReach)], '>')
	if k < 0 || bytes.IndexByte(s[i:i+k], '<') >= 0 {
		return 0
	}
	return i + k + 1
}

// inlineTags mark words inside a line; all others part blocks.
var inlineTags = map[string]bool{"a": true, "abbr": true, "b": true, "big": true, "cite": true, "code": true, "del": true, "em": true, "font": true, "i": true, "ins": true,
	"mark": true, "q": true, "s": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true}

// inlineTag reports whether s begins with a tag, opening or closing, that marks words inside a line.
func inlineTag(s []byte) bool {
	i := 1
	if i < len(s) && s[i] == '/' {
		i++
	}
	k := i
	for k < len(s) && k-i < 10 && s[k]|0x20 >= 'a' && s[k]|0x20 <= 'z' {
		k++
	}
	return inlineTags[string(bytes.ToLower(s[i:k]))]
}

// markupEndingAt is the length of the piece of inline markup that s ends with, 0 if it ends with none.
func markupEndingAt(s []byte) int {
	switch c := s[len(s)-1]; c {
	case '*', '_', '[', '`', '\\':
		return 1
	case '>':
		if k := bytes.LastIndexByte(s[max(0, len(s)-tagReach):], '<'); k >= 0 {
			k += max(0, len(s)-tagReach)
			if tagLength(s[k:]) == len(s)-k && inlineTag(s[k:]) {
				return len(s) - k
			}
		}
	}
	return 0
}

// markupStartingAt is the length of the piece of inline markup that s begins with, 0 if it begins with none.
func markupStartingAt(s []byte) int {
	switch s[0] {
	case '*', '_', '`':
		return 1
	case '<':
		if inlineTag(s) {
			return tagLength(s)
		}
	case ']':
		if len(s) > 1 && (s[1] == '(' || s[1] == '[') {
			end := byte(')')
			if s[1] == '[' {
				end = ']'
			}
			if k := bytes.IndexByte(s, end); k > 0 {
				return linkTail(s, end)
			}
		}
		return 1
	}
	return 0
}

// linkTail is the length of "](address)" or "][label]" at the start of s, brackets in the address balanced.
func linkTail(s []byte, end byte) int {
	depth := 0
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case s[1]:
			depth++
		case end:
			depth--
			if depth == 0 {
				return i + 1
			}
		case '\n':
			if i+1 < len(s) && s[i+1] == '\n' {
				return 1
			}
		}
	}
	return 1
}

// isTag reports whether a piece of markup is a tag, an end tag where end says so, else a start tag.
func isTag(s []byte, end bool) bool {
	return len(s) > 1 && s[0] == '<' && (s[1] == '/') == end
}
