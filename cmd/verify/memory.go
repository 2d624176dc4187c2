package main

import (
	"os"
	"runtime/debug"
)

// A run may take 32 MiB and eight times its input. These are for what the collector counts: the program's own pages and what it has yet to give
// back come on top.
const (
	memoryBase    = 24 << 20
	memoryPerByte = 7
)

// limitMemory lets garbage be collected more often when a run nears its bound. It slows nothing before that. The size of standard
// input is not known, so it sets no bound then; $GOMEMLIMIT wins, off for none.
func limitMemory(names []string) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := int64(memoryBase)
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == "-":
			return
		case err == nil:
			limit += memoryPerByte * info.Size()
		}
	}
	debug.SetMemoryLimit(limit)
}
