package text

import (
	"encoding/json"
	"strings"
)

// longestData is the most JSON-LD that is read, in bytes.
const longestData = 1 << 20

// articleTypes end the names of the types of schema.org that a text can have: Article, NewsArticle, BlogPosting, Report.
var articleTypes = []string{"article", "posting", "report"}

// jsonLD takes what a page says of itself in JSON-LD. What is damaged is left alone.
func (m *Meta) jsonLD(data []byte) {
	var v any
	if len(data) > longestData || json.Unmarshal(data, &v) != nil {
		return
	}
	names := map[string]string{} // of things that others refer to
	eachObject(v, 0, func(o map[string]any) {
		if id, name := word(o["@id"]), word(o["name"]); id != "" && name != "" {
			names[id] = name
		}
	})
	eachObject(v, 0, func(o map[string]any) {
		if isArticle(o["@type"]) {
			m.article(o, names)
		}
	})
}

// eachObject calls f with every object in v, outer ones first.
func eachObject(v any, depth int, f func(map[string]any)) {
	const deepest = 12
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, k := range v {
			eachObject(k, depth+1, f)
		}
	case map[string]any:
		f(v)
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "isPartOf"} {
			if v[key] != nil {
				eachObject(v[key], depth+1, f)
			}
		}
	}
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		low := strings.ToLower(v)
		for _, t := range articleTypes {
			if strings.HasSuffix(low, t) {
				return true
			}
		}
	case []any:
		for _, k := range v {
			if isArticle(k) {
				return true
			}
		}
	}
	return false
}

// article takes the fields of an article that are still unknown.
func (m *Meta) article(o map[string]any, names map[string]string) {
	if m.Title == "" {
		m.Title = word(o["headline"])
	}
	if m.Published == "" {
		m.Published = word(o["datePublished"])
	}
	if free := o["isAccessibleForFree"]; free == false || strings.EqualFold(word(free), "false") {
		m.Paid = true
	}
	if m.Publication == "" {
		if all := namesOf(o["publisher"], names); len(all) > 0 {
			m.Publication = all[0]
		}
	}
	if len(m.Authors) == 0 {
		for _, name := range namesOf(o["author"], names) {
			m.author(name)
		}
	}
}

// namesOf are the names of a person or body, or of several.
func namesOf(v any, names map[string]string) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, k := range v {
			out = append(out, namesOf(k, names)...)
		}
		return out
	case map[string]any:
		if name := word(v["name"]); name != "" {
			return []string{name}
		}
		if name := names[word(v["@id"])]; name != "" {
			return []string{name}
		}
	}
	return nil
}

func word(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}
