-- When the user first opened a story that holds the article (or the article), and when first in the words it
-- now has: what came or changed since is new to them. By article, since stories come and go.
CREATE TABLE user_looks (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    first TEXT NOT NULL,
    at TEXT NOT NULL
);
