-- Two probabilities in place of one: that a quote's words are right (confidence), and that its speaker
-- is too. And whether the words were denied, withheld or only expected ("would not say that").
ALTER TABLE quotes ADD COLUMN speaker_confidence REAL NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN unsaid INTEGER NOT NULL DEFAULT 0;
-- Until an article is read again, what was known of both stands for each.
UPDATE quotes SET speaker_confidence = confidence;
-- What another version of the engine made of an article that an earlier one had read.
CREATE TABLE reading_changes (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    change TEXT NOT NULL CHECK (change IN ('new', 'gone', 'speaker')),
    text TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX reading_changes_article ON reading_changes (article_id);
