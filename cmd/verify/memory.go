package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
)

// gcPercent lets garbage grow to this share of what lives before it is collected. Measured on prose of 6 MB it takes 18 % off the peak for 8 % more time;
// a fixed limit costs a document that is dense with citations three times its time for as much.
const gcPercent = 40

// spareMemory keeps the peak of a run low. $GOGC wins.
func spareMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
}

// manyPercent is the share for a run over many documents while none of them is large: then most of what lives is the registry. Measured on 4,000
// articles of 2 KB: 31 collections for 132, a fifth less time for 23 MB more.
const manyPercent = 150

// largeDocument is the size in bytes from which the peak of a run is that of a document.
const largeDocument = 1 << 20

// spareLater lets a run over many documents have more garbage until before is told of a large one. It may be told by several goroutines. $GOGC wins.
func spareLater() (before func(name string)) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(manyPercent)
	}
	spare := sync.OnceFunc(spareMemory)
	return func(name string) {
		if info, err := os.Stat(name); err == nil && info.Size() >= largeDocument {
			spare()
		}
	}
}

// fetchPercent is the share for a run that looks pages up: it holds few of them at a time, each for a moment. Measured on 1,000 pages of 10 KB:
// a fifth less time than the default for 40 MB more.
const fetchPercent = 300

// timeOverMemory lets a run that holds little have more garbage. $GOGC wins.
func timeOverMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(fetchPercent)
	}
}

// auditPercent lets garbage grow to this share of what lives, the registry above all, before it is collected. Measured on 2,000 articles of 8 KB, of which 20 MB
// live: 28 collections, 44 with 200 and 99 with 100.
const auditPercent = 300

// boundMemory lets garbage be collected more often when an audit nears its bound: 104 MiB, and eight times each of the largest files that are read at once.
// $GOGC and $GOMEMLIMIT win. ahead is how many documents may wait to be recorded: readers of small ones need not wait for the disk.
func boundMemory(files []auditFile) (ahead int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(auditPercent)
	}
	sizes := make([]int64, 0, len(files))
	for i := range files {
		if info, err := os.Stat(files[i].name); err == nil {
			sizes = append(sizes, info.Size())
		}
	}
	slices.Sort(sizes)
	const perByte, small = 8, 128 << 10
	limit := int64(104 << 20)
	for _, size := range sizes[max(0, len(sizes)-2*runtime.GOMAXPROCS(0)):] {
		limit += perByte * size
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
	if len(sizes) > 0 && sizes[len(sizes)-1] > small {
		return runtime.GOMAXPROCS(0)
	}
	return 12
}
