package dates

import "testing"

// TestNames wants a table that a langSet can hold and in which no language uses one word for two months.
func TestNames(t *testing.T) {
	if len(languages) > 64 {
		t.Fatalf("%d languages, a langSet holds 64", len(languages))
	}
	for i, l := range languages {
		if l.code == "" || l.months[11] == "" {
			t.Errorf("language %d (%s) is not complete", i, l.code)
		}
	}
	for word, senses := range names() {
		if word == "" {
			t.Error("a form folds to nothing")
		}
		var months langSet
		for _, s := range senses {
			if s.value > 12 {
				continue
			}
			if both := months & s.langs; both != 0 {
				t.Errorf("%q means two things in languages %b: %v", word, both, senses)
			}
			months |= s.langs
		}
	}
}

// TestTraps wants that ordinary English words never count by themselves.
func TestTraps(t *testing.T) {
	for _, word := range []string{"mars", "mart", "set", "out", "ago", "mar", "mac", "may", "dis", "lip", "gen", "mag", "sty", "lis", "estate", "marts", "julie",
		"maja", "mei", "augusta", "mayo"} {
		for _, s := range names()[word] {
			if s.need != needDayAndYear && s.langs&^capitalised != 0 {
				t.Errorf("%q counts by itself: %+v", word, s)
			}
		}
	}
}
