package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"example.org/verify/score"
)

// Meta is what a revision is recorded with beside the document.
type Meta struct {
	Doc    string // the document's own key: --id, canonical address, publication and issue, path, or sha256
	Path   string // where it was read, "" for standard input
	SHA256 string // of the file, hexadecimal
	Tool   string // version of verify
	Now    time.Time
}

// RevisionKey is the key of a revision: 20 hexadecimal digits (80 bits) of a SHA-256 over the document's key, the file, the
// settings and the evidence used. The time of recording has no part in it.
func RevisionKey(meta Meta, env score.Env) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q\n", meta.Doc, meta.SHA256, env.Settings)
	for a := range env.Evidence {
		for i := range env.Evidence[a] {
			if ev := &env.Evidence[a][i]; ev.Sought || ev.Agency != "" || len(ev.NearCopyOf) > 0 {
				fmt.Fprintf(h, "%d %d %+v\n", a, i, *ev)
			}
		}
	}
	if len(env.EvidenceFor) > 0 {
		fmt.Fprintf(h, "%+v\n", env.EvidenceFor) // fmt sorts the keys
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// sourceKey is the key of a source as known now: its id and 8 hexadecimal digits over the rest.
func sourceKey(s *score.Source) string {
	var room [256]byte
	b := append(strconv.AppendQuote(room[:0], s.ID), ' ')
	b = append(strconv.AppendQuote(b, s.Name), ' ')
	b = append(append(b, s.Class.String()...), ' ')
	b = append(strconv.AppendBool(b, s.Outlet), ' ')
	b = strconv.AppendBool(b, s.Known)
	for _, word := range [...]string{s.Owner, s.Country, s.Language, s.Control} {
		b = strconv.AppendQuote(append(b, ' '), word)
	}
	sum := sha256.Sum256(b)
	return s.ID + "@" + hex.EncodeToString(sum[:4])
}

// claimKey is the fingerprint of a claim's words: 16 hexadecimal digits, the same in every revision, case, blanks and punctuation
// aside.
func claimKey(text string) string {
	var room [512]byte
	sum := sha256.Sum256(appendWords(room[:0], text))
	return hex.EncodeToString(sum[:8])
}

// appendWords appends the words of a text in lower case, with a blank between two. Words are runs of letters and figures.
func appendWords(b []byte, text string) []byte {
	start, open := len(b), false
	for _, r := range text {
		if r >= utf8.RuneSelf {
			r = unicode.ToLower(r)
		} else if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if !isWord(r) {
			open = false
			continue
		}
		if !open && len(b) > start {
			b = append(b, ' ')
		}
		open = true
		b = utf8.AppendRune(b, r)
	}
	return b
}

// isWord reports whether a letter, in lower case, or a figure belongs to a word.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// stamp is how a time is recorded: UTC, to the millisecond, so that stamps sort as text.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// null is NULL for "".
func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// number is an index as it is recorded, counting from 1; NULL for -1.
func number(i int) any {
	if i < 0 {
		return nil
	}
	return i + 1
}

// numbers are indices as they are recorded, a JSON list counting from 1; NULL for none.
func numbers(indices []int) any {
	if len(indices) == 0 {
		return nil
	}
	n := make([]int, len(indices))
	for i, x := range indices {
		n[i] = x + 1
	}
	b, _ := json.Marshal(n) // a list of numbers cannot fail
	return string(b)
}
