//go:build unix

package main

import (
	"os"
	"syscall"
)

// lockFile holds an open file against other processes until it is closed, also by the end of the process; false if another holds it.
func lockFile(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return err != syscall.EWOULDBLOCK // a file system without locks cannot tell
}
