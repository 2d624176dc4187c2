package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
)

// newSheet reads a table as spreadsheets save it: its fields apart by commas, or by the semicolons of a country that writes decimals with a comma, or by
// tabulators, whichever stands most in the head line outside of quotation marks; a byte order mark before it is passed over.
func newSheet(r io.Reader) *csv.Reader {
	b := bufio.NewReaderSize(r, headBytes)
	head, _ := b.Peek(headBytes) // what cannot be read is met again by the reader of the table
	if mark := []byte("\uFEFF"); bytes.HasPrefix(head, mark) {
		_, _ = b.Discard(len(mark))
		head = head[len(mark):]
	}
	sheet := csv.NewReader(b)
	sheet.Comma = separator(head)
	return sheet
}

// headBytes bounds how much of a table is looked at for its separator: the names of some hundred columns.
const headBytes = 4096

// separator is what sets the fields of a table's head line apart; a comma where nothing does.
func separator(head []byte) rune {
	counts := map[byte]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		} else if (c == '\n' || c == '\r') && !quoted {
			break
		} else if !quoted {
			counts[c]++
		}
	}
	most := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[most] {
			most = c
		}
	}
	return rune(most)
}
