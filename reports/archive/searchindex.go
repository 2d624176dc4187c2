package archive

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// indexMost is how many bytes of an index lie in memory before they are put aside in a file.
const indexMost = 24 << 20

// index gathers in which claims each word stands: claims come in the order of their numbers. What does not fit in memory is put aside in sorted runs, and joined
// at the end.
type index struct {
	dir   string // for the runs
	words map[string]*postings
	size  int
	runs  []*os.File
}

// postings are the claims of one word.
type postings struct {
	first, last int
	steps       []byte // from each claim to the next
}

// digits are the figures of a step in base 32, the lowest first; the upper half of them says that more follow.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func appendStep(b []byte, n int) []byte {
	for n >= 32 {
		b = append(b, digits[32+n%32])
		n /= 32
	}
	return append(b, digits[n])
}

func newIndex(dir string) *index { return &index{dir: dir, words: map[string]*postings{}} }

// add adds a claim, whose number is not below that of the last one.
func (x *index) add(claim int, words []string) error {
	for _, w := range words {
		p := x.words[w]
		if p == nil {
			w = strings.Clone(w) // which else holds the text it stands in
			x.words[w] = &postings{first: claim, last: claim}
			x.size += len(w) + 96 // an entry of the map and what it points to, roughly
			continue
		}
		if p.last == claim {
			continue
		}
		before := cap(p.steps)
		p.steps = appendStep(p.steps, claim-p.last)
		p.last = claim
		x.size += cap(p.steps) - before
	}
	if x.size < indexMost {
		return nil
	}
	return x.putAside()
}

// putAside writes a run: words in order, with the numbers of their first and last claim and the steps.
func (x *index) putAside() error {
	f, err := os.CreateTemp(x.dir, ".run.")
	if err != nil {
		return err
	}
	x.runs = append(x.runs, f)
	w := bufio.NewWriter(f)
	var b []byte
	for _, word := range slices.Sorted(maps.Keys(x.words)) {
		p := x.words[word]
		b = binary.AppendUvarint(b[:0], uint64(len(word)))
		b = append(b, word...)
		for _, n := range []int{p.first, p.last, len(p.steps)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		if _, err := w.Write(append(b, p.steps...)); err != nil {
			return err
		}
	}
	x.words, x.size = map[string]*postings{}, 0
	return w.Flush()
}

// each calls f for each word in the order of its bytes, with the number of its first claim and the steps to the others. f keeps nothing.
func (x *index) each(f func(word string, claims []byte) error) error {
	sources := make([]source, 0, len(x.runs)+1)
	for _, run := range x.runs {
		if _, err := run.Seek(0, io.SeekStart); err != nil {
			return err
		}
		sources = append(sources, source{r: bufio.NewReader(run)})
	}
	sources = append(sources, source{words: slices.Sorted(maps.Keys(x.words)), of: x.words})
	for i := range sources {
		if err := sources[i].next(); err != nil {
			return err
		}
	}
	var claims []byte
	for {
		word, ok := lowest(sources)
		if !ok {
			return nil
		}
		last := 0
		claims = claims[:0]
		for i := range sources {
			s := &sources[i]
			if s.ended || s.word != word {
				continue
			}
			claims = append(appendStep(claims, s.first-last), s.steps...)
			last = s.last
			if err := s.next(); err != nil {
				return err
			}
		}
		if err := f(word, claims); err != nil {
			return err
		}
	}
}

// lowest is the first word that a source has next.
func lowest(sources []source) (word string, ok bool) {
	for i := range sources {
		if s := &sources[i]; !s.ended && (!ok || s.word < word) {
			word, ok = s.word, true
		}
	}
	return word, ok
}

// source reads the words of a run, or of the memory, in order.
type source struct {
	r     *bufio.Reader
	words []string
	of    map[string]*postings

	word  string
	ended bool
	postings
}

func (s *source) next() error {
	if s.r == nil {
		if s.ended = len(s.words) == 0; !s.ended {
			s.word, s.words = s.words[0], s.words[1:]
			s.postings = *s.of[s.word]
		}
		return nil
	}
	n, err := binary.ReadUvarint(s.r)
	if errors.Is(err, io.EOF) {
		s.ended = true
		return nil
	}
	word := make([]byte, n)
	if _, err2 := io.ReadFull(s.r, word); err != nil || err2 != nil {
		return errors.Join(err, err2)
	}
	s.word = string(word)
	var size int
	for _, to := range []*int{&s.first, &s.last, &size} {
		v, err := binary.ReadUvarint(s.r)
		if err != nil {
			return err
		}
		*to = int(v)
	}
	s.steps = slices.Grow(s.steps[:0], size)[:size]
	_, err = io.ReadFull(s.r, s.steps)
	return err
}

// close takes the runs away.
func (x *index) close() error {
	var errs []error
	for _, f := range x.runs {
		errs = append(errs, f.Close(), os.Remove(f.Name()))
	}
	x.runs = nil
	return errors.Join(errs...)
}
