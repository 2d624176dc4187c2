package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf16"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// slips are lines with a comma and a known misspelling to mend.
const slips = "Ferry Talks\r\n\r\nThe two ministers met in Tripoli (Libya Herald, May 3). They agreed on a new line (Libya Observer May 4). The port opens in June (Reuters, May 5).\r\n\r\n" +
	"The café was closed in June (L'esspresso, May 6)."

// mended runs check with flags on ferry.txt in a new folder, and gives its exit code, what it printed and what it left in the file.
func mended(t *testing.T, content []byte, flags ...string) (code int, printed string, after []byte) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("ferry.txt", content, 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	code = run(context.Background(), append([]string{"check", "--ledger", "none", "--no-config", "--published", "2018-05-18", "ferry.txt"}, flags...), streams{strings.NewReader(""), &out, io.Discard})
	after, err := os.ReadFile("ferry.txt")
	if err != nil {
		t.Fatal(err)
	}
	return code, out.String(), after
}

// TestMendBytes mends files of several charsets: line ends and the bytes around the mends stay, and the diff makes the same file.
func TestMendBytes(t *testing.T) {
	for name, encode := range map[string]func(string) []byte{
		"utf-8":        func(s string) []byte { return []byte(s) },
		"with a mark":  func(s string) []byte { return []byte("\ufeff" + s) },
		"windows-1252": func(s string) []byte { return []byte(strings.ReplaceAll(s, "é", "\xe9")) },
		"utf-16":       toUTF16,
		"utf-32":       toUTF32,
	} {
		t.Run(name, func(t *testing.T) {
			want := encode(strings.NewReplacer("Observer May 4", "Observer, May 4", "esspresso", "Espresso").Replace(slips))
			if _, _, got := mended(t, encode(slips), "--write"); !bytes.Equal(got, want) {
				t.Errorf("--write made %q, want %q", got, want)
			}
			code, diff, left := mended(t, encode(slips), "--diff")
			if !bytes.Equal(left, encode(slips)) {
				t.Error("--diff has written the file")
			}
			if name == "utf-16" || name == "utf-32" {
				if code != exitUnable || diff != "" {
					t.Errorf("a diff of %s: exit code %d, %q", name, code, diff)
				}
				return
			}
			patch := exec.Command("patch", "-s", "-p0", "--binary")
			patch.Stdin = strings.NewReader(diff)
			if out, err := patch.CombinedOutput(); err != nil {
				t.Skipf("%v: %s", err, out)
			}
			if got, _ := os.ReadFile("ferry.txt"); !bytes.Equal(got, want) {
				t.Errorf("the diff made %q, want %q", got, want)
			}
		})
	}
}

func toUTF16(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func toUTF32(s string) []byte {
	b := []byte{0, 0, 0xFE, 0xFF}
	for _, r := range s {
		b = binary.BigEndian.AppendUint32(b, uint32(r))
	}
	return b
}

// TestMendPacked refuses what stands in extracted text alone, by name, and leaves the file as it is.
func TestMendPacked(t *testing.T) {
	content, err := os.ReadFile("../../testdata/documents/harbour/article.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"--write", "--diff"} {
		if _, _, after := mended(t, content, flag); !bytes.Equal(after, content) {
			t.Errorf("%s has changed a .docx", flag)
		}
	}
}

func TestMendable(t *testing.T) {
	edit := &citations.Edit{Text: ","}
	a := &score.Analysis{Document: &citations.Document{Text: &text.Text{Format: "docx", File: []byte("PK"), Raw: []byte("text")}}, Findings: []score.Finding{{Edit: edit}}}
	if err := mendable(a, nil, false); err == nil || !strings.Contains(err.Error(), "a docx cannot be mended here") {
		t.Errorf("%v", err)
	}
	a.Findings[0].Silenced = &score.Silence{Reason: "known"}
	if err := mendable(a, nil, false); err != nil {
		t.Errorf("nothing is to be mended: %v", err)
	}
}

// TestCheckBrokenPipe wants a quiet end where the reader of a report has gone away.
func TestCheckBrokenPipe(t *testing.T) {
	for _, format := range []string{"text", "json", "sarif", "junit", "rdjson", "github", "checkstyle"} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		var errs bytes.Buffer
		args := append([]string{"check", "--format", format, "--fail-on", "suggestion"}, articleFile(t)[1:]...)
		code := run(context.Background(), append(args, "--published", "2018-05-10"), streams{strings.NewReader(""), w, &errs})
		w.Close()
		if code != exitDone || errs.Len() > 0 {
			t.Errorf("%s: exit code %d, %q; want a quiet 0", format, code, errs.String())
		}
	}
}
