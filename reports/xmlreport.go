package reports

import (
	"encoding/xml"
	"io"
)

// xmlReport writes XML 1.0 in UTF-8, one element after the other. Its first error stays, and nothing is written after it. What XML
// cannot hold, as most control characters, is written as U+FFFD.
type xmlReport struct {
	w   io.Writer
	err error
}

func newXMLReport(w io.Writer, root string) *xmlReport {
	x := &xmlReport{w: w}
	x.raw(xml.Header + root + "\n")
	return x
}

func (x *xmlReport) raw(s string) {
	if x.err == nil {
		_, x.err = io.WriteString(x.w, s)
	}
}

func (x *xmlReport) element(v any) {
	b, err := xml.MarshalIndent(v, "  ", "  ")
	if x.err == nil {
		x.err = err
	}
	x.raw(string(b) + "\n")
}

func (x *xmlReport) end(root string) error {
	x.raw(root + "\n")
	return x.err
}
