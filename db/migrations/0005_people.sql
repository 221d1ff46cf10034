-- Each time an article names somebody: under which name, as whom it is linked, and why. `called` is the
-- fullest name the article gives; `whole` says that it is more than a surname, a given name or an
-- initial. day is the article's, in days since 1970; left open by `tie` are those who may be two.
CREATE TABLE appearances (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    called TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    country TEXT,
    whole INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tie INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL,
    PRIMARY KEY (article_id, called)
) WITHOUT ROWID;
CREATE INDEX appearances_person ON appearances (person_id, day, article_id);
CREATE INDEX appearances_country ON appearances (person_id, country);

-- What is known of an appearance, so that it can go to another person and come back.
ALTER TABLE aliases ADD COLUMN called TEXT NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN called TEXT NOT NULL DEFAULT '';
ALTER TABLE roles ADD COLUMN called TEXT NOT NULL DEFAULT '';

-- Under what a whole name is looked up: its surname and given name as all their spellings share them.
-- Some stay when a name leaves a person: a candidate too many costs a comparison.
CREATE TABLE person_keys (
    key TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (key, person_id)
) WITHOUT ROWID;
CREATE INDEX person_keys_person ON person_keys (person_id);

-- Sums over aliases and roles, so that somebody whom ten thousand articles name costs no more to
-- compare than somebody whom ten do. Triggers keep them, since a sum that one writer forgets is wrong.
-- An office's title and proof are of the first article that gives it.
CREATE TABLE person_names (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    fulls INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (person_id, name)
) WITHOUT ROWID;
CREATE TABLE person_offices (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    country TEXT NOT NULL,
    organisation TEXT NOT NULL,
    former INTEGER NOT NULL,
    title TEXT NOT NULL,
    first_seen TEXT,
    last_seen TEXT,
    articles INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (person_id, folded, country, organisation, former)
) WITHOUT ROWID;
CREATE INDEX person_offices_office ON person_offices (folded, country);
CREATE INDEX person_offices_organisation ON person_offices (folded, organisation COLLATE NOCASE);
DROP INDEX roles_person;
DROP INDEX roles_office;
CREATE INDEX roles_office ON roles (person_id, folded, seen);

INSERT INTO person_names SELECT person_id, name, sum(is_full), count(*) FROM aliases GROUP BY 1, 2;
INSERT INTO person_offices
SELECT person_id, folded, coalesce(country, ''), coalesce(organisation, ''), former, title, min(seen),
    max(seen), count(*), article_id, start, end
FROM roles GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER aliases_added AFTER INSERT ON aliases BEGIN
    INSERT INTO person_names (person_id, name, fulls, articles)
    VALUES (NEW.person_id, NEW.name, NEW.is_full, 1)
    ON CONFLICT DO UPDATE SET fulls = fulls + excluded.fulls, articles = articles + 1;
END;
CREATE TRIGGER aliases_gone AFTER DELETE ON aliases BEGIN
    UPDATE person_names SET fulls = fulls - OLD.is_full, articles = articles - 1
    WHERE person_id = OLD.person_id AND name = OLD.name;
    DELETE FROM person_names
    WHERE person_id = OLD.person_id AND name = OLD.name AND articles < 1;
END;
CREATE TRIGGER roles_added AFTER INSERT ON roles BEGIN
    INSERT INTO person_offices VALUES (
        NEW.person_id, NEW.folded, coalesce(NEW.country, ''), coalesce(NEW.organisation, ''),
        NEW.former, NEW.title, NEW.seen, NEW.seen, 1, NEW.article_id, NEW.start, NEW.end)
    ON CONFLICT DO UPDATE SET
        title = iif(coalesce(excluded.first_seen, '9') < coalesce(first_seen, '9'), excluded.title, title),
        article_id = iif(
            coalesce(excluded.first_seen, '9') < coalesce(first_seen, '9'), excluded.article_id, article_id),
        start = iif(coalesce(excluded.first_seen, '9') < coalesce(first_seen, '9'), excluded.start, start),
        end = iif(coalesce(excluded.first_seen, '9') < coalesce(first_seen, '9'), excluded.end, end),
        first_seen = nullif(min(coalesce(excluded.first_seen, '9'), coalesce(first_seen, '9')), '9'),
        last_seen = nullif(max(coalesce(excluded.last_seen, ''), coalesce(last_seen, '')), ''),
        articles = articles + 1;
END;
CREATE TRIGGER roles_gone AFTER DELETE ON roles BEGIN
    DELETE FROM person_offices WHERE person_id = OLD.person_id AND folded = OLD.folded
        AND country = coalesce(OLD.country, '') AND organisation = coalesce(OLD.organisation, '')
        AND former = OLD.former;
    INSERT INTO person_offices
    SELECT person_id, folded, coalesce(country, ''), coalesce(organisation, ''), former, title,
        first_value(seen) OVER w, nullif(max(coalesce(seen, '')) OVER (), ''), count(*) OVER (),
        article_id, start, end
    FROM roles WHERE person_id = OLD.person_id AND folded = OLD.folded
        AND country IS OLD.country AND organisation IS OLD.organisation AND former = OLD.former
    WINDOW w AS (ORDER BY coalesce(seen, '9'), article_id, start)
    ORDER BY coalesce(seen, '9'), article_id, start LIMIT 1;
END;

-- What was joined or parted on record, newest last, with the appearances that moved ([article, called]).
-- user_people outlives it: who is one person by the user's word, by article and name.
CREATE TABLE people_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
    by_hand INTEGER NOT NULL,
    reason TEXT NOT NULL,
    moved_from INTEGER NOT NULL,
    moved_to INTEGER NOT NULL,
    from_name TEXT NOT NULL,
    to_name TEXT NOT NULL,
    moved TEXT NOT NULL,
    before TEXT NOT NULL DEFAULT '[]',
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE user_people (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    called TEXT NOT NULL,
    identity INTEGER NOT NULL,
    PRIMARY KEY (article_id, called)
) WITHOUT ROWID;
CREATE INDEX user_people_identity ON user_people (identity);
ALTER TABLE people ADD COLUMN identity INTEGER;
CREATE INDEX people_identity ON people (identity) WHERE identity IS NOT NULL;

-- An office that a quote names in place of its speaker, so that a holder found later can be given it.
ALTER TABLE quotes ADD COLUMN office_key TEXT;
CREATE INDEX quotes_office ON quotes (office_key, person_id, sort_key) WHERE office_key IS NOT NULL;

-- Keys and appearances are the reader's to make: every article is read again.
UPDATE readings SET engine_version = '' WHERE state = 'done';
