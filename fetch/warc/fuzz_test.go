package warc

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// Whatever a server sends, the file has the records that it should have, each as long as it says, and the index leads to them.
func FuzzWrite(f *testing.F) {
	f.Add("http://a.example/x?b=2&a=1", "text/html", "<p>x</p>", "X-Odd", "a\r\nb", 200)
	f.Add("\r\n\x00", "", "", "", "\xff", -1)
	f.Add("https://[::1]:8080/é", "WARC/1.1\r\n\r\n", "WARC/1.1", "Content-Length", "7", 304)
	f.Fuzz(func(t *testing.T, address, mime, body, name, value string, status int) {
		x := &Exchange{URL: address, At: day(1), Peer: value, Request: http.Header{name: {value}}, Status: status,
			Header: http.Header{"Content-Type": {mime}, name: {value, value}}, Body: []byte(body), Confirmed: day(2), Confirmation: http.Header{name: {value}}}
		var out bytes.Buffer
		entries, err := Write(&out, Info{File: value, Software: mime, Title: address, At: day(9)}, all(x, x))
		if err != nil {
			return
		}
		for _, r := range members(t, out.Bytes()) {
			checkRecord(t, r)
		}
		for _, e := range entries {
			if e.Offset < 0 || e.Length <= 0 || e.Offset+e.Length > int64(out.Len()) {
				t.Fatalf("entry %+v of %d bytes", e, out.Len())
			}
			if one := members(t, out.Bytes()[e.Offset:e.Offset+e.Length]); len(one) != 1 || !strings.HasPrefix(one[0], "WARC/1.1\r\n") {
				t.Fatalf("entry %+v leads to %q", e, one)
			}
		}
		if Key(address) != Key(address) || strings.ContainsAny(Key(address), "\r\n") {
			t.Fatalf("key %q", Key(address))
		}
	})
}

// checkRecord wants a head of fields in one line each, and a block of the length that it gives.
func checkRecord(t *testing.T, r string) {
	t.Helper()
	head, block, ok := strings.Cut(r, "\r\n\r\n")
	if !ok || !strings.HasPrefix(head, "WARC/1.1\r\n") {
		t.Fatalf("no head: %q", r)
	}
	length := -1
	for _, line := range strings.Split(head, "\r\n")[1:] {
		name, value, ok := strings.Cut(line, ": ")
		if !ok || name == "" || strings.ContainsAny(value, "\r\n") {
			t.Fatalf("field %q of %q", line, head)
		}
		if name == "Content-Length" {
			if length >= 0 {
				t.Fatalf("two lengths: %q", head)
			}
			length, _ = strconv.Atoi(value)
		}
	}
	if block != block[:max(0, min(length, len(block)))]+"\r\n\r\n" {
		t.Fatalf("%d bytes said, %q", length, block)
	}
}
