package main

import (
	"bytes"
	"testing"
	"time"
)

// TestSettingsHash holds that what can change a result changes the hash, and that nothing else does.
func TestSettingsHash(t *testing.T) {
	hash := func(build, registry string, change func(*settings, *config)) string {
		s, c := settings{published: "2018", maxBytes: 1}, config{}
		change(&s, &c)
		h, err := s.hash(build, registry, &c)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	base := hash("b", "r", func(*settings, *config) {})
	for name, change := range map[string]func(*settings, *config){
		"published":   func(s *settings, _ *config) { s.published = "2019" },
		"publication": func(s *settings, _ *config) { s.publication = "X" },
		"format-in":   func(s *settings, _ *config) { s.formatIn = "md" },
		"max-bytes":   func(s *settings, _ *config) { s.maxBytes = 2 },
		"max-text":    func(s *settings, _ *config) { s.maxText = 2 },
		"ratings":     func(_ *settings, c *config) { c.Ratings = map[string]string{"reuters": "A"} },
		"policy":      func(_ *settings, c *config) { c.Policy.Rules = map[string]string{"cite.style": "off"} },
	} {
		if hash("b", "r", change) == base {
			t.Errorf("%s leaves the hash as it is", name)
		}
	}
	if hash("b", "other", func(*settings, *config) {}) == base {
		t.Error("the registry leaves the hash as it is")
	}
	if hash("other", "r", func(*settings, *config) {}) == base {
		t.Error("the build leaves the hash as it is")
	}
	if hash("b", "r", func(s *settings, _ *config) {
		s.now, s.ledger, s.config, s.maxTime = "2020-01-01", "x.db", "elsewhere.toml", 1
	}) != base {
		t.Error("now, the ledger or the place of the desk's file changes the hash")
	}
}

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := progress{w: &b, total: 3, started: time.Now()}
	p.step()
	if b.Len() > 0 {
		t.Errorf("%q before a second is over", b.String())
	}
	p.started = p.started.Add(-patience)
	p.step()
	p.step() // too soon after the last
	p.clear()
	p.clear()
	if got, want := b.String(), "\r\x1b[Kverify: 2 of 3 files\r\x1b[K"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
