package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
)

// firstCollection is how much memory Go may hold before garbage is collected for the first time: the registry and its indices, some 25 MB, are made first, and hardly any
// of that is garbage. Measured on an article of 3 KB: no collection for nine, a third less time for 5 MB more.
const firstCollection = 40 << 20

// garbage is when garbage is collected.
var garbage struct {
	sync.Mutex
	late    bool // not before firstCollection
	percent int  // of what lives, from then on
	limit   int64
}

// collectLate puts off the first collection. $GOGC and $GOMEMLIMIT win.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	garbage.late, garbage.percent, garbage.limit = true, debug.SetGCPercent(-1), debug.SetMemoryLimit(firstCollection)
	runtime.AddCleanup(&struct{ next *int }{}, func(struct{}) { collected() }, struct{}{}) // nothing leads to it, so that the first collection finds it
}

// collected lets garbage be collected as was asked for meanwhile.
func collected() {
	garbage.Lock()
	defer garbage.Unlock()
	garbage.late = false
	debug.SetMemoryLimit(garbage.limit)
	debug.SetGCPercent(garbage.percent)
}

// collectAt lets garbage grow to a share of what lives. $GOGC wins.
func collectAt(percent int) {
	garbage.Lock()
	defer garbage.Unlock()
	switch {
	case os.Getenv("GOGC") != "":
	case garbage.late:
		garbage.percent = percent
	default:
		debug.SetGCPercent(percent)
	}
}

// collectUnder lets garbage be collected more often when Go holds nearly limit bytes. $GOMEMLIMIT wins.
func collectUnder(limit int64) {
	garbage.Lock()
	defer garbage.Unlock()
	switch {
	case os.Getenv("GOMEMLIMIT") != "":
	case garbage.late:
		garbage.limit = limit
	default:
		debug.SetMemoryLimit(limit)
	}
}

// gcPercent lets garbage grow to this share of what lives before it is collected. Measured on prose of 6 MB it takes 18 % off the peak for 8 % more time;
// a fixed limit costs a document that is dense with citations three times its time for as much.
const gcPercent = 40

// spareMemory keeps the peak of a run low. $GOGC wins.
func spareMemory() { collectAt(gcPercent) }

// manyPercent is the share for a run over many documents while none of them is large: then most of what lives is the registry. Measured on 4,000
// articles of 2 KB: 31 collections for 132, a fifth less time for 23 MB more.
const manyPercent = 150

// largeDocument is the size in bytes from which the peak of a run is that of a document.
const largeDocument = 1 << 20

// spareLater lets a run over many documents have more garbage until before is told of a large one. It may be told by several goroutines. $GOGC wins.
func spareLater() (before func(name string)) {
	collectAt(manyPercent)
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
func timeOverMemory() { collectAt(fetchPercent) }

// auditPercent lets garbage grow to this share of what lives, the registry above all, before it is collected. Measured on 2,000 articles of 8 KB, of which 20 MB
// live: 28 collections, 44 with 200 and 99 with 100.
const auditPercent = 300

// boundMemory lets garbage be collected more often when an audit nears its bound: 104 MiB, and eight times each of the largest files that are read at once.
// $GOGC and $GOMEMLIMIT win. ahead is how many documents may wait to be recorded: readers of small ones need not wait for the disk.
func boundMemory(files []auditFile) (ahead int) {
	collectAt(auditPercent)
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
	collectUnder(limit)
	if len(sizes) > 0 && sizes[len(sizes)-1] > small {
		return runtime.GOMAXPROCS(0)
	}
	return 12
}
