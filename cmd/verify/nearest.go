package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// noCommand is the error for a word that is none of the commands below c.
func noCommand(c *cobra.Command, word string) error {
	if !c.HasParent() && isFile(word) {
		return fmt.Errorf("no command is named; to read %s: %s claims %s", word, c.CommandPath(), word)
	}
	var names []string
	for _, below := range c.Commands() {
		if !below.Hidden {
			names = append(names, below.Name())
		}
	}
	return fmt.Errorf("there is no command %q; %s%s --help lists them", c.CommandPath()+" "+word, didYouMean(word, names), c.CommandPath())
}

// onlyCommands refuses the words that a command with commands below it is given: those that there are have been taken away by then.
func onlyCommands(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return noCommand(c, args[0])
}

// atMost refuses more than n words.
func atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return fmt.Errorf("%q is one word too many; see %s --help", args[n], c.CommandPath())
	}
}

// noFlag is the error for a flag that a command does not have, or that was written wrong.
func noFlag(c *cobra.Command, err error) error {
	if args := c.Flags().Args(); len(args) > 0 && c.HasSubCommands() {
		return noCommand(c, args[0]) // the flag was meant for that
	}
	var e *pflag.NotExistError
	if errors.As(err, &e) {
		if short := e.GetSpecifiedShortnames(); isFile("-" + short) {
			return fmt.Errorf("%w; the file is named as ./-%s", err, short)
		}
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if name := nearest(e.GetSpecifiedName(), names); name != "" {
			return fmt.Errorf("%w; did you mean --%s? %s --help lists them", err, name, c.CommandPath())
		}
	}
	return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
}

// didYouMean asks for the word that was meant, in front of what else is said; "" where none is near.
func didYouMean(word string, words []string) string {
	if near := nearest(word, words); near != "" {
		return fmt.Sprintf("did you mean %s? ", near)
	}
	return ""
}

// nearest is the word that is spelt most like the given one: no more than half of its letters differ and no more than three; of several the first. It is "" where there is none.
func nearest(word string, words []string) string {
	best, least := "", min(3, len(word)/2)+1
	for _, w := range words {
		if n := edits(strings.ToLower(word), w, least); n < least {
			best, least = w, n
		}
	}
	return best
}

// edits is how many letters have to be put in, taken away, changed or swapped with the next to make one word the other; most where it is that many or more.
func edits(a, b string, most int) int {
	if d := len(a) - len(b); d >= most || -d >= most {
		return most
	}
	var before, last, row []int // the rows for the letters of a up to i-2, i-1, i
	for j := range len(b) + 1 {
		last = append(last, j)
	}
	for i := 1; i <= len(a); i++ {
		row = append(make([]int, 0, len(b)+1), i)
		for j := 1; j <= len(b); j++ {
			n := min(last[j], row[j-1]) + 1
			if a[i-1] == b[j-1] {
				n = min(n, last[j-1])
			} else {
				n = min(n, last[j-1]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				n = min(n, before[j-2]+1)
			}
			row = append(row, n)
		}
		before, last = last, row
	}
	return min(last[len(b)], most)
}
