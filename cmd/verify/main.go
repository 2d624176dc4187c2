// Command verify reads an article the way a fact-checker does: which statements are made, who is named as their source, when that
// source spoke, and whether two sources are really two.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	log.SetOutput(io.Discard)      // net/http logs there what odd servers send; what matters is in the evidence
	signal.Ignore(syscall.SIGPIPE) // a reader that goes away is seen as an error of the write
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}
