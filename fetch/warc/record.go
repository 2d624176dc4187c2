package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/http/httpguts"
)

// The profiles of records that refer to another (ISO 28500:2017, 6.7.2 and 6.7.3).
const (
	samePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	notModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// record is one of the file. Empty fields are not written.
type record struct {
	kind    string // warcinfo, response, request, revisit
	id      string
	uri     string
	at      time.Time
	peer    string
	mime    string // of the block
	payload string // digest
	block   []byte
	with    string // id of the record that it belongs to
	profile string // of a revisit
	to      *record
	name    string // of the file
}

// identify gives a record the id that its content makes: a UUID of version 8, RFC 9562, 5.8.
func (r *record) identify() *record {
	h := sha256.New()
	for _, part := range []string{r.kind, r.uri, stamp(r.at), r.profile, digest(r.block)} {
		fmt.Fprintf(h, "%d %s\n", len(part), part)
	}
	id := h.Sum(nil)[:16]
	id[6], id[8] = id[6]&0x0F|0x80, id[8]&0x3F|0x80
	r.id = fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
	return r
}

// writeTo writes the record, which a gzip member takes in memory: no error comes of it.
func (r *record) writeTo(z *gzip.Writer) {
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	for _, f := range [...][2]string{
		{"WARC-Type", r.kind}, {"WARC-Record-ID", r.id}, {"WARC-Date", stamp(r.at)}, {"WARC-Filename", r.name}, {"WARC-Target-URI", r.uri},
		{"WARC-IP-Address", r.peer}, {"WARC-Concurrent-To", r.with}, {"WARC-Profile", r.profile}, {"WARC-Refers-To", r.to.idOf()},
		{"WARC-Refers-To-Target-URI", r.to.uriOf()}, {"WARC-Refers-To-Date", r.to.dateOf()}, {"WARC-Payload-Digest", r.payload},
		{"WARC-Block-Digest", digest(r.block)}, {"Content-Type", r.mime}, {"Content-Length", strconv.Itoa(len(r.block))},
	} {
		if f[1] != "" {
			b.WriteString(f[0] + ": " + oneLine(f[1]) + "\r\n")
		}
	}
	b.WriteString("\r\n")
	z.Write(b.Bytes())          //nolint:errcheck // into memory
	z.Write(r.block)            //nolint:errcheck // into memory
	z.Write([]byte("\r\n\r\n")) //nolint:errcheck // into memory
}

func (r *record) idOf() string {
	if r == nil {
		return ""
	}
	return r.id
}

func (r *record) uriOf() string {
	if r == nil {
		return ""
	}
	return r.uri
}

func (r *record) dateOf() string {
	if r == nil {
		return ""
	}
	return stamp(r.at)
}

// stamp is a date as ISO 28500:2017, 5.4, has it: UTC, and a fraction of the second where there is one.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.999999999Z") }

// oneLine takes out what would end a line: no value that came from outside writes a header of its own.
func oneLine(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\t' || c == 0x7F {
			return ' '
		}
		return c
	}, s)
}

func infoRecord(i Info) *record {
	var b strings.Builder
	for _, f := range [...][2]string{{"software", i.Software}, {"format", "WARC File Format 1.1"}, {"conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"},
		{"description", i.Title}, {"robots", "obey"}} {
		if f[1] != "" {
			b.WriteString(f[0] + ": " + oneLine(f[1]) + "\r\n")
		}
	}
	return (&record{kind: "warcinfo", at: i.At, mime: "application/warc-fields", name: i.File, block: []byte(b.String())}).identify()
}

// answerRecord holds an answer whole.
func answerRecord(x *Exchange) *record {
	r := &record{kind: "response", uri: target(x.URL), at: x.At, peer: x.Peer, mime: "application/http; msgtype=response", payload: digest(x.Body)}
	r.block = append(answerHead(x.Status, x.Header, len(x.Body)), x.Body...)
	return r.identify()
}

// refer makes of an answer one that refers to an earlier one with the same payload: its header stays.
func (r *record) refer(old *record) {
	r.kind, r.profile, r.to = "revisit", samePayload, old
	r.block = r.block[:bytes.Index(r.block, []byte("\r\n\r\n"))+4]
	r.identify()
}

func requestRecord(x *Exchange, answer *record) *record {
	return (&record{kind: "request", uri: answer.uri, at: x.At, peer: x.Peer, mime: "application/http; msgtype=request", with: answer.id, block: requestHead(x)}).identify()
}

// confirmationRecord says that the server later held its answer for unchanged.
func confirmationRecord(x *Exchange, answer *record) *record {
	r := &record{kind: "revisit", uri: answer.uri, at: x.Confirmed, mime: answer.mime, payload: answer.payload, profile: notModified, to: answer}
	r.block = answerHead(http.StatusNotModified, x.Confirmation, -1)
	return r.identify()
}

// answerHead is the head of an answer, its fields sorted by name; a length below 0 is not said.
func answerHead(status int, h http.Header, length int) []byte {
	var b bytes.Buffer
	b.WriteString(strings.TrimSpace(fmt.Sprintf("HTTP/1.1 %d %s", status, http.StatusText(status))) + "\r\n")
	writeFields(&b, h, "Content-Length", "Transfer-Encoding")
	if length >= 0 {
		fmt.Fprintf(&b, "Content-Length: %d\r\n", length)
	}
	b.WriteString("\r\n")
	return b.Bytes()
}

func requestHead(x *Exchange) []byte {
	var b bytes.Buffer
	path, host := "/", ""
	if u, err := url.Parse(x.URL); err == nil {
		u.Fragment, u.RawFragment = "", ""
		path, host = u.RequestURI(), u.Host
	}
	b.WriteString("GET " + target(path) + " HTTP/1.1\r\nHost: " + oneLine(host) + "\r\n")
	writeFields(&b, x.Request, "Host")
	b.WriteString("\r\n")
	return b.Bytes()
}

// writeFields writes a header without some of its fields. A name that none may have is left out, and no value ends its line.
func writeFields(b *bytes.Buffer, h http.Header, without ...string) {
	for _, name := range slices.Sorted(maps.Keys(h)) {
		if slices.Contains(without, http.CanonicalHeaderKey(name)) || !httpguts.ValidHeaderFieldName(name) {
			continue
		}
		for _, v := range h[name] {
			b.WriteString(name + ": " + oneLine(v) + "\r\n")
		}
	}
}

// mimeOf is the media type that an answer declares, without its parameters; "unk" where it declares none, as indexes have it.
func mimeOf(h http.Header) string {
	kind, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return "unk"
	}
	return kind
}
