package citations

import "strings"

// bioVerbs stand behind a name where a biography begins.
var bioVerbs = wordSet(`is was writes wrote teaches works worked has holds serves served lives covers reports researches studies directs edits leads runs specializes specialises contributes received
	ist war schreibt lehrt arbeitet lebt leitet est était écrit enseigne travaille es escribe trabaja enseña é escreve è scrive lavora является пишет jest pisze`)

// bioRoles tell a biography from a sentence about somebody.
var bioRoles = wordSet(`journalist analyst researcher fellow professor editor lecturer correspondent writer author director student candidate consultant reporter scholar freelance freelancer expert historian specialist
	contributor columnist lawyer practitioner associate economist member scientist advisor adviser investigator coordinator novelist
	journalistin redakteur redakteurin korrespondent autor autorin wissenschaftler forscher journaliste chercheur chercheuse rédacteur periodista investigador redactor jornalista pesquisador giornalista ricercatore`)

// biographies marks the paragraphs at the end of an article that say who its authors are; where no byline did, they name them.
func (p *parser) biographies(o *outline, looks []look, set func(int, Part)) {
	end := o.last
	for end > o.first && (o.parts[end-1-o.first] == NotesHead || o.parts[end-1-o.first] == NoteEntry || o.parts[end-1-o.first] == References) {
		end--
	}
	low := max(o.first+1, end-8)
	for i := end - 1; i >= low; i-- {
		if part := o.parts[i-o.first]; part != Body && part != Item && part != Caption && part != Lead && part != Heading && part != Aside {
			continue
		}
		s := p.block(i)
		if looks[i].groups {
			break
		}
		name, ok := p.biographyOf(s, o.authors)
		if !ok {
			if len(s) > 300 {
				break
			}
			continue
		}
		set(i, Biography)
		for _, n := range name {
			o.authors = addAuthor(o.authors, n)
		}
	}
}

func addAuthor(authors []string, name string) []string {
	for _, a := range authors {
		if a == name || strings.HasSuffix(a, name) || strings.HasSuffix(name, a) {
			return authors
		}
	}
	return append(authors, name)
}

// biographyOf reports whether s is the biography of an author, and whose. It begins with an author's name, or with a name, a verb of being and a
// profession.
func (p *parser) biographyOf(s string, authors []string) ([]string, bool) {
	s = strings.TrimLeft(s, "*_ ")
	for _, w := range [...]string{"About the author", "About the authors", "Contact:", "Email:"} {
		if strings.HasPrefix(s, w) {
			return nil, true
		}
	}
	for _, a := range authors {
		if strings.HasPrefix(s, a) {
			return nil, bioVerbs.has(secondWord(s[len(a):])) || len(s) < 400 && hasRole(s)
		}
	}
	if len(authors) > 0 {
		return nil, false
	}
	const verbBy, roleBy = 5, 14 // words: where the verb may stand, and how far behind it the profession
	ws := firstWords(s, verbBy+roleBy)
	for n := 2; n <= verbBy && n < len(ws); n++ {
		if !bioVerbs.has(foldWord(ws[n])) {
			continue
		}
		name, ok := personName(strings.Join(ws[:n], " "), false)
		if ok && hasRole(strings.Join(ws[n:min(len(ws), n+roleBy)], " ")) {
			return append([]string{name}, p.coAuthors(s)...), true
		}
	}
	return nil, false
}

// mostAuthors bounds how many names are looked for in a biography; each is compared with those before it.
const mostAuthors = 40

// coAuthors finds "…, and Dr Ines Halloran is a lecturer" further on in a biography.
func (p *parser) coAuthors(s string) []string {
	var out []string
	for _, sep := range [...]string{", and ", " and ", ". "} {
		for rest := s; ; {
			i := strings.Index(rest, sep)
			if i < 0 || len(out) == mostAuthors {
				break
			}
			rest = rest[i+len(sep):]
			const verbBy, roleBy = 5, 10
			ws := firstWords(rest, verbBy+roleBy)
			for n := 2; n <= verbBy && n < len(ws); n++ {
				if ws[n] != "is" && ws[n] != "ist" && ws[n] != "est" && ws[n] != "es" {
					continue
				}
				if name, ok := personName(strings.Join(ws[:n], " "), false); ok && hasRole(strings.Join(ws[n:min(len(ws), n+roleBy)], " ")) {
					out = addAuthor(out, name)
				}
			}
		}
	}
	return out
}

func secondWord(s string) string {
	if ws := words(s); len(ws) > 0 {
		return foldWord(ws[0])
	}
	return ""
}

func hasRole(s string) bool {
	for _, w := range words(s) {
		if bioRoles.has(foldWord(w)) {
			return true
		}
	}
	return false
}
