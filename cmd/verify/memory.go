package main

import (
	"os"
	"runtime/debug"
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

// fetchPercent is the share for a run that looks pages up: it holds few of them at a time, each for a moment. Measured on 1,000 pages of 10 KB:
// a fifth less time than the default for 40 MB more.
const fetchPercent = 300

// timeOverMemory lets a run that holds little have more garbage. $GOGC wins.
func timeOverMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(fetchPercent)
	}
}
