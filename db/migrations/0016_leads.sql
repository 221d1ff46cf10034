-- The words of titles and leads, for finding an article's story alone: which articles hold a word, and not
-- where in them, so that looking one up reads and writes a third of what it did.
DROP TABLE articles_leads;
CREATE VIRTUAL TABLE articles_leads USING fts5 (
    title, lead,
    content = 'articles', content_rowid = 'sort_key', detail = none, columnsize = 0,
    tokenize = "porter unicode61 remove_diacritics 2"
);
INSERT INTO articles_leads (articles_leads) VALUES ('rebuild');

-- Profiles keep how many articles hold a number now, and their weights in ten thousandths. They are made
-- again where one is missing.
DELETE FROM story_profiles;
