//go:build linux

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestAuditOnDiskThatFills audits onto a disk that is too small. It says so; once there is room, the next audit does the rest.
func TestAuditOnDiskThatFills(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	archiveOf(t, filepath.Join(dir, "archive"), 60, 2<<10)
	done(t, dir, auditOf("whole", "--no-pages")...)
	want := exported(t, filepath.Join(dir, "whole", "ledger.db"))
	for _, size := range []string{"20k", "300k", "600k", "900k"} {
		small := disk(t, "size="+size)
		out := filepath.Join(small, "out")
		r := verify(t, dir, auditOf(out, "--no-pages")...)
		if r.code != exitUnable || !strings.Contains(r.err, "no space left") && !strings.Contains(r.err, "make room on the disk") || strings.Contains(r.err, "rollback") {
			t.Errorf("%s: exit code %d: %s", size, r.code, r.err)
		}
		remount(t, small, 0, "size=64m")
		done(t, dir, auditOf(out, "--no-pages")...)
		if exported(t, filepath.Join(out, "ledger.db")) != want {
			t.Errorf("%s: the export is not that of an audit with room enough", size)
		}
	}
}
