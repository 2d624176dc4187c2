package outlets

import "testing"

// Slips in scripts without capitals, beside the right name, and names that differ as much and are others.
func TestSlipsBeside(t *testing.T) {
	r := Default()
	for _, c := range []struct {
		printed, known string
		want           bool
	}{
		{"彭湃新闻", "澎湃新闻", true},
		{"朝口新聞", "朝日新聞", true},
		{"조선일버", "조선일보", true},
		{"중앙일", "중앙일보", false},
		{"华西都市报", "华商都市报", false},
		{"闽南日报", "湖南日报", false},
		{"东方晚报", "东方日报", false},
		{"上海早报", "上海日报", false},
		{"موزييك", "موزاييك", true},
		{"موزايك", "موزاييك", true},
		{"الصباحي", "الصباح", false},
		{"Los Tiempo", "Los Tiempos", true},
		{"El Tiempo", "Los Tiempos", false},
	} {
		if got := r.Slip(c.printed, c.known); got != c.want {
			t.Errorf("Slip(%q, %q) = %v", c.printed, c.known, got)
		}
	}
}
