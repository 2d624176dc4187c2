-- The counts. In the views of counts claim 0 is the article as a whole: all its citations, with origins of their own.

-- The current revision of each document: a corrected draft does not corroborate itself.
CREATE VIEW latest AS
SELECT r.* FROM revision r
WHERE r.rev = (SELECT l.rev FROM revision l WHERE l.doc = r.doc ORDER BY l.recorded DESC, l.rev DESC LIMIT 1);

-- Who is given for what: every citation of every claim with its source, of any role; claim 0 has the article's.
CREATE VIEW claim_source AS
SELECT s.rev, s.article, s.claim, s.citation, s.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.state, o.registry,
       c.date, c.day, c.standing, c.read, c.differs, c.sought, c.carries, c.why
FROM support s
JOIN citation c ON c.rev = s.rev AND c.article = s.article AND c.citation = s.citation
LEFT JOIN source o ON o.source = c.source
UNION ALL
SELECT c.rev, c.article, 0, c.citation, c.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.state, o.registry,
       c.date, c.day, c.standing, c.read, c.differs, c.sought, c.carries, c.why
FROM citation c
LEFT JOIN source o ON o.source = c.source;

-- Of them those that count: role source, and somebody is named.
CREATE VIEW counted AS
SELECT * FROM claim_source WHERE role = 'source' AND id IS NOT NULL;

CREATE VIEW corroboration AS
SELECT rev, article, claim,
       count(*) FILTER (WHERE role <> 'via') AS citations,
       count(*) FILTER (WHERE role = 'own') AS own,
       count(DISTINCT id) FILTER (WHERE role = 'source') AS outlets,
       count(DISTINCT owner) FILTER (WHERE role = 'source') AS owners,
       count(DISTINCT id) FILTER (WHERE role = 'source' AND owner IS NOT NULL) AS owners_known,
       count(DISTINCT country) FILTER (WHERE role = 'source') AS countries,
       count(DISTINCT language) FILTER (WHERE role = 'source') AS languages,
       count(DISTINCT origin) FILTER (WHERE role = 'source') AS origins,
       count(DISTINCT origin) FILTER (WHERE role = 'source' AND standing = 1) AS corroboration,
       count(DISTINCT origin) FILTER (WHERE role = 'source' AND read = 1) AS read,
       count(DISTINCT origin) FILTER (WHERE role = 'source' AND differs = 1) AS differs
FROM claim_source
GROUP BY rev, article, claim;

-- How many citations each outlet has.
CREATE VIEW outlet_share AS
SELECT rev, article, claim, id, max(owner) AS owner, max(registry) AS registry, count(*) AS n
FROM counted GROUP BY rev, article, claim, id;

-- Effective number of outlets: Hill number of order 1 (Jost 2006), exp(-sum p ln p). Rounded half up to two decimals; the millionth
-- of a hundredth added keeps the order of summing out of the figure.
CREATE VIEW diversity AS
SELECT rev, article, claim,
       CAST(100 * exp(ln(1.0 * sum(n)) - sum(n * ln(1.0 * n)) / sum(n)) + .500001 AS INTEGER) / 100.0 AS diversity
FROM outlet_share GROUP BY rev, article, claim;

-- Days from each source to the article's publication, where both are known to the day.
CREATE VIEW lag AS
SELECT s.rev, s.article, s.claim, s.citation, (unixepoch(a.day) - unixepoch(s.day)) / 86400 AS days
FROM counted s JOIN article a ON a.rev = s.rev AND a.article = s.article
WHERE s.day IS NOT NULL AND a.day IS NOT NULL;

-- Their lower median.
CREATE VIEW median_lag AS
SELECT rev, article, claim, days AS lag_days
FROM (SELECT rev, article, claim, days,
             row_number() OVER (PARTITION BY rev, article, claim ORDER BY days) AS k,
             count(*) OVER (PARTITION BY rev, article, claim) AS n
      FROM lag)
WHERE k = (n + 1) / 2;

-- Checkable claims of an article: how many, how many sourced, how many with two origins or more.
CREATE VIEW coverage AS
SELECT c.rev, c.article,
       count(*) AS checkworthy,
       count(*) FILTER (WHERE c.covered_by IS NOT NULL OR c.orphans > 0 OR given.given = 1) AS sourced,
       count(*) FILTER (WHERE given.origins >= 2) AS two_origins
FROM claim c
LEFT JOIN (SELECT s.rev, s.article, s.claim, 1 AS given, count(DISTINCT CASE WHEN k.role = 'source' THEN s.origin END) AS origins
           FROM support s JOIN citation k ON k.rev = s.rev AND k.article = s.article AND k.citation = s.citation
           GROUP BY s.rev, s.article, s.claim) given
  ON given.rev = c.rev AND given.article = c.article AND given.claim = c.claim
WHERE c.checkworthy = 1
GROUP BY c.rev, c.article;

-- What is counted by citation.
CREATE VIEW article_citations AS
SELECT rev, article,
       count(*) FILTER (WHERE role = 'source' AND id IS NOT NULL) AS counted,
       count(*) FILTER (WHERE role = 'source' AND state IS NOT NULL) AS state_controlled,
       count(*) FILTER (WHERE role = 'source' AND registry = 0) AS unknown_outlets,
       count(*) FILTER (WHERE sought = 1) AS sought,
       count(*) FILTER (WHERE carries = 1) AS carried
FROM claim_source WHERE claim = 0
GROUP BY rev, article;

-- Each owner's citations in an article.
CREATE VIEW owner_share AS
SELECT rev, article, owner, count(*) AS n
FROM counted WHERE claim = 0 AND owner IS NOT NULL GROUP BY rev, article, owner;

-- The largest outlet, from ten counted citations on; of several the first by name.
CREATE VIEW largest_outlet AS
SELECT rev, article, id, n, of
FROM (SELECT rev, article, id, n,
             sum(n) OVER (PARTITION BY rev, article) AS of,
             row_number() OVER (PARTITION BY rev, article ORDER BY n DESC, id) AS k
      FROM outlet_share WHERE claim = 0)
WHERE k = 1 AND of >= 10;

CREATE VIEW largest_owner AS
SELECT w.rev, w.article, w.owner AS id, w.n, c.counted AS of
FROM (SELECT rev, article, owner, n, row_number() OVER (PARTITION BY rev, article ORDER BY n DESC, owner) AS k FROM owner_share) w
JOIN article_citations c ON c.rev = w.rev AND c.article = w.article
WHERE w.k = 1 AND c.counted >= 10;

-- Chance that two citations drawn at random name one outlet, from ten counted citations on; rounded in integers.
CREATE VIEW concentration AS
SELECT rev, article, (200 * sum(n * (n - 1)) + sum(n) * (sum(n) - 1)) / (2 * sum(n) * (sum(n) - 1)) / 100.0 AS concentration
FROM outlet_share WHERE claim = 0
GROUP BY rev, article HAVING sum(n) >= 10;

-- Citations of an article by origin and controlling state ('' for none), with those that are alike: 1 within an origin, a half
-- between two origins controlled by one state.
CREATE VIEW alike AS
SELECT rev, article, origin, state, n,
       sum(n) OVER (PARTITION BY rev, article, origin)
       + CASE WHEN state = '' THEN 0 ELSE (sum(n) OVER (PARTITION BY rev, article, state) - n) / 2.0 END AS alike
FROM (SELECT rev, article, origin, coalesce(state, '') AS state, count(*) AS n
      FROM counted WHERE claim = 0 GROUP BY rev, article, origin, coalesce(state, ''));

-- Effective number of sources with ties (Leinster and Cobbold 2012, order 1), from ten counted citations on.
CREATE VIEW effective_sources AS
SELECT rev, article,
       CAST(100 * exp(ln(1.0 * sum(n)) - sum(n * ln(1.0 * alike)) / sum(n)) + .500001 AS INTEGER) / 100.0 AS effective_sources
FROM alike GROUP BY rev, article HAVING sum(n) >= 10;
