-- The edition: what came in, what was read in it, how it hangs together, and what the user did.
--
-- sort_key is a date-ordered key of a row's own (see briefing/store/keys.py). It is the rowid of the
-- full-text indexes, because FTS5 hands out rows newest first by rowid 400 times faster than by
-- any column. The indexes keep no text of their own (external content) and are written by hand
-- in the transaction of their rows: trusted_schema=OFF forbids triggers on them.

CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
);

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'feed',
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'ok', 'failed', 'muted')),
    etag TEXT,
    last_modified TEXT,
    last_tried TEXT,
    last_ok TEXT,
    next_check TEXT,
    error TEXT,
    added TEXT NOT NULL,
    new INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0
);

-- The counts and name lists of a story and a person are kept with them, so that the first screen
-- of the app is three short index walks and no joins.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    sort_key INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    first_published TEXT,
    last_published TEXT,
    articles INTEGER NOT NULL DEFAULT 0,
    quotes INTEGER NOT NULL DEFAULT 0,
    discrepancies INTEGER NOT NULL DEFAULT 0,
    outlets TEXT NOT NULL DEFAULT '[]',
    people TEXT NOT NULL DEFAULT '[]'
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    sort_key INTEGER NOT NULL UNIQUE,
    key TEXT NOT NULL,
    external_id TEXT,
    source_id INTEGER REFERENCES sources (id) ON DELETE SET NULL,
    outlet_id INTEGER REFERENCES outlets (id),
    outlet_inferred INTEGER NOT NULL DEFAULT 0,
    story_id INTEGER REFERENCES stories (id) ON DELETE SET NULL,
    title_made INTEGER NOT NULL DEFAULT 0,
    byline TEXT,
    place TEXT,
    published TEXT,
    url TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    added TEXT NOT NULL,
    updated TEXT,
    tags TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    lead TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL
);
CREATE INDEX articles_key ON articles (key);
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_fingerprint ON articles (fingerprint);
CREATE INDEX articles_story ON articles (story_id, sort_key);
CREATE INDEX articles_outlet ON articles (outlet_id, sort_key);

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    published TEXT,
    replaced TEXT NOT NULL,
    UNIQUE (article_id, revision)
);

-- attempts counts the times a reader died on the article; at two it is set aside.
CREATE TABLE readings (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    engine_version TEXT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'done', 'failed', 'unsupported')),
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT
);
CREATE INDEX readings_state ON readings (state, article_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT,
    sort_key INTEGER NOT NULL DEFAULT 0,
    quotes INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX people_rank ON people (sort_key DESC, quotes DESC, id);

-- Every name a person goes by in an article. is_full marks the fullest one there. surname is the key
-- by which candidates are looked up; a name whose order is not certain has a row for each.
CREATE TABLE aliases (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    surname TEXT NOT NULL,
    is_full INTEGER NOT NULL,
    PRIMARY KEY (person_id, article_id, name, surname)
) WITHOUT ROWID;
CREATE INDEX aliases_surname ON aliases (surname);
CREATE INDEX aliases_article ON aliases (article_id);

CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    folded TEXT NOT NULL,
    country TEXT,
    organisation TEXT,
    former INTEGER NOT NULL DEFAULT 0,
    seen TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX roles_person ON roles (person_id);
CREATE INDEX roles_article ON roles (article_id);
CREATE INDEX roles_office ON roles (country, folded);

CREATE TABLE mentions (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (article_id, person_id, start)
) WITHOUT ROWID;
CREATE INDEX mentions_person ON mentions (person_id, article_id);

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
);

CREATE TABLE organisation_mentions (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (article_id, organisation_id, start)
) WITHOUT ROWID;
CREATE INDEX organisation_mentions_organisation ON organisation_mentions (organisation_id);

CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);

-- fingerprint is of the words alone, so a quote keeps its id when its article is read again.
-- speaker_words and tags are what the index holds beside the text: names, roles and outlet in
-- words, and one token for each thing a pane or a field can narrow to (p12, s3, o4, a9, kdirect).
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    sort_key INTEGER NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    spans TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    speaker TEXT,
    speaker_as_written TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    speaker_kind TEXT CHECK (speaker_kind IN ('person', 'organisation', 'unnamed')),
    office TEXT,
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    role TEXT,
    inferred INTEGER NOT NULL DEFAULT 0,
    confidence REAL NOT NULL DEFAULT 0,
    statement_id INTEGER REFERENCES statements (id) ON DELETE SET NULL,
    speaker_words TEXT NOT NULL DEFAULT '',
    role_words TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    UNIQUE (article_id, fingerprint)
);
CREATE INDEX quotes_article ON quotes (article_id, start);
CREATE INDEX quotes_person ON quotes (person_id, sort_key);
CREATE INDEX quotes_statement ON quotes (statement_id) WHERE statement_id IS NOT NULL;

CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    sort_key INTEGER NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('money', 'percent', 'people', 'count')),
    value REAL NOT NULL,
    value_max REAL,
    unit TEXT NOT NULL,
    hedge TEXT,
    as_written TEXT NOT NULL,
    equivalents TEXT NOT NULL DEFAULT '[]',
    about TEXT,
    sentence TEXT NOT NULL,
    UNIQUE (article_id, start)
);

CREATE TABLE discrepancies (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    class TEXT NOT NULL CHECK (class IN ('value', 'conversion', 'update', 'scope', 'rounding')),
    about TEXT NOT NULL
);
CREATE INDEX discrepancies_story ON discrepancies (story_id);

CREATE TABLE discrepancy_values (
    discrepancy_id INTEGER NOT NULL REFERENCES discrepancies (id) ON DELETE CASCADE,
    figure_id INTEGER NOT NULL REFERENCES figures (id) ON DELETE CASCADE,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (discrepancy_id, figure_id)
) WITHOUT ROWID;
CREATE INDEX discrepancy_values_figure ON discrepancy_values (figure_id);

-- What the user did. Nothing the engine derives ever writes or deletes here.
CREATE TABLE user_seen (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    at TEXT NOT NULL
);

CREATE TABLE user_quotes (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    verified TEXT,
    PRIMARY KEY (article_id, fingerprint)
) WITHOUT ROWID;

CREATE TABLE user_searches (
    query TEXT PRIMARY KEY,
    at TEXT NOT NULL
) WITHOUT ROWID;

-- Quotes and articles by their words: names as written, and (the _stems twins) words by their stem.
CREATE VIRTUAL TABLE quotes_words USING fts5 (
    text, speaker_words, role_words, tags,
    content = 'quotes', content_rowid = 'sort_key', prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE quotes_stems USING fts5 (
    text, speaker_words, role_words, tags,
    content = 'quotes', content_rowid = 'sort_key',
    tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE articles_words USING fts5 (
    title, text, tags,
    content = 'articles', content_rowid = 'sort_key', prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE articles_stems USING fts5 (
    title, text, tags,
    content = 'articles', content_rowid = 'sort_key',
    tokenize = "porter unicode61 remove_diacritics 2"
);

-- Title and lead alone, by stem: where the candidates for a new article's story are looked up.
CREATE VIRTUAL TABLE articles_leads USING fts5 (
    title, lead,
    content = 'articles', content_rowid = 'sort_key',
    tokenize = "porter unicode61 remove_diacritics 2"
);

-- People by any of their names; rowid is people.id.
CREATE VIRTUAL TABLE people_words USING fts5 (
    names, roles, countries,
    prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2"
);
