-- Copies of one text by several outlets: which article each is folded under. A sketch is the least 256 of
-- the 32-bit hashes of a text's runs of four words (see briefing/linking/copies.py). Both can be dropped
-- and made again from the texts.
CREATE TABLE sketches (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    sketch BLOB NOT NULL
);
CREATE TABLE copies (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    of_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE
);
CREATE INDEX copies_of ON copies (of_id);
