-- What a story's articles say, summed up: by this stories are compared, so that no article is looked
-- at twice. The table can be dropped and made again from titles and leads.
CREATE TABLE story_profiles (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    profile TEXT NOT NULL
);

-- Every change that linking made of which articles make up which story: articles are the ids that
-- went from story other_id to story_id; other_id is NULL where an article was in no story before.
-- odds are the log odds that were decided by.
CREATE TABLE story_steps (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('join', 'merge', 'split')),
    story_id INTEGER NOT NULL,
    other_id INTEGER,
    articles TEXT NOT NULL,
    odds REAL NOT NULL
);
CREATE INDEX story_steps_story ON story_steps (story_id);
CREATE INDEX story_steps_other ON story_steps (other_id);
