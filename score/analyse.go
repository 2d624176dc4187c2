package score

import "example.org/verify/citations"

// Analyse grades a document whose counts are known, from the ledger or from Count. counts must be of this document and env; the
// findings are left to the rules.
func Analyse(doc *citations.Document, env Env, counts Tally) *Analysis {
	return Trace(doc, env).Analyse(doc, env, counts)
}

// Analyse is Analyse for a document that is traced already.
func (t *Trail) Analyse(doc *citations.Document, env Env, counts Tally) *Analysis {
	a := &Analysis{Document: doc, Settings: env.Settings, Articles: make([]Article, len(doc.Articles))}
	graded := env.Ratings != nil || env.sought()
	for i := range doc.Articles {
		art, at := &doc.Articles[i], &t.Articles[i]
		scored := &a.Articles[i]
		scored.Claims = make([]Claim, len(art.Claims))
		for c := range art.Claims {
			teller := teller{art: art, trail: at.For(c, art.Claims[c].Citations), claim: &art.Claims[c], origins: at.Claims[c], counts: &counts.Claims[i][c]}
			scored.Claims[c] = grade(&teller, &env, graded)
		}
		scored.Figures = counts.Figures[i]
		scored.Figures.Because = tellFigures(at, &scored.Figures)
	}
	return a
}

// grade gives a claim its two marks, its points and the reasons.
func grade(t *teller, env *Env, graded bool) Claim {
	c := Claim{Counts: *t.counts, Origins: t.origins, Reliability: "F"}
	letters := t.trail.letters(t.origins)
	if len(letters) > 0 {
		c.Reliability = letters[0]
	}
	c.Rating = t.trail.rating(t.origins, c.Reliability, env.Ratings)
	c.Credibility = Credibility(t.counts)
	c.Points = points(letters, env.Weights)
	if graded {
		c.Grade = c.Reliability + string(rune('0'+c.Credibility))
	}
	c.Because = t.tell()
	return c
}

// rating is the rating that gave a claim its letter, of several the first in citation order; zero for F.
func (t *ArticleTrail) rating(origins []Origin, letter string, ratings Ratings) Rating {
	if letter == "F" {
		return Rating{}
	}
	for i := range origins {
		if best := t.best(&origins[i]); best >= 0 && t.Cited[best].Letter == letter {
			return ratings[t.Cited[best].Source.ID]
		}
	}
	return Rating{}
}
