// Package warc writes what was asked and answered as web archives do: WARC 1.1 (ISO 28500:2017), each record packed by itself, and WACZ
// 1.1.1, which puts such a file, its index and its pages into one that can be handed on and looked at in a browser.
//
// The same exchanges give the same bytes, whenever they are written: dates are those of the exchanges, and the ids of records are made of
// what the records hold.
//
// Write writes the records of Exchanges, WriteWACZ the archive around them. Both take them as they come; each call serves one goroutine.
package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"time"
)

// Exchange is one request with its answer.
type Exchange struct {
	URL          string // that was asked
	At           time.Time
	Peer         string // IP address that answered, "" if it is not known
	Request      http.Header
	Status       int
	Header       http.Header
	Body         []byte      // as the header's Content-Encoding says, which it has none of where it was unpacked
	Confirmed    time.Time   // when a 304 last said that it stands; zero for never
	Confirmation http.Header // of that 304
}

// Info is what the first record says of the file.
type Info struct {
	File     string    // its name
	Software string    // that wrote it, as verify/1.2
	Title    string    // what it is for
	At       time.Time // when it was written: no clock is read
}

// Entry is where a record lies in the file.
type Entry struct {
	URL            string
	At             time.Time
	Mime           string // of the answer; warc/revisit for one that refers to another
	Status         int
	Digest         string // of the payload
	Offset, Length int64  // bytes of the packed record
}

// Write writes an exchange after the other as they come, behind a record about the file. A body that was written already is referred to.
// It gives the places of the answers, in the order of the file. An error of the sequence ends it.
func Write(w io.Writer, info Info, all iter.Seq2[*Exchange, error]) ([]Entry, error) {
	f := &file{w: w, first: map[string]*record{}}
	if err := f.write(infoRecord(info)); err != nil {
		return nil, err
	}
	for x, err := range all {
		if err != nil {
			return nil, err
		}
		if err := f.exchange(x); err != nil {
			return nil, fmt.Errorf("%s: %w", x.URL, err)
		}
	}
	return f.entries, nil
}

// file is one that is being written.
type file struct {
	w       io.Writer
	at      int64
	first   map[string]*record // the first answer with a payload, by its digest
	entries []Entry
}

// exchange writes the answer, the request, and where a 304 has confirmed it later, that.
func (f *file) exchange(x *Exchange) error {
	answer := answerRecord(x)
	if old := f.first[answer.payload]; old != nil && len(x.Body) > 0 {
		answer.refer(old)
	} else {
		f.first[answer.payload] = &record{id: answer.id, uri: answer.uri, at: answer.at}
	}
	if err := f.index(answer, x); err != nil {
		return err
	}
	if err := f.write(requestRecord(x, answer)); err != nil {
		return err
	}
	if x.Confirmed.IsZero() {
		return nil
	}
	return f.index(confirmationRecord(x, answer), x)
}

// index writes an answer and remembers where.
func (f *file) index(r *record, x *Exchange) error {
	from := f.at
	if err := f.write(r); err != nil {
		return err
	}
	e := Entry{URL: r.uri, At: r.at, Mime: mimeOf(x.Header), Status: x.Status, Digest: r.payload, Offset: from, Length: f.at - from}
	if r.kind == "revisit" {
		e.Mime = "warc/revisit"
	}
	f.entries = append(f.entries, e)
	return nil
}

// write packs one record as a member of its own.
func (f *file) write(r *record) error {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	r.writeTo(z)
	if err := z.Close(); err != nil {
		return err
	}
	n, err := f.w.Write(packed.Bytes())
	f.at += int64(n)
	return err
}

// digest names the algorithm with the sum, as readers of WARC want it.
func digest(b []byte) string {
	h := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(h[:])
}

// target is an address as a header may carry it: nothing in it ends the line or the field.
func target(address string) string {
	if u, err := url.Parse(address); err == nil {
		u.Fragment, u.RawFragment = "", ""
		address = u.String()
	}
	out := make([]byte, 0, len(address))
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c >= 0x7F || c == '<' || c == '>' {
			out = fmt.Appendf(out, "%%%02X", c)
		} else {
			out = append(out, c)
		}
	}
	return string(out)
}
