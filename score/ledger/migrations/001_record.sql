-- What is recorded. Every key comes from content, none is counted up: to record again, or to merge, is INSERT OR IGNORE in this order.
-- Numbers of articles, claims, citations, notes and origins count from 1, as in "a1.c3". Days are ISO 8601, dates EDTF.

CREATE TABLE document (
  doc  TEXT NOT NULL PRIMARY KEY,  -- --id, else canonical address, else publication and issue, else a path, else the sha256
  path TEXT                        -- where it was read, of several the first by name; NULL for standard input
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  rev         TEXT NOT NULL PRIMARY KEY,  -- 20 hexadecimal digits of a sha256 over doc, file, settings and evidence
  doc         TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  sha256      TEXT NOT NULL,              -- of the file
  settings    TEXT NOT NULL,              -- sha256 over everything else that can change a result
  tool        TEXT NOT NULL,              -- version of verify
  publication TEXT,
  published   TEXT,
  recorded    TEXT NOT NULL               -- UTC; when it last became the document's current revision. In no key, in no export
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_of ON revision (doc, recorded, rev);

CREATE TABLE rating (                     -- the desk's letters that a revision used
  rev    TEXT NOT NULL REFERENCES revision ON DELETE CASCADE,
  id     TEXT NOT NULL,                   -- as source.id
  letter TEXT NOT NULL,
  whose  TEXT NOT NULL,
  said   TEXT,                            -- EDTF
  PRIMARY KEY (rev, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  rev       TEXT NOT NULL REFERENCES revision ON DELETE CASCADE,
  article   INTEGER NOT NULL,
  title     TEXT NOT NULL,
  language  TEXT,
  published TEXT,
  day       TEXT,                         -- published, where it is known to the day
  PRIMARY KEY (rev, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (                     -- as known then: another owner makes another row
  source   TEXT NOT NULL PRIMARY KEY,     -- id, "@" and 8 hexadecimal digits of a sha256 over the rest
  id       TEXT NOT NULL,                 -- outlet's id; "~…" provisional, "?…" ambiguous; "person:…", "body:…", "publisher:…", "web:…", "own:…"
  name     TEXT NOT NULL,
  class    TEXT NOT NULL,                 -- outlet | publisher | person | body | own
  owner    TEXT,                          -- id of the ultimate owner
  country  TEXT,
  language TEXT,
  control  TEXT,
  state    TEXT,                          -- the country, where a state decides what the source prints
  registry INTEGER                        -- 1 in the registry, 0 an outlet that is not, NULL no outlet
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  rev       TEXT NOT NULL,
  article   INTEGER NOT NULL,
  note      INTEGER NOT NULL,
  label     TEXT NOT NULL,
  kind      TEXT NOT NULL,
  title     TEXT,
  publisher TEXT,
  date      TEXT,
  url       TEXT,
  text      TEXT NOT NULL,
  PRIMARY KEY (rev, article, note),
  FOREIGN KEY (rev, article) REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  rev         TEXT NOT NULL,
  article     INTEGER NOT NULL,
  claim       INTEGER NOT NULL,
  start       INTEGER NOT NULL,           -- bytes of the file, half-open
  stop        INTEGER NOT NULL,
  text        TEXT NOT NULL,
  fp          TEXT NOT NULL,              -- of the words, the same in every revision
  checkworthy INTEGER NOT NULL,           -- 0 or 1
  grave       INTEGER NOT NULL,           -- 1: deaths, crimes, accusations, quotations
  covered_by  TEXT,                       -- JSON list of citations, for a claim without any
  orphans     INTEGER NOT NULL,           -- markers that lead to no note
  PRIMARY KEY (rev, article, claim),
  FOREIGN KEY (rev, article) REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  rev      TEXT NOT NULL,
  article  INTEGER NOT NULL,
  citation INTEGER NOT NULL,
  kind     TEXT NOT NULL,                 -- inline | note | link | attribution
  role     TEXT NOT NULL,                 -- source | via | own
  grp      INTEGER,                       -- parenthesis in the article
  note     INTEGER,
  source   TEXT REFERENCES source,        -- NULL where nobody is named: an ibid. that leads nowhere
  raw      TEXT NOT NULL,
  date     TEXT,
  day      TEXT,                          -- date, where it is known to the day; of a range the last
  url      TEXT,
  agency   TEXT,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  origin   INTEGER,                       -- among all citations of the article; NULL for via and for nobody
  standing INTEGER NOT NULL,              -- 0 or 1, as the next four
  read     INTEGER NOT NULL,              -- its page was read and carries the claim
  differs  INTEGER NOT NULL,
  sought   INTEGER NOT NULL,
  carries  INTEGER NOT NULL,
  why      TEXT,                          -- why it does not stand
  PRIMARY KEY (rev, article, citation),
  FOREIGN KEY (rev, article) REFERENCES article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE support (                    -- which citation is given for which claim
  rev      TEXT NOT NULL,
  article  INTEGER NOT NULL,
  claim    INTEGER NOT NULL,
  citation INTEGER NOT NULL,
  origin   INTEGER,                       -- among the claim's citations
  PRIMARY KEY (rev, article, claim, citation),
  FOREIGN KEY (rev, article, claim) REFERENCES claim ON DELETE CASCADE,
  FOREIGN KEY (rev, article, citation) REFERENCES citation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE score (                      -- what was made of the counts
  rev         TEXT NOT NULL,
  article     INTEGER NOT NULL,
  claim       INTEGER NOT NULL,
  grade       TEXT,
  reliability TEXT NOT NULL,
  credibility INTEGER NOT NULL,
  points      INTEGER NOT NULL,
  because     TEXT NOT NULL,              -- JSON list of reasons, most important first
  PRIMARY KEY (rev, article, claim),
  FOREIGN KEY (rev, article, claim) REFERENCES claim ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  rev        TEXT NOT NULL REFERENCES revision ON DELETE CASCADE,
  fp         TEXT NOT NULL,               -- fingerprint, the same in every revision
  nth        INTEGER NOT NULL,            -- which of those with this fingerprint
  rule       TEXT NOT NULL,
  severity   TEXT NOT NULL,
  article    INTEGER,
  claim      INTEGER,
  citation   INTEGER,
  note       INTEGER,
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL,
  message    TEXT NOT NULL,
  suggestion TEXT,
  guess      INTEGER NOT NULL,            -- 1: rests on a guess
  silenced   TEXT,                        -- why it is silenced
  PRIMARY KEY (rev, fp, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (                   -- a checker's sign-off; survives revisions; only grows
  id      TEXT NOT NULL PRIMARY KEY,      -- sha256 over the rest
  doc     TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  fp      TEXT NOT NULL,                  -- of a finding
  verdict TEXT NOT NULL,
  by      TEXT NOT NULL,
  reason  TEXT NOT NULL CHECK (reason <> ''),
  at      TEXT NOT NULL,
  until   TEXT                            -- day; NULL for good
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_on ON decision (doc, fp);

CREATE TABLE page (                       -- a page that was kept
  page    TEXT NOT NULL PRIMARY KEY,      -- sha256 of its bytes
  url     TEXT NOT NULL,
  fetched TEXT NOT NULL,
  warc    TEXT,                           -- file in the evidence directory
  offset  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (                -- one attempt to find a citation's page
  id       TEXT NOT NULL PRIMARY KEY,     -- sha256 over the rest
  key      TEXT NOT NULL,                 -- what was sought: address, or outlet and day, with the claim's fp
  at       TEXT NOT NULL,
  resolver TEXT NOT NULL,
  verdict  TEXT NOT NULL,
  url      TEXT,
  status   INTEGER,
  page     TEXT REFERENCES page,
  capture  TEXT,
  checks   TEXT                           -- JSON: the figures of each check
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_of ON observation (key, at);

CREATE TABLE used (                       -- what a revision's results depended on
  rev         TEXT NOT NULL,
  article     INTEGER NOT NULL,
  citation    INTEGER NOT NULL,
  observation TEXT NOT NULL REFERENCES observation,
  PRIMARY KEY (rev, article, citation, observation),
  FOREIGN KEY (rev, article, citation) REFERENCES citation ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE banded (                     -- revisions whose claims have their bands
  rev TEXT NOT NULL PRIMARY KEY REFERENCES revision ON DELETE CASCADE,
  n   INTEGER NOT NULL UNIQUE             -- short for rev, in this file only
) STRICT, WITHOUT ROWID;

CREATE TABLE band (                       -- MinHash bands, for similar claims elsewhere; never part of a score, never exported
  hash    INTEGER NOT NULL,               -- of one band of a claim
  n       INTEGER NOT NULL,               -- as banded.n
  article INTEGER NOT NULL,
  claim   INTEGER NOT NULL,
  PRIMARY KEY (hash, n, article, claim)
) STRICT, WITHOUT ROWID;
