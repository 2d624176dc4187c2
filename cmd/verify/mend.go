package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/reports"
	"example.org/verify/score"
)

// mendable refuses a document whose findings stand in the text that was extracted from it: their mends cannot be made in the file. And it
// refuses a diff of UTF-16 or UTF-32, which no tool would take.
func mendable(a *score.Analysis, edits []citations.Edit, diff bool) error {
	t := a.Document.Text
	if diff && len(edits) > 0 && (strings.HasPrefix(t.Encoding, "utf-16") || strings.HasPrefix(t.Encoding, "utf-32")) {
		return fmt.Errorf("a diff cannot show %s; --write mends the file", strings.ToUpper(t.Encoding[:len("utf-16")]))
	}
	if bytes.Equal(t.Raw, t.File) {
		return nil
	}
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Edit != nil && f.Silenced == nil {
			return fmt.Errorf("a %s cannot be mended here: its findings stand in the text that was taken out of it; mend it where it was written", t.Format)
		}
	}
	return nil
}

// mend makes edits in a document's file, in one step: whoever reads it reads the old file or the new one. Its mode stays, and a link to it
// stays a link. A file that has changed since it was read is left alone.
func mend(t *text.Text, edits []citations.Edit) error {
	mended, err := reports.Mended(t, edits)
	if err != nil {
		return err
	}
	path, err := filepath.EvalSymlinks(t.Name)
	if err != nil {
		return cure(err)
	}
	now, err := os.ReadFile(path)
	if err != nil {
		return cure(err)
	}
	if !bytes.Equal(now, t.File) {
		return errors.New("not mended: the file has changed since it was read; run again")
	}
	return overwrite(path, mended)
}

// overwrite puts new content in the place of a file that may be written.
func overwrite(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrPermission) {
		return errors.New("not mended: the file may not be written; change its permissions")
	}
	if err != nil {
		return fmt.Errorf("not mended: %w", cureWriting(err))
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := replaceFile(path, content, info.Mode().Perm()); err != nil {
		return fmt.Errorf("not mended: %w", err)
	}
	return nil
}
