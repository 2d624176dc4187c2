-- Who signed an article, for figures by author. Revisions that an older verify recorded have none until they are recorded anew.
CREATE TABLE author (
  rev     TEXT NOT NULL,
  article INTEGER NOT NULL,
  nth     INTEGER NOT NULL,               -- in the order of the byline
  name    TEXT NOT NULL,                  -- given name first
  PRIMARY KEY (rev, article, nth),
  FOREIGN KEY (rev, article) REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
