package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"

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
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %s %t %t %q %q %q %q", s.ID, s.Name, s.Class, s.Outlet, s.Known, s.Owner, s.Country, s.Language, s.Control))
	return s.ID + "@" + hex.EncodeToString(sum[:4])
}

// claimKey is the fingerprint of a claim's words: 16 hexadecimal digits, the same in every revision, case, blanks and punctuation
// aside.
func claimKey(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:8])
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
