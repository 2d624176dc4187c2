package html

import (
	"example.org/verify/citations"
	"example.org/verify/fetch"
)

// summary is what looking an article's citations up came to, by verdict; nil where nothing was sought.
type summary struct {
	Said     string // "12 of 14 citations were looked up"
	Verdicts []tally
}

// tally is the citations of one verdict, with a link to the first claim that has one.
type tally struct {
	N                           int
	Verdict, Class, Means, Href string
}

// summary counts the citations of an article by what they came to as a whole.
func (m *maker) summary(n int) *summary {
	art := &m.a.Document.Articles[n]
	count, first := map[fetch.Verdict]int{}, map[fetch.Verdict]int{}
	sought, cited := 0, 0
	for k := range art.Citations {
		if art.Citations[k].Role != citations.Via {
			cited++
		}
		t := telling(m.a, n, k)
		if t == nil {
			continue
		}
		sought++
		v := t.Evidence.Verdict
		if count[v]++; count[v] == 1 || t.Claim < first[v] {
			first[v] = t.Claim
		}
	}
	if sought == 0 {
		return nil
	}
	s := &summary{Said: of(sought, max(cited, sought)) + " citations looked up:"}
	for _, v := range verdicts {
		if count[v.Verdict] > 0 {
			s.Verdicts = append(s.Verdicts, tally{count[v.Verdict], string(v.Verdict), v.Class, v.Means, m.id(citations.ClaimID(n, first[v.Verdict]))})
		}
	}
	return s
}

// meanings are the verdicts that the articles have, for the words that explain the page.
func meanings(articles []article) (list []tally) {
	for _, v := range verdicts {
		for i := range articles {
			if s := articles[i].Looked; s != nil && s.has(string(v.Verdict)) {
				list = append(list, tally{Verdict: string(v.Verdict), Class: v.Class, Means: v.Means})
				break
			}
		}
	}
	return list
}

func (s *summary) has(verdict string) bool {
	for i := range s.Verdicts {
		if s.Verdicts[i].Verdict == verdict {
			return true
		}
	}
	return false
}
