package text

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// What follows is for the reader of fetched pages (fetch/page): it needs no offsets, but takes the same things for furniture, the same
// charset for a page's and the same JSON-LD for an article's.

// DecodePage gives a page as UTF-8, and the name of the charset that it was read from. Bytes that are no characters become U+FFFD.
func DecodePage(raw []byte) (out []byte, name string) {
	if utf8.Valid(raw) && bytes.IndexByte(raw, 0x1B) < 0 {
		return bytes.TrimPrefix(raw, []byte("\uFEFF")), "utf-8"
	}
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		out, _, name, _, _ = decode(raw)
		return out, name
	}
	label := declaredCharset(raw)
	if label == "" && !mostlyUTF8(raw) {
		label = guessCharset(raw)
	}
	e, name := charset.Lookup(label)
	if e != nil && name != "utf-8" && name != "replacement" && !strings.HasPrefix(name, "utf-16") {
		if out, err := e.NewDecoder().Bytes(raw); err == nil {
			return out, name
		}
	}
	if out, _, name, _, err := decode(bytes.ReplaceAll(raw, []byte{0}, []byte{' '})); err == nil {
		return out, name
	}
	return bytes.ToValidUTF8(raw, []byte("\uFFFD")), "utf-8"
}

// FurnitureElement reports whether an element is never text of a page.
func FurnitureElement(a atom.Atom) bool { return furnitureElements[a] }

// BlockElement reports whether an element begins and ends a block.
func BlockElement(a atom.Atom) bool { return blockElements[a] }

// HiddenElement reports whether a page does not show an element.
func HiddenElement(n *html.Node) bool { return hidden(n) }

// FurnitureRole reports whether an ARIA role is one of what surrounds a text.
func FurnitureRole(role string) bool { return furnitureRoles[role] }

// NamesFurniture reports whether a word of a class or id names what surrounds a text, or what belongs to it although it stands apart.
func NamesFurniture(word string) (furniture, kept bool) {
	return eachWord(word, furnitureWords), eachWord(word, keptWords)
}

// EachObject calls f with every object of a page's JSON-LD that may describe the page, outer ones first. What is damaged calls nothing
// and gives an error.
func EachObject(data []byte, f func(map[string]any)) error {
	var v any
	if len(data) > longestData {
		return faultf("its JSON-LD is longer than %d bytes", longestData)
	}
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	eachObject(v, 0, f)
	return nil
}

// ArticleType reports whether a type of schema.org, or one of several, is one that a text can have.
func ArticleType(v any) bool { return isArticle(v) }

// NamesOf are the names of a person or body in JSON-LD, or of several; named has the names of things that are referred to by @id.
func NamesOf(v any, named map[string]string) []string { return namesOf(v, named) }
