package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// A desk's file is read or is an error in one line with its place; one that came with a document opens no network and grades nobody.
func FuzzConfig(f *testing.F) {
	f.Add(sample)
	for _, s := range []string{
		"[fetch]\ncontact = \"a@b.example\"\nallow = [\"127.0.0.1:80\"]", "fetch = {contact = 'x'}", "fetch.contact = 'x'", "[[silence]]\nrule = \"date.stale\"\nuntil = \"2027-01-01\"",
		"[policy.rules]\n\"date.stale\" = \"off\"", "[points]\nA = 0.5", "[ratings]\nreuters = \"A\"", "[ledger]\nfile = \"../x\"", "[document]\npublished = \"2018-13\"", "\ufeff[policy]", "x = ",
	} {
		f.Add([]byte(s))
	}
	path := filepath.Join(f.TempDir(), "x.toml")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, trusted := range []bool{true, false} {
			file, err := readConfig(path, trusted)
			if err != nil {
				if !strings.HasPrefix(err.Error(), path) || strings.Contains(err.Error(), "\n") {
					t.Fatalf("%q", err)
				}
				continue
			}
			if !trusted && (!reflect.DeepEqual(file.config.Fetch, fetchConfig{}) || file.config.Ratings != nil) {
				t.Fatalf("believed: %+v", file.config)
			}
			if at := file.ledgerPath(); !trusted && at != "" && !strings.HasPrefix(at, filepath.Dir(path)) {
				t.Fatalf("a ledger at %s", at)
			}
		}
	})
}

// A baseline that can be read is written as it was.
func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"schema":"verify/baseline/1","documents":{"a.txt":{"1f":{"rule":"date.stale","message":"x"}}}}`))
	f.Add([]byte(`{"schema":"verify/baseline/1","documents":null}`))
	f.Add([]byte(`{"schema":"verify/baseline/1","documents":{"":null}} x`))
	path := filepath.Join(f.TempDir(), "baseline.json")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := readBaseline(path)
		if err != nil {
			return
		}
		again, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, again, 0o600); err != nil {
			t.Fatal(err)
		}
		if c, err := readBaseline(path); err != nil || !reflect.DeepEqual(b.Documents, c.Documents) {
			t.Fatalf("%+v, then %+v, %v", b, c, err)
		}
	})
}

// A manifest that can be read is the same once it was written and read again: an audit without one goes by the one that was kept.
func FuzzManifest(f *testing.F) {
	for _, s := range []string{"path,date,title,authors,section\na.txt,2018-05-18,T,A B,Front\n", "\ufeffPath , date\n\"a\nb\",2018\n", "path\n/x\n/x\n", "date,path,path\n2018-05,a,b", "path\r\n..\\a.txt\r\n",
		"\ufeffpath;date\r\na,b.txt;2018\r\n", "path\tdate\na;b.txt\t2018\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := manifestOf(content)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q", err)
			}
			return
		}
		var out bytes.Buffer
		if err := m.write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := manifestOf(out.Bytes())
		if err != nil {
			t.Fatalf("%q: %v", out.String(), err)
		}
		var second bytes.Buffer
		if err := again.write(&second); err != nil || second.String() != out.String() {
			t.Fatalf("%q, then %q, %v", out.String(), second.String(), err)
		}
	})
}

func manifestOf(content []byte) (*manifest, error) {
	m := &manifest{entries: map[string]manifestEntry{}}
	return m, m.read(newSheet(bytes.NewReader(content)), "/archive")
}

// What stands between NULs on standard input is given part by part, and of a part no more than may be kept.
func FuzzParted(f *testing.F) {
	f.Add([]byte("a\x00b\x00\x00c"), int64(2))
	f.Add([]byte(strings.Repeat("x", 70<<10)+"\x00"), int64(1<<16))
	f.Fuzz(func(t *testing.T, in []byte, most int64) {
		if most < 0 || most > 1<<20 {
			return
		}
		r := bufio.NewReaderSize(bytes.NewReader(in), 64)
		for _, want := range bytes.Split(in, []byte{0}) {
			got, err := untilNull(r, most)
			if !bytes.HasPrefix(want, got) || len(got) < min(len(want), int(most)) {
				t.Fatalf("%q of %q, %v", got, want, err)
			}
			if errors.Is(err, io.EOF) {
				break
			}
		}
	})
}

// A comment silences findings of its rule in its paragraph or is a fault, whatever it says.
func FuzzIgnore(f *testing.F) {
	for _, c := range []string{"verify:ignore date.stale: the day is right (by A. Roe, until 2027-01-01)", "verify:ignore date.stale", "verify:ignore x: y", "verify:ignore date.stale: (until 2018-13-41)", "verify:ignore date.stale: a (b) (by )", " x "} {
		f.Add("Ships left.", c, "They came back (Reuters, May 3).")
	}
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, before, comment, after string) {
		src := before + "\n\n<!-- " + comment + " -->\n\n" + after
		x, err := text.Parse("x.md", []byte(src), text.Options{})
		if err != nil {
			return
		}
		var findings []score.Finding
		for _, b := range x.Blocks {
			s := x.Source(b.Range)
			findings = append(findings, score.Finding{Rule: "date.stale", Span: citations.Span{Start: s.Start, End: s.Start + 1}})
		}
		faults := silenceByComments(x, findings, day)
		for _, fault := range faults {
			if fault.Span.Start < 0 || fault.Span.End < fault.Span.Start || fault.Span.End > len(src) || fault.What == "" || fault.Cure == "" {
				t.Fatalf("%+v of %d", fault, len(src))
			}
		}
		marks := 0
		for _, c := range x.Comments {
			if strings.HasPrefix(strings.TrimSpace(c.Text), ignoreMark) {
				marks++
			}
		}
		for _, f := range findings {
			if f.Silenced == nil {
				continue
			}
			if marks == len(faults) || f.Silenced.Reason == "" || f.Silenced.Until != "" && f.Silenced.Until < "2026" {
				t.Fatalf("%d comments, %d faults, %+v", marks, len(faults), f.Silenced)
			}
		}
	})
}
