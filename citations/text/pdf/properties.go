package pdf

import (
	"slices"
	"strings"
)

// properties reads what the file says of itself.
func (r *reader) properties() {
	info := r.dict(r.trailer["Info"])
	text := func(k name) string {
		s, _ := r.resolve(info[k]).(str)
		if len(s) > 1000 {
			s = s[:1000]
		}
		return tidy(textString(s))
	}
	r.doc.Title, r.doc.Author, r.doc.Created = realTitle(text("Title")), realName(text("Author")), day(text("CreationDate"))
}

// day reads the day of "D:20180518093000+02'00'".
func day(s string) string {
	if len(s) < 10 || s[:2] != "D:" {
		return ""
	}
	for i := 2; i < 10; i++ {
		if s[i] < '0' || s[i] > '9' {
			return ""
		}
	}
	if m, d := s[6:8], s[8:10]; m < "01" || m > "12" || d < "01" || d > "31" {
		return ""
	}
	return s[2:6] + "-" + s[6:8] + "-" + s[8:10]
}

// fileEndings end the names of files that programs put in place of a title.
var fileEndings = []string{".doc", ".docx", ".odt", ".rtf", ".indd", ".qxd", ".qxp", ".pdf", ".html", ".htm", ".txt", ".tex", ".dvi", ".ps", ".pages"}

// realTitle is a title without those that programs make up: names of files and of themselves, single words.
func realTitle(s string) string {
	low := strings.ToLower(s)
	switch {
	case strings.HasPrefix(low, "microsoft "), strings.HasPrefix(low, "untitled"), strings.Contains(low, "://"), !strings.Contains(s, " ") && len(s) < 60:
		return ""
	case slices.ContainsFunc(fileEndings, func(e string) bool { return strings.HasSuffix(low, e) }):
		return ""
	}
	return s
}

// realName is an author without the names of accounts: a single word is one.
func realName(s string) string {
	if !strings.Contains(s, " ") || len(s) > 200 {
		return ""
	}
	return s
}
