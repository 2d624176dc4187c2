-- The counts. They are written so that a condition on rev reaches the primary keys: SQLite pushes it through one level of
-- aggregation, so whatever needs two is a subquery for each row.

-- The current revision of each document: a corrected draft does not corroborate itself.
CREATE VIEW latest AS
SELECT r.* FROM revision r
WHERE r.rev = (SELECT l.rev FROM revision l WHERE l.doc = r.doc ORDER BY l.recorded DESC, l.rev DESC LIMIT 1);

-- Who is cited in an article: every citation with its source, of any role. origin is among all citations of the article.
CREATE VIEW article_source AS
SELECT c.rev, c.article, c.citation, c.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.control, o.state, o.registry,
       c.date, c.day, c.standing, c.read, c.differs, c.sought, c.carries, c.why
FROM citation c
LEFT JOIN source o ON o.source = c.source;

-- Who is given for a claim: the same, for each claim. origin is among the claim's citations.
CREATE VIEW claim_source AS
SELECT s.rev, s.article, s.claim, s.citation, s.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.control, o.state,
       o.registry, c.date, c.day, c.standing, c.read, c.differs, c.sought, c.carries, c.why
FROM support s
JOIN citation c ON c.rev = s.rev AND c.article = s.article AND c.citation = s.citation
LEFT JOIN source o ON o.source = c.source;

-- The counts of each claim for which anything is given.
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

-- The same over all citations of an article, and what is counted there by citation. counted: role source, and somebody is named.
CREATE VIEW article_counts AS
SELECT rev, article,
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
       count(DISTINCT origin) FILTER (WHERE role = 'source' AND differs = 1) AS differs,
       count(*) FILTER (WHERE role = 'source' AND id IS NOT NULL) AS counted,
       count(*) FILTER (WHERE role = 'source' AND control IN ('state', 'captured-public', 'captured-private')) AS state_controlled,
       count(*) FILTER (WHERE role = 'source' AND registry = 0) AS unknown_outlets,
       count(*) FILTER (WHERE sought = 1) AS sought,
       count(*) FILTER (WHERE carries = 1) AS carried
FROM article_source
GROUP BY rev, article;

-- How many counted citations each outlet, each owner has in an article.
CREATE VIEW outlet_share AS
SELECT rev, article, id, count(*) AS n FROM article_source WHERE role = 'source' AND id IS NOT NULL GROUP BY rev, article, id;
CREATE VIEW owner_share AS
SELECT rev, article, owner, count(*) AS n FROM article_source WHERE role = 'source' AND owner IS NOT NULL GROUP BY rev, article, owner;

-- Effective number of outlets of a claim: Hill number of order 1 (Jost 2006), exp(-sum p ln p), 0 where none counts. Rounded half up
-- to two decimals; the millionth of a hundredth added keeps the order of summing out of the figure.
CREATE VIEW diversity AS
SELECT c.rev, c.article, c.claim, coalesce((
         SELECT CAST(100 * exp(ln(1.0 * sum(n)) - sum(n * ln(1.0 * n)) / sum(n)) + .500001 AS INTEGER) / 100.0
         FROM (SELECT count(*) AS n FROM claim_source s
               WHERE s.rev = c.rev AND s.article = c.article AND s.claim = c.claim AND s.role = 'source' AND s.id IS NOT NULL GROUP BY s.id)
       ), 0.0) AS diversity
FROM claim c;

-- Days from each counted source to the article's publication, where both are known to the day.
CREATE VIEW lag AS
SELECT s.rev, s.article, s.claim, s.citation, s.id, (unixepoch(a.day) - unixepoch(s.day)) / 86400 AS days
FROM claim_source s JOIN article a ON a.rev = s.rev AND a.article = s.article
WHERE s.role = 'source' AND s.id IS NOT NULL AND s.day IS NOT NULL AND a.day IS NOT NULL;
CREATE VIEW article_lag AS
SELECT s.rev, s.article, s.citation, s.id, (unixepoch(a.day) - unixepoch(s.day)) / 86400 AS days
FROM article_source s JOIN article a ON a.rev = s.rev AND a.article = s.article
WHERE s.role = 'source' AND s.id IS NOT NULL AND s.day IS NOT NULL AND a.day IS NOT NULL;

-- Their lower median for a claim, NULL where none is known.
CREATE VIEW median_lag AS
SELECT c.rev, c.article, c.claim, (
         SELECT days FROM (SELECT days, row_number() OVER (ORDER BY days) AS k, count(*) OVER () AS n
                           FROM lag l WHERE l.rev = c.rev AND l.article = c.article AND l.claim = c.claim)
         WHERE k = (n + 1) / 2
       ) AS lag_days
FROM claim c;

-- Claims that state something checkable: whether they are sourced, and by how many origins.
CREATE VIEW checkable AS
SELECT c.rev, c.article, c.claim,
       c.covered_by IS NOT NULL OR c.orphans > 0
       OR EXISTS (SELECT 1 FROM support s WHERE s.rev = c.rev AND s.article = c.article AND s.claim = c.claim) AS sourced,
       (SELECT count(DISTINCT s.origin) FROM claim_source s
        WHERE s.rev = c.rev AND s.article = c.article AND s.claim = c.claim AND s.role = 'source') AS origins
FROM claim c
WHERE c.checkworthy = 1;

-- What only a whole article has. Ranking, concentration (the chance that two citations drawn at random name one outlet) and
-- effective sources are NULL below ten counted citations. effective_sources is the effective number with ties (Leinster and
-- Cobbold 2012, order 1): 1 within an origin, a half between two origins controlled by one state.
CREATE VIEW article_figures AS
SELECT a.rev, a.article,
       (SELECT count(*) FROM checkable k WHERE k.rev = a.rev AND k.article = a.article) AS checkworthy,
       (SELECT count(*) FROM checkable k WHERE k.rev = a.rev AND k.article = a.article AND k.sourced = 1) AS sourced,
       (SELECT count(*) FROM checkable k WHERE k.rev = a.rev AND k.article = a.article AND k.origins >= 2) AS two_origins,
       coalesce((
         SELECT CAST(100 * exp(ln(1.0 * sum(n)) - sum(n * ln(1.0 * n)) / sum(n)) + .500001 AS INTEGER) / 100.0
         FROM (SELECT count(*) AS n FROM article_source s
               WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.id IS NOT NULL GROUP BY s.id)
       ), 0.0) AS diversity,
       (SELECT days FROM (SELECT days, row_number() OVER (ORDER BY days) AS k, count(*) OVER () AS n
                          FROM article_lag l WHERE l.rev = a.rev AND l.article = a.article)
        WHERE k = (n + 1) / 2) AS lag_days,
       a.counted,
       CASE WHEN a.counted >= 10 THEN
         (SELECT id FROM article_source s WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.id IS NOT NULL
          GROUP BY id ORDER BY count(*) DESC, id LIMIT 1) END AS largest_outlet,
       CASE WHEN a.counted >= 10 THEN
         (SELECT count(*) AS n FROM article_source s WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.id IS NOT NULL
          GROUP BY id ORDER BY n DESC LIMIT 1) END AS largest_outlet_n,
       CASE WHEN a.counted >= 10 THEN
         (SELECT owner FROM article_source s WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.owner IS NOT NULL
          GROUP BY owner ORDER BY count(*) DESC, owner LIMIT 1) END AS largest_owner,
       CASE WHEN a.counted >= 10 THEN
         (SELECT count(*) AS n FROM article_source s WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.owner IS NOT NULL
          GROUP BY owner ORDER BY n DESC LIMIT 1) END AS largest_owner_n,
       (SELECT (200 * sum(n * (n - 1)) + sum(n) * (sum(n) - 1)) / (2 * sum(n) * (sum(n) - 1)) / 100.0
        FROM (SELECT count(*) AS n FROM article_source s WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.id IS NOT NULL GROUP BY id)
        HAVING sum(n) >= 10) AS concentration,
       (SELECT CAST(100 * exp(ln(1.0 * sum(n)) - sum(n * ln(1.0 * alike)) / sum(n)) + .500001 AS INTEGER) / 100.0
        FROM (SELECT n, sum(n) OVER (PARTITION BY origin)
                     + CASE WHEN state = '' THEN 0 ELSE (sum(n) OVER (PARTITION BY state) - n) / 2.0 END AS alike
              FROM (SELECT origin, coalesce(state, '') AS state, count(*) AS n FROM article_source s
                    WHERE s.rev = a.rev AND s.article = a.article AND s.role = 'source' AND s.id IS NOT NULL
                    GROUP BY origin, coalesce(state, '')))
        HAVING sum(n) >= 10) AS effective_sources
FROM (SELECT rev, article, (SELECT count(*) FROM article_source s WHERE s.rev = b.rev AND s.article = b.article
                            AND s.role = 'source' AND s.id IS NOT NULL) AS counted FROM article b) a;
