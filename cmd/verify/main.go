// Command verify reads an article the way a fact-checker does: which statements are made, who is named as their source, when that
// source spoke, and whether two sources are really two.
//
// It wires the packages and knows nothing of citations. Begin with claims.go, the pipeline in one screen: a job reads and analyses a document, many.go does it for any number,
// check.go, report.go and audit.go print the same analyses otherwise. Each command is a file; root.go has their groups and the exit codes, help.go lays their help out,
// topics/ is what verify help says beside it. Clock, network and streams come in from run, so that tests call it as a shell would.
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
	collectLate()
	log.SetOutput(io.Discard)      // net/http logs there what odd servers send; what matters is in the evidence
	signal.Ignore(syscall.SIGPIPE) // a reader that goes away is seen as an error of the write
	ctx := untilSignal(context.Background())
	os.Exit(run(ctx, os.Args[1:], streams{stoppable{ctx, os.Stdin}, os.Stdout, os.Stderr}))
}

// untilSignal ends with the first signal to stop: Ctrl-C, a polite kill, a terminal that is closed unless nohup lets the program outlive it. A second one ends the program at
// once.
func untilSignal(parent context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(parent)
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	came := make(chan os.Signal, 1)
	signal.Notify(came, signals...)
	go func() {
		s, _ := (<-came).(syscall.Signal)
		signal.Stop(came)
		cancel(stopped{s})
	}()
	return ctx
}

// stoppable is an input that nobody may ever write to: waiting for it ends with the context. What is read behind that is lost.
type stoppable struct {
	ctx context.Context
	in  io.Reader
}

// Read reads what there is. Only one goroutine may read.
func (s stoppable) Read(p []byte) (int, error) {
	type answer struct {
		content []byte
		err     error
	}
	came := make(chan answer, 1)
	room := make([]byte, min(len(p), 64<<10)) // p is the caller's again once this returns
	go func() {
		n, err := s.in.Read(room)
		came <- answer{room[:n], err}
	}()
	select {
	case a := <-came:
		return copy(p, a.content), a.err
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	}
}
