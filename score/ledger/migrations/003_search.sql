-- What questions need beside the counts.

-- Full text of claims, filled before it is first asked; derived, never exported. go-sqlite3 has FTS5 only behind a build tag.
CREATE VIRTUAL TABLE claim_text USING fts4(text, rev, article, claim, notindexed=rev, notindexed=article, notindexed=claim,
  tokenize=unicode61 "remove_diacritics=2");

CREATE TABLE indexed (                    -- revisions that it holds
  rev TEXT NOT NULL PRIMARY KEY REFERENCES revision ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Every figure of a claim's score as a report prints it; a claim for which nothing is given has zeros.
CREATE VIEW claim_score AS
SELECT c.rev, c.article, c.claim, coalesce(n.citations, 0) AS citations, coalesce(n.own, 0) AS own, coalesce(n.outlets, 0) AS outlets,
       coalesce(n.owners, 0) AS owners, coalesce(n.owners_known, 0) AS owners_known, coalesce(n.countries, 0) AS countries,
       coalesce(n.languages, 0) AS languages, coalesce(n.origins, 0) AS origins, coalesce(n.corroboration, 0) AS corroboration,
       coalesce(n.read, 0) AS read, coalesce(n.differs, 0) AS differs, d.diversity, m.lag_days,
       s.grade, s.reliability, s.credibility, s.points, s.because
FROM claim c
LEFT JOIN corroboration n ON n.rev = c.rev AND n.article = c.article AND n.claim = c.claim
JOIN diversity d ON d.rev = c.rev AND d.article = c.article AND d.claim = c.claim
JOIN median_lag m ON m.rev = c.rev AND m.article = c.article AND m.claim = c.claim
LEFT JOIN score s ON s.rev = c.rev AND s.article = c.article AND s.claim = c.claim;

-- Each outlet over the current revisions: counted citations, articles, documents, first and last day of a source, letters as found.
CREATE VIEW outlet_record AS
SELECT o.id, min(o.name) AS name, min(o.country) AS country, count(*) AS citations,
       count(DISTINCT c.rev || ' ' || c.article) AS articles, count(DISTINCT l.doc) AS documents,
       min(c.day) AS first, max(c.day) AS last, group_concat(DISTINCT r.letter) AS letters
FROM latest l
JOIN citation c ON c.rev = l.rev
JOIN source o ON o.source = c.source
LEFT JOIN rating r ON r.rev = l.rev AND r.id = o.id
WHERE c.role = 'source'
GROUP BY o.id;

-- Findings of the current revisions that nobody has silenced or signed off. A sign-off that has run out counts until the day is
-- compared: decision.until is there for that.
CREATE VIEW open_finding AS
SELECT l.doc, f.* FROM latest l JOIN finding f ON f.rev = l.rev
WHERE f.silenced IS NULL AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.doc = l.doc AND d.fp = f.fp);
