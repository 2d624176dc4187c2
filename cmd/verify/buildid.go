package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"regexp"
	"runtime/debug"
	"sync"
)

// buildID tells this program from one of the same version that was built from other sources, which may read a document differently. It is the same on every machine that
// the program is copied to.
var buildID = sync.OnceValue(func() string {
	info, _ := debug.ReadBuildInfo()
	return buildIDOf(info, os.Executable)
})

// buildIDOf takes what says which sources a program was built from: the sum of the module that go install has fetched, else the commit if nothing differed from it, each with the version
// of Go. A program that knows neither is told by its own content; "" where that cannot be read. info may be nil.
func buildIDOf(info *debug.BuildInfo, executable func() (string, error)) string {
	if info != nil && info.Main.Sum != "" {
		return info.GoVersion + " " + info.Main.Sum
	}
	if info != nil {
		set := map[string]string{}
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
		if commit := set["vcs.revision"]; commit != "" && set["vcs.modified"] == "false" {
			return info.GoVersion + " " + commit
		}
	}
	path, err := executable()
	if err != nil {
		return ""
	}
	id, err := contentID(path)
	if err != nil {
		return ""
	}
	return id
}

// linkedFrom is what the go command writes into a program: sums over all that it was linked from. It lies near the beginning, where the command looks for it itself
// (cmd/internal/buildid, Go 1.26).
var linkedFrom = regexp.MustCompile(`[\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20}`)

const linkedFromWithin = 64 << 10 // bytes

// contentID tells a program's content: by the sums that it carries, or, where it was linked without, by its own, which takes some 20 ms.
func contentID(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, linkedFromWithin)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	if id := linkedFrom.Find(head[:n]); id != nil {
		return string(id), nil
	}
	h := sha256.New()
	h.Write(head[:n])
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
