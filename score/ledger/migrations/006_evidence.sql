-- What was found when cited pages were looked up. An observation is what came of one citation of one claim in one run; its id is a sha256 over all that
-- it says, its attempts and its resolvers' reasons among it, so that looking up again what is kept adds nothing.

ALTER TABLE observation ADD COLUMN fp TEXT;         -- of the claim, as claim.fp
ALTER TABLE observation ADD COLUMN why TEXT;        -- a sentence that a person can check
ALTER TABLE observation ADD COLUMN passage TEXT;    -- the best of the page
ALTER TABLE observation ADD COLUMN title TEXT;
ALTER TABLE observation ADD COLUMN day TEXT;        -- the page's own date, EDTF
ALTER TABLE observation ADD COLUMN day_from TEXT;   -- how that was found: url, json-ld, meta, time, text
ALTER TABLE observation ADD COLUMN captured TEXT;   -- when an archive captured it; capture is the copy's address
ALTER TABLE observation ADD COLUMN agency TEXT;     -- id of the agency that the page credits
ALTER TABLE observation ADD COLUMN correction TEXT; -- its notice of correction
ALTER TABLE observation ADD COLUMN language TEXT;

CREATE TABLE attempt (                    -- one request of an observation
  observation TEXT NOT NULL REFERENCES observation ON DELETE CASCADE,
  nth         INTEGER NOT NULL,           -- in their order; those of earlier runs first
  at          TEXT,                       -- NULL where none was sent
  url         TEXT NOT NULL,
  status      INTEGER,                    -- of HTTP; NULL where there was no answer
  outcome     TEXT NOT NULL,              -- alive, gone, refused, unreachable …
  earlier     INTEGER NOT NULL,           -- 1: what the address that is cited came to in an earlier run
  PRIMARY KEY (observation, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE resolved (                   -- what one resolver said for an observation
  observation TEXT NOT NULL REFERENCES observation ON DELETE CASCADE,
  nth         INTEGER NOT NULL,
  resolver    TEXT NOT NULL,
  why         TEXT,                       -- why it found nothing; NULL where it found the page
  PRIMARY KEY (observation, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE near_copy (                  -- two citations whose pages are nearly one text
  rev         TEXT NOT NULL,
  article     INTEGER NOT NULL,
  citation    INTEGER NOT NULL,
  other       INTEGER NOT NULL,           -- a later citation
  containment REAL NOT NULL,              -- of the shorter text's runs of five words in the longer
  PRIMARY KEY (rev, article, citation, other),
  FOREIGN KEY (rev, article, citation) REFERENCES citation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE judged (                     -- a citation that came to something else for this claim than as a whole
  rev      TEXT NOT NULL,
  article  INTEGER NOT NULL,
  claim    INTEGER NOT NULL,
  citation INTEGER NOT NULL,
  standing INTEGER NOT NULL,              -- as in citation
  read     INTEGER NOT NULL,
  differs  INTEGER NOT NULL,
  sought   INTEGER NOT NULL,
  carries  INTEGER NOT NULL,
  why      TEXT,
  PRIMARY KEY (rev, article, claim, citation),
  FOREIGN KEY (rev, article, claim, citation) REFERENCES support ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- As before, with what a citation came to for the claim.
DROP VIEW claim_source;
CREATE VIEW claim_source AS
SELECT s.rev, s.article, s.claim, s.citation, s.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.control, o.state,
       o.registry, c.date, c.day, coalesce(j.standing, c.standing) AS standing, coalesce(j.read, c.read) AS read, coalesce(j.differs, c.differs) AS differs,
       coalesce(j.sought, c.sought) AS sought, coalesce(j.carries, c.carries) AS carries, CASE WHEN j.standing IS NULL THEN c.why ELSE j.why END AS why
FROM support s
JOIN citation c ON c.rev = s.rev AND c.article = s.article AND c.citation = s.citation
LEFT JOIN judged j ON j.rev = s.rev AND j.article = s.article AND j.claim = s.claim AND j.citation = s.citation
LEFT JOIN source o ON o.source = c.source;

-- What the citations of each claim came to.
CREATE VIEW evidence AS
SELECT s.rev, s.article, s.claim, s.citation, b.verdict, b.why, b.passage, b.url, b.title, b.day, b.day_from, b.capture, b.captured, b.agency, b.correction,
       b.language, b.resolver, b.at, b.id AS observation
FROM support s
JOIN claim c ON c.rev = s.rev AND c.article = s.article AND c.claim = s.claim
JOIN used u ON u.rev = s.rev AND u.article = s.article AND u.citation = s.citation
JOIN observation b ON b.id = u.observation AND b.fp = c.fp;
