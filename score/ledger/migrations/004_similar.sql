-- Signatures in the place of bands as rows: a million claims took twenty million rows, each put and sought at a random place. And
-- findings with the day to which they are signed off.

DROP TABLE band;
DROP TABLE banded;

CREATE TABLE signature (                  -- MinHash bands of a current revision's claims; derived, never part of a score, never exported
  rev   TEXT NOT NULL UNIQUE REFERENCES revision ON DELETE CASCADE,
  bands BLOB NOT NULL                     -- 88 bytes a claim: article, claim, twenty hashes, each of 4 bytes, the lowest first
) STRICT;

-- Findings of the current revisions that are not silenced. signed is the last day for which a checker's sign-off holds, 9999-12-31 for
-- good, NULL for none: the reader compares it with a day.
DROP VIEW open_finding;
CREATE VIEW open_finding AS
SELECT l.doc, f.*, (SELECT max(coalesce(d.until, '9999-12-31')) FROM decision d WHERE d.doc = l.doc AND d.fp = f.fp) AS signed
FROM latest l JOIN finding f ON f.rev = l.rev
WHERE f.silenced IS NULL;
