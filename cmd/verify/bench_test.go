package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkClaims is the whole command on one document: verify claims --ledger none --format json. $VERIFY_BENCH names another.
func BenchmarkClaims(b *testing.B) {
	content := benchDocument(b)
	file := filepath.Join(b.TempDir(), "document.txt")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		b.Fatal(err)
	}
	args := []string{"claims", "--ledger", "none", "--no-config", "--format", "json", "--published", "2018-05-18", file}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if code := run(context.Background(), args, streams{strings.NewReader(""), io.Discard, io.Discard}); code != exitDone {
			b.Fatalf("exit code %d", code)
		}
	}
}

// BenchmarkCheck is the gate on the same document; its findings are the fewer part of what claims prints.
func BenchmarkCheck(b *testing.B) {
	content := benchDocument(b)
	file := filepath.Join(b.TempDir(), "document.txt")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		b.Fatal(err)
	}
	for _, format := range []string{"text", "json", "sarif"} {
		b.Run(format, func(b *testing.B) {
			args := []string{"check", "--ledger", "none", "--no-config", "--format", format, "--published", "2018-05-18", file}
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				if code := run(context.Background(), args, streams{strings.NewReader(""), io.Discard, io.Discard}); code > exitBroken {
					b.Fatalf("exit code %d", code)
				}
			}
		})
	}
}

// benchDocument is a document of a few megabytes: an article of testdata many times over.
func benchDocument(b *testing.B) []byte {
	name := os.Getenv("VERIFY_BENCH")
	if name != "" {
		content, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		return content
	}
	article := "LIBYA: A WELL WITHOUT WATER\n\nNadira Tolmayeva\n\n" + strings.Repeat("Gunmen killed two guards at a checkpoint near Sebha, according to "+
		"residents (CAJ News, May 15; Libya Herald, May 14). The council denied that its own men had been there, and said so in a long "+
		"statement that nobody in the town had asked for (The Libya Observer, 13 May).\n\n", 12)
	return bytes.Repeat([]byte(article), 500)
}
