-- Every figure of an article's score as a report prints it; an article without citations has zeros.
CREATE VIEW article_score AS
SELECT a.rev, a.article, coalesce(n.citations, 0) AS citations, coalesce(n.own, 0) AS own, coalesce(n.outlets, 0) AS outlets,
       coalesce(n.owners, 0) AS owners, coalesce(n.owners_known, 0) AS owners_known, coalesce(n.countries, 0) AS countries,
       coalesce(n.languages, 0) AS languages, coalesce(n.origins, 0) AS origins, coalesce(n.corroboration, 0) AS corroboration,
       coalesce(n.read, 0) AS read, coalesce(n.differs, 0) AS differs, f.diversity, f.lag_days, f.checkworthy, f.sourced, f.two_origins,
       coalesce(n.state_controlled, 0) AS state_controlled, coalesce(n.unknown_outlets, 0) AS unknown_outlets,
       coalesce(n.sought, 0) AS sought, coalesce(n.carried, 0) AS carried, f.counted, f.largest_outlet, f.largest_outlet_n,
       f.largest_owner, f.largest_owner_n, f.concentration, f.effective_sources
FROM article a
LEFT JOIN article_counts n ON n.rev = a.rev AND n.article = a.article
JOIN article_figures f ON f.rev = a.rev AND f.article = a.article;
