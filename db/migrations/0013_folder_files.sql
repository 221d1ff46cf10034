-- What syncs took in of the files of a watched folder. path: within it, readable. stamp: size, time and number of the
-- file as it was read. error: why it could not be taken in, or all of it.
CREATE TABLE folder_files (
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    stamp TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (source_id, path)
) WITHOUT ROWID;
