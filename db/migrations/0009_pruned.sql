-- What was pruned, so that a sync does not bring it back: enough to know an article by, and none of
-- its words. sketch is a JSON list of hashes of some of its shingles (see briefing/store/identity.py).
CREATE TABLE pruned (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    url TEXT,
    fingerprint TEXT NOT NULL,
    outlet TEXT,
    title_mark TEXT NOT NULL,
    sketch TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX pruned_key ON pruned (key);
CREATE INDEX pruned_url ON pruned (url) WHERE url IS NOT NULL;
CREATE INDEX pruned_fingerprint ON pruned (fingerprint);
