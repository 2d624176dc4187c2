package main

import (
	"fmt"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// silence marks the findings that the desk's file says need no action: those of a rule in whose text the quotation stands. One that has
// expired or gives no reason silences nothing and is returned as a fault; one that fits nothing here may be meant for another document.
func (d *desk) silence(doc *citations.Document, findings []score.Finding) []rules.Fault {
	var faults []rules.Fault
	for i := range d.file.config.Silence {
		s := &d.file.config.Silence[i]
		fault := s.fault(d.set.time)
		for k := range findings {
			f := &findings[k]
			if f.Silenced != nil || f.Rule != s.Rule || !strings.Contains(doc.Text.Printed(f.Span), s.Quote) {
				continue
			}
			if fault != nil {
				faults = append(faults, *fault)
				break
			}
			f.Silenced = &score.Silence{By: s.By, Reason: s.Reason, Until: s.Until}
		}
	}
	return faults
}

// fault says why a silence does not count, nil if it does. It counts to the end of its last day.
func (s *silenceConfig) fault(now time.Time) *rules.Fault {
	switch {
	case s.Reason == "":
		return &rules.Fault{What: fmt.Sprintf("the silence for %s gives no reason", s.Rule), Cure: "give the reason in .verify.toml"}
	case s.Until != "" && s.Until < now.Format(time.DateOnly):
		return &rules.Fault{What: fmt.Sprintf("the silence for %s expired on %s", s.Rule, s.Until), Cure: "take it out of .verify.toml, or set a later day"}
	}
	return nil
}
