package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
	"example.org/verify/score/rules"
)

// settings are the flags that the commands which read documents share.
type settings struct {
	published   string
	publication string
	now         string
	ledger      string // "" for the default, "none" for none
	config      string
	noConfig    bool
	formatIn    string
	maxBytes    int64
	maxText     int64
	maxTime     time.Duration
	documents   bool // the command reads documents, within these limits

	day  dates.Date // of published
	time time.Time  // of now
}

// register gives a command all of them.
func (s *settings) register(c *cobra.Command) {
	s.reading(c)
	f := c.Flags()
	f.StringVar(&s.published, "published", "", "the document's date of publication, `DATE` as 2018-05-18; what an article states itself wins")
	f.StringVar(&s.publication, "publication", "", "`NAME` of the publication; its own pieces are self-citations")
	f.StringVar(&s.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339")
	f.StringVar(&s.ledger, "ledger", "", "the `FILE` to record in, or none (default $VERIFY_LEDGER, else verify/ledger.db in your data folder)")
	s.desk(f)
}

// desk gives a command those that say where the desk's settings are.
func (s *settings) desk(f *pflag.FlagSet) {
	f.StringVar(&s.config, "config", "", "take the settings from `FILE`, not from .verify.toml beside the document")
	f.BoolVar(&s.noConfig, "no-config", false, "read no .verify.toml")
}

// reading gives a command those that say how a file is read.
func (s *settings) reading(c *cobra.Command) {
	s.documents = true
	f := c.Flags()
	f.StringVar(&s.formatIn, "format-in", "", "read the input as this `FORMAT`: "+strings.Join(text.Formats(), ", "))
	f.Int64Var(&s.maxBytes, "max-bytes", text.MaxBytes, "refuse a file larger than `N` bytes")
	f.Int64Var(&s.maxText, "max-text", text.MaxText, "refuse a packed file (docx, odt, epub, rtf, pdf) that holds more than `N` bytes of text")
	f.DurationVar(&s.maxTime, "max-time", time.Minute, "give up a file that cannot be read, parsed or judged in this `TIME` each; looking pages up does not count")
}

// check reads the flags whose values have a form.
func (s *settings) check() (err error) {
	if s.day, err = dates.ParseISO(s.published); err != nil {
		return fmt.Errorf("--published: %w", err)
	}
	if s.time, err = parseNow(s.now); err != nil {
		return fmt.Errorf("--now: %w", err)
	}
	if s.config != "" && s.noConfig {
		return errors.New("--config and --no-config exclude each other; leave one out")
	}
	if s.maxBytes <= 0 {
		return fmt.Errorf("--max-bytes %d: want a number above 0", s.maxBytes)
	}
	if s.documents && s.maxText <= 0 {
		return fmt.Errorf("--max-text %d: want a number above 0", s.maxText)
	}
	if s.documents && s.maxTime <= 0 {
		return fmt.Errorf("--max-time %v: want a time above 0, such as 30s", s.maxTime)
	}
	return nil
}

func parseNow(now string) (time.Time, error) {
	if now == "" {
		return time.Now(), nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, now); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no time; write 2018-05-18 or 2018-05-18T12:00:00Z", now)
}

// hash is the sha256 over everything that can change a result: the program and its build, the registry, the rules, the desk's file and the flags.
func (s *settings) hash(build, registry string, c *config) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n", version, build, registry)
	for _, r := range rules.All() {
		fmt.Fprintf(h, "%s %s\n", r.ID, r.Severity)
	}
	fmt.Fprintf(h, "%q %q %q %d %d\n", s.published, s.publication, s.formatIn, s.maxBytes, s.maxText)
	if err := json.NewEncoder(h).Encode(c); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
