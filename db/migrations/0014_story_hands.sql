-- Which articles are one story by the user's word: those of one number are, those of two are not. It
-- outlives stories, whose ids a salvage gives anew; stories.identity is the number of a story's articles.
CREATE TABLE user_stories (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    identity INTEGER NOT NULL
);
CREATE INDEX user_stories_identity ON user_stories (identity);
ALTER TABLE stories ADD COLUMN identity INTEGER;

-- Steps by the user's hand, and steps taken back. before: what the user had said of the articles until
-- then ([article, number or null]); takes_back: the step that this one takes back.
ALTER TABLE story_steps ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story_steps ADD COLUMN before TEXT NOT NULL DEFAULT '[]';
ALTER TABLE story_steps ADD COLUMN takes_back INTEGER;
ALTER TABLE story_steps ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;
