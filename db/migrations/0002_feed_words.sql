-- What a feed said of each of its items when it was last taken up: a fingerprint of the feed's own
-- words, and what became of the item's page. An article's text may come from its page, so the
-- feed's words must be kept apart to know whether the feed changed them, and so that no page is
-- fetched twice. tries counts the times the page could not be had.
CREATE TABLE feed_words (
    key TEXT PRIMARY KEY,
    words TEXT NOT NULL,
    page TEXT NOT NULL CHECK (page IN ('unneeded', 'taken', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
