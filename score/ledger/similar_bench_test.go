//go:build unix

package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/verify/score/ledger"
)

// BenchmarkSimilar brings the signatures of a whole ledger up to date and looks for what is similar to each of its claims, in ledgers of a
// thousand and, with VERIFY_CLAIMS=1000000, of more claims. It reports the processor time (user and system) that a claim takes, which other
// programs on the machine do not change, and the time for one document alone.
func BenchmarkSimilar(b *testing.B) {
	sizes := []int{1000, 20000}
	if n, err := strconv.Atoi(os.Getenv("VERIFY_CLAIMS")); err == nil {
		sizes = append(sizes[:1], n)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := openAt(b, filepath.Join(b.TempDir(), "ledger.db"))
			revs := vocabulary(b, l, n)
			var banding, seeking, one time.Duration
			likes := 0
			for b.Loop() {
				execRaw(b, l.Path(), `DELETE FROM signature`)
				banding += timed(b, func() error { return l.Band(b.Context()) })
				count := func(_ string, found []ledger.Like) error { likes += len(found); return nil }
				seeking += timed(b, func() error { _, err := l.Similar(b.Context(), revs, count); return err })
				none := func(string, []ledger.Like) error { return nil }
				one += timed(b, func() error { _, err := l.Similar(b.Context(), revs[:1], none); return err })
			}
			claims := float64(n * b.N)
			b.ReportMetric(float64(banding.Nanoseconds())/1000/claims, "µs/claim-banded")
			b.ReportMetric(float64(seeking.Nanoseconds())/1000/claims, "µs/claim-sought")
			b.ReportMetric(float64((banding+seeking).Nanoseconds())/1000/claims, "µs/claim")
			b.ReportMetric(float64(likes)/claims, "likes/claim")
			b.ReportMetric(float64(one.Microseconds())/1000/float64(b.N), "ms/document-alone")
		})
	}
}

// timed is the processor time that f takes, with what the garbage collector does meanwhile.
func timed(b *testing.B, f func() error) time.Duration {
	b.Helper()
	start := processor(b)
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return processor(b) - start
}

func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// vocabulary records n claims of random words, fifty a document; one in ten repeats the words of any claim before it.
func vocabulary(b *testing.B, l *ledger.Ledger, n int) []string {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	batch := turn(b, l, nil)
	var revs, said []string
	for d := range n / 50 {
		claims := make([]string, 50)
		for i := range claims {
			if r.IntN(10) == 0 && len(said) > 0 {
				claims[i] = said[r.IntN(len(said))]
				continue
			}
			var words []string
			for range 12 + r.IntN(10) {
				words = append(words, "w"+strconv.Itoa(r.IntN(50000)))
			}
			claims[i] = strings.Join(words, " ")
		}
		said = append(said, claims...)
		revs = append(revs, texts(b, batch, fmt.Sprint(d), claims...))
		if d%500 == 499 {
			batch = turn(b, l, batch)
		}
	}
	if err := batch.Commit(); err != nil {
		b.Fatal(err)
	}
	return revs
}
