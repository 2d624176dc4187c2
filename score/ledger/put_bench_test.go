package ledger_test

import (
	"testing"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// BenchmarkPut records documents of the size of a magazine issue, fifty in a transaction.
func BenchmarkPut(b *testing.B) {
	l := open(b)
	m := newMaker(3)
	rows := 0
	var batch *ledger.Batch
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		doc, env, meta := m.magazine(i)
		for a := range doc.Articles {
			art := &doc.Articles[a]
			rows += 1 + len(art.Claims) + len(art.Citations) + len(art.Notes)
			for c := range art.Claims {
				rows += len(art.Claims[c].Citations)
			}
		}
		b.StartTimer()
		if i%50 == 0 {
			batch = turn(b, l, batch)
		}
		if _, err := batch.Put(b.Context(), doc, env, meta); err != nil {
			b.Fatal(err)
		}
	}
	if err := batch.Commit(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

// magazine is a document of the size of a magazine issue, eight articles, another one for each i.
func (m *maker) magazine(i int) (*citations.Document, score.Env, ledger.Meta) {
	doc, env, meta := m.document(i)
	for len(doc.Articles) < 8 {
		doc.Articles = append(doc.Articles, m.article(0))
	}
	meta.SHA256, meta.Doc = "x", string(rune(i))+meta.Doc
	return doc, env, meta
}

// turn ends one batch and begins the next.
func turn(b *testing.B, l *ledger.Ledger, batch *ledger.Batch) *ledger.Batch {
	if batch != nil {
		if err := batch.Commit(); err != nil {
			b.Fatal(err)
		}
	}
	batch, err := l.Begin(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return batch
}

// BenchmarkCounts reads the counts of one document of eight articles in a ledger of a thousand others, inside a batch.
func BenchmarkCounts(b *testing.B) {
	l := open(b)
	fill(b, l, 1000, false)
	batch := turn(b, l, nil)
	defer batch.Rollback()
	m := newMaker(3)
	doc, env, meta := m.magazine(2000)
	rev, _ := recordIn(b, batch, doc, env, meta)
	for b.Loop() {
		if _, err := batch.Counts(b.Context(), rev); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRecord is what the one writer does for a document of a magazine issue's size that others have prepared.
func BenchmarkRecord(b *testing.B) {
	l := open(b)
	m := newMaker(3)
	var batch *ledger.Batch
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		doc, env, meta := m.magazine(i)
		trail := score.Trace(doc, env)
		r, err := ledger.NewRecord(doc, trail, env, meta, nil, trail.Analyse(doc, env, trail.Count(doc)))
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if i%50 == 0 {
			batch = turn(b, l, batch)
		}
		if err := batch.Record(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
	if err := batch.Commit(); err != nil {
		b.Fatal(err)
	}
}
