package ledger

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"
)

// Band brings the signatures up to date with the current revisions. It is a pass of its own, so what Similar says depends on what is
// recorded and not on the order of recording. Similar does it by itself.
func (l *Ledger) Band(ctx context.Context) error {
	fresh, err := l.column(ctx, `SELECT rev FROM latest WHERE rev NOT IN (SELECT rev FROM signature) ORDER BY rev`)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(fresh, 500) { // bounds how long others wait for the pen
		if err := l.strictly(ctx, func(b *Batch) error { return wrap(l.path, sign(b.w, part)) }); err != nil {
			return err
		}
	}
	const old = ` FROM signature WHERE rev NOT IN (SELECT rev FROM latest)`
	if stale, err := l.column(ctx, `SELECT rev`+old+` LIMIT 1`); err != nil || stale == nil {
		return err
	}
	return l.strictly(ctx, func(b *Batch) error { return wrap(l.path, b.w.exec(`DELETE`+old)) })
}

// signatureSize is that of one claim in the column bands.
const signatureSize = 4 * (2 + bands)

// sign puts the signatures of some revisions.
func sign(w *writer, revs []string) error {
	const query = `SELECT article, claim, text FROM claim WHERE rev = ? ORDER BY article, claim`
	claims, err := w.statement(query)
	if err != nil {
		return err
	}
	into := newRows()
	defer into.free()
	into.into("signature")
	for _, rev := range revs {
		rows, err := claims.QueryContext(background, rev)
		if err != nil {
			return fmt.Errorf("signature: %w", err)
		}
		data, err := signatures(rows)
		if err != nil {
			return fmt.Errorf("signature: %w", err)
		}
		into.add(rev, data)
	}
	into.end()
	return w.put(into, nil)
}

// signatures encodes those claims that have words enough to be compared.
func signatures(rows *sql.Rows) ([]byte, error) {
	defer rows.Close()
	data := []byte{}
	for rows.Next() {
		var article, claim uint32
		var text sql.RawBytes
		if err := rows.Scan(&article, &claim, &text); err != nil {
			return nil, err
		}
		g := gistOf(string(text))
		if !g.enough() {
			continue
		}
		data = binary.LittleEndian.AppendUint32(data, article)
		data = binary.LittleEndian.AppendUint32(data, claim)
		for _, hash := range g.bands() {
			data = binary.LittleEndian.AppendUint32(data, hash)
		}
	}
	return data, rows.Err()
}

// signed are the signatures of all current revisions, in memory: 92 bytes a claim, a column for each band.
type signed struct {
	revs, docs []string
	index      map[string]int // of a revision in revs
	first      []int          // of each revision's claims in spots; one more than revisions
	spots      []spot
	bands      [bands][]uint32 // parallel to spots
}

// spot is where a claim stands.
type spot struct{ rev, article, claim int32 }

// load reads the signatures in the order in which they lie on disk.
func load(conn *sql.Conn) (*signed, error) {
	s := &signed{index: map[string]int{}}
	var size int
	if err := conn.QueryRowContext(background, `SELECT coalesce(sum(length(bands)), 0) FROM signature`).Scan(&size); err != nil {
		return nil, err
	}
	s.spots = make([]spot, 0, size/signatureSize)
	for b := range s.bands {
		s.bands[b] = make([]uint32, 0, size/signatureSize)
	}
	rows, err := conn.QueryContext(background, `SELECT rev, doc, bands FROM signature JOIN revision USING (rev) ORDER BY signature.rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var rev, doc string
		var data sql.RawBytes
		if err := rows.Scan(&rev, &doc, &data); err != nil {
			return nil, err
		}
		s.add(rev, doc, data)
	}
	s.first = append(s.first, len(s.spots))
	return s, rows.Err()
}

func (s *signed) add(rev, doc string, data []byte) {
	n := len(s.revs)
	s.index[rev] = n
	s.revs, s.docs, s.first = append(s.revs, rev), append(s.docs, doc), append(s.first, len(s.spots))
	for ; len(data) >= signatureSize; data = data[signatureSize:] {
		field := func(i int) uint32 { return binary.LittleEndian.Uint32(data[4*i:]) }
		s.spots = append(s.spots, spot{int32(n), int32(field(0)), int32(field(1))})
		for b := range s.bands {
			s.bands[b] = append(s.bands[b], field(2+b))
		}
	}
}
