package archive

import (
	"os"
	"path/filepath"
	"strconv"
)

// What a file of the search holds at most, unless a single claim's entry is longer: few enough bytes to come fast from a slow share.
const shardMost = 64 << 10

// shards writes a list in scripts, kind0.js and so on, each of which hands its part to the search: shard("kind0",[…]). A page that was opened from a disk may
// load scripts, and nothing else.
type shards struct {
	dir, kind string
	count     int
	b         []byte
}

// add adds an item of JSON in which no < stands for itself.
func (s *shards) add(item []byte) error {
	if len(s.b) > 0 && len(s.b)+len(item) > shardMost {
		if err := s.flush(); err != nil {
			return err
		}
	}
	if len(s.b) > 0 {
		s.b = append(s.b, ",\n"...)
	}
	s.b = append(s.b, item...)
	return nil
}

// begins reports whether the next item of this many bytes will be the first of its file.
func (s *shards) begins(size int) bool { return len(s.b) == 0 || len(s.b)+size > shardMost }

func (s *shards) flush() error {
	if len(s.b) == 0 {
		return nil
	}
	name := s.kind + strconv.Itoa(s.count)
	content := append([]byte(`shard("`+name+"\",[\n"), s.b...)
	s.count++
	s.b = s.b[:0]
	return os.WriteFile(filepath.Join(s.dir, name+".js"), append(content, "]);\n"...), 0o644)
}

// wordShards writes words with their claims: "word","claims", and so on. A list of claims that is too long for a file goes on in the next.
type wordShards struct {
	shards
	starts []string // the first word of each file
}

func (s *wordShards) word(word string, claims []byte) error {
	at := 0 // the claim that the last part ended with
	for len(claims) > 0 {
		var part []byte
		var next int
		part, claims, next = cutClaims(claims, at)
		item := append(appendEscaped(nil, word), `,"`...)
		item = append(append(item, part...), '"')
		if s.begins(len(item)) {
			s.starts = append(s.starts, word)
		}
		if err := s.add(item); err != nil {
			return err
		}
		at = next
	}
	return nil
}

// cutClaims parts a list of steps that is longer than a file: what stands in this one, whose first step counts from 0, the rest, and the claim that the part ends
// with. at is where the list begins.
func cutClaims(steps []byte, at int) (part, rest []byte, end int) {
	if at == 0 && len(steps) <= shardMost/2 {
		return steps, nil, 0
	}
	first := true
	for i := 0; i < len(steps); {
		step, n := readStep(steps[i:])
		at += step
		if first {
			part, first = appendStep(part, at), false
		} else {
			part = append(part, steps[i:i+n]...)
		}
		i += n
		if len(part) >= shardMost/2 {
			return part, steps[i:], at
		}
	}
	return part, nil, at
}

// readStep is the step that a list begins with, and its length.
func readStep(b []byte) (step, n int) {
	scale := 1
	for n < len(b) {
		d := digitOf[b[n]]
		n++
		step += d % 32 * scale
		scale *= 32
		if d < 32 {
			break
		}
	}
	return step, n
}

var digitOf = func() (of [256]int) {
	for i := range len(digits) {
		of[digits[i]] = i
	}
	return of
}()
