package score

import "fmt"

// tellFigures puts an article's figures into words.
func tellFigures(t *ArticleTrail, f *Figures) []string {
	var lines []string
	if share, ok := f.Coverage(); ok {
		lines = append(lines, fmt.Sprintf("%d of %d checkable claims are sourced (%.0f %%)", f.Sourced, f.Checkworthy, 100*share))
	} else if f.Checkworthy > 0 {
		lines = append(lines, fmt.Sprintf("%d of %d checkable claims are sourced; too few for a share", f.Sourced, f.Checkworthy))
	}
	if f.LargestOutlet == nil {
		if f.Citations > 0 {
			lines = append(lines, fmt.Sprintf("fewer than %d counted citations: no ranking", MinCitations))
		}
		return lines
	}
	lines = append(lines, t.largest("outlet", f.LargestOutlet))
	if f.LargestOwner != nil {
		lines = append(lines, t.largest("owner", f.LargestOwner)+fmt.Sprintf(" (owner known for %d of %d outlets)", f.OwnersKnown, f.Outlets))
	}
	return append(lines, fmt.Sprintf("as diverse as %.2f sources without a tie, cited equally often", *f.EffectiveSources))
}

func (t *ArticleTrail) largest(what string, s *Share) string {
	name := s.ID
	for i := range t.Cited {
		switch k := t.Cited[i].Source; {
		case what == "outlet" && k.ID == s.ID:
			name = k.Name
		case what == "owner" && k.Owner == s.ID:
			name = first(k.OwnerName, k.Owner)
		}
	}
	return fmt.Sprintf("largest %s: %s, %d of %d citations", what, name, s.N, s.Of)
}
