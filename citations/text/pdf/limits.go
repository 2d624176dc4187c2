package pdf

import (
	"context"
	"fmt"
	"time"
)

// Limits bound what one file may cost. A file that goes beyond one fails as a whole.
type Limits struct {
	Context context.Context // its end ends the reading; nil never ends
	Time    time.Duration   // for the whole file
	Pages   int
	Stream  int  // bytes of one decoded stream
	Total   int  // bytes of all decoded streams
	Glyphs  int  // of the whole file
	Alone   bool // ask no other program, though it be installed
}

// DefaultLimits are wide: a book of 1,000 pages comes near none of them.
var DefaultLimits = Limits{Time: 30 * time.Second, Pages: 5_000, Stream: 32 << 20, Total: 512 << 20, Glyphs: 16 << 20}

// A limitError ends the reading of a file that goes beyond a limit. It travels as a panic from deep inside the reading to
// Read, which returns it.
type limitError string

// Error says which limit, and what became of the file.
func (e limitError) Error() string { return string(e) }

// budget is what is left of the limits.
type budget struct {
	Limits
	end    time.Time
	steps  int
	total  int
	glyphs int
}

func newBudget(l Limits) *budget { return &budget{Limits: l, end: time.Now().Add(l.Time)} }

// tick counts one step of work and looks at the clock now and then.
func (b *budget) tick() {
	b.steps++
	if b.steps&1023 == 0 {
		b.look()
	}
}

// look looks at the clock.
func (b *budget) look() {
	if b.Context != nil && b.Context.Err() != nil {
		panic(limitError(b.Context.Err().Error()))
	}
	if time.Now().After(b.end) {
		panic(limitError(fmt.Sprintf("reading it took longer than %s; it may be made to be slow: nothing of it was taken", b.Time)))
	}
}

// spend counts n freshly decoded bytes of a stream that now has size bytes.
func (b *budget) spend(n, size int) {
	b.total += n
	if size > b.Stream || b.total > b.Total {
		panic(limitError(fmt.Sprintf("it unpacks to more than %d MiB; it may be made to fill the memory: nothing of it was taken", min(b.Stream, b.Total)>>20)))
	}
	b.look()
}

// crowded is how many rows a page may have for the searches that compare them with each other: notes, superscripts, heads over columns. The
// most crowded page of a newspaper has a fifth of that.
const crowded = 3000
