//go:build linux

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// disk is a small file system of its own; the test is skipped where it may not be made.
func disk(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("verify-test", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("a file system of its own can be mounted by root alone: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", dir, err)
		}
	})
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("verify-test", dir, "tmpfs", flags|syscall.MS_REMOUNT, options); err != nil {
		t.Fatal(err)
	}
}

// TestDiskThatFills records on a disk that is too small. What was recorded stays; once there is room, running again does the rest.
func TestDiskThatFills(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 60)
	done(t, dir, record("whole.db", files...)...)
	want := exported(t, filepath.Join(dir, "whole.db"))
	for _, size := range []string{"64k", "200k", "360k"} { // whole.db has 420k
		small := disk(t, "size="+size)
		name := filepath.Join(small, "l.db")
		r := verify(t, dir, record(name, files...)...)
		if r.code != exitUnable && r.code != exitSome || !strings.Contains(r.err, "make room on the disk and run again") {
			t.Errorf("%s: exit code %d: %s", size, r.code, r.err)
		}
		remount(t, small, 0, "size=64m")
		if info, err := os.Stat(name); err == nil && info.Size() > 0 {
			leftSound(t, name, want)
		}
		done(t, dir, record(name, files...)...)
		if exported(t, name) != want {
			t.Errorf("%s: the export is not that of a run with room enough", size)
		}
	}
}

// TestDiskThatCannotBeWritten holds that a ledger there can be asked; that one asked for by name which cannot be written ends the run with its name and the cure; and that the
// default one costs a line, not the results.
func TestDiskThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 4)
	fixed := disk(t, "size=8m")
	name := filepath.Join(fixed, "l.db")
	done(t, dir, record(name, files[:3]...)...)
	want := exported(t, name)
	for _, left := range []string{"-wal", "-shm"} { // as a run that has ended leaves none
		_ = os.Remove(name + left)
	}
	before := read(t, name)
	remount(t, fixed, syscall.MS_RDONLY, "")
	if exported(t, name) != want {
		t.Error("it cannot be asked")
	}
	if r := verify(t, dir, record(name, files...)...); r.code != exitUnable || r.out != "" || !strings.Contains(r.err, "cannot be written") ||
		!strings.Contains(r.err, "--ledger none") {
		t.Errorf("by name: exit code %d: %s", r.code, r.err)
	}
	cmd := program(dir, "claims", "--no-config", files[0])
	cmd.Env = append(cmd.Env, "VERIFY_LEDGER="+name)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil || !strings.Contains(errs.String(), "not recorded: ledger "+name) || !strings.Contains(out.String(), "claim") {
		t.Errorf("by default: %v: %s", err, errs.String())
	}
	for _, words := range [][]string{{"--text", "guards"}, {"--similar"}} { // of which a copy is asked
		args := append([]string{"ledger", "claims", "--ledger", name, "--format", "csv"}, words...)
		if r := verify(t, dir, args...); r.code != exitDone || r.err != "" || !strings.Contains(r.out, "guards") {
			t.Errorf("%v: exit code %d: %s%s", words, r.code, r.err, r.out)
		}
	}
	if string(read(t, name)) != string(before) {
		t.Error("the file was changed")
	}
}
