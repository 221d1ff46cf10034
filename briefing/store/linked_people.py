"""People as linking finds them on record and writes them down."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from briefing.model import AppearanceKey, FoundPerson, Profile
from briefing.rows import PersonRow
from briefing.store.keys import LOW_BITS
from briefing.store.people import person_rows
from briefing.store.rows import marks
from briefing.text import fold
from briefing.titles import office_key

NEWEST = 40
"""Appearances of a person that are looked at for whom they are named with, the newest."""


def candidates(
    db: sqlite3.Connection, keys: Sequence[str], identity: int | None, story_id: int
) -> dict[int, Profile]:
    """Those on record who share one of the keys of a whole name, or whom the user so joined."""
    rows = db.execute(
        f"SELECT person_id FROM person_keys WHERE key IN ({marks(keys)})"
        " UNION SELECT id FROM people WHERE identity = ?",
        (*keys, identity),
    ).fetchall()
    return {row[0]: profile(db, row[0], story_id) for row in rows}


def profile(db: sqlite3.Connection, person_id: int, story_id: int | None = None) -> Profile:
    """What is on record of a person; of their stories only whether ``story_id`` is one."""
    row = db.execute(
        "SELECT country, identity, (SELECT json_group_array(name) FROM person_names"
        "  WHERE person_id = :id) AS names,"
        " EXISTS (SELECT 1 FROM articles r JOIN appearances p ON p.article_id = r.id"
        "  WHERE r.story_id = :story AND p.person_id = :id) AS here FROM people WHERE id = :id",
        {"id": person_id, "story": story_id},
    ).fetchone()
    offices = db.execute(
        "SELECT folded, country FROM person_offices WHERE person_id = ?", (person_id,)
    ).fetchall()
    countries = {row["country"] or "", *(office["country"] for office in offices)} - {""}
    return Profile(
        names=frozenset(_listed(row["names"])),
        countries=frozenset(countries),
        offices=frozenset(office["folded"] for office in offices),
        stories=frozenset([story_id] if row["here"] and story_id is not None else []),
        identity=row["identity"],
    )


def fellows(db: sqlite3.Connection, person_id: int) -> frozenset[str]:
    """The whole names beside whom a person was named of late, folded."""
    rows = db.execute(
        "SELECT DISTINCT o.called FROM (SELECT article_id FROM appearances WHERE person_id = :id"
        " ORDER BY day DESC LIMIT :newest) here"
        " JOIN appearances o ON o.article_id = here.article_id"
        " WHERE o.whole AND o.person_id <> :id",
        {"id": person_id, "newest": NEWEST},
    )
    return frozenset(fold(row["called"]) for row in rows)


def appearances(
    db: sqlite3.Connection, ids: Iterable[int], limit: int
) -> dict[AppearanceKey, tuple[int, Profile]]:
    """The appearances of these people under whole names, as whom linked; none if too many."""
    found: dict[AppearanceKey, tuple[int, Profile]] = {}
    for person_id in ids:
        rows = db.execute(
            f"{_APPEARANCES} WHERE p.person_id = ? AND p.whole LIMIT ?", (person_id, limit + 1)
        ).fetchall()
        found |= {_key(row): (person_id, _appearance(row)) for row in rows}
        if len(found) > limit:
            return {}
    return found


_APPEARANCES = (
    "SELECT p.called, p.day, a.fingerprint AS mark, p.article_id, p.person_id, p.country, p.whole,"
    " a.story_id, u.identity, (SELECT json_group_array(name) FROM aliases"
    "  WHERE article_id = p.article_id AND called = p.called) AS names,"
    " (SELECT json_group_array(json_array(folded, country)) FROM roles"
    "  WHERE article_id = p.article_id AND called = p.called) AS offices,"
    " (SELECT json_group_array(called) FROM appearances"
    "  WHERE article_id = p.article_id AND called <> p.called AND whole) AS fellows"
    " FROM appearances p JOIN articles a ON a.id = p.article_id"
    " LEFT JOIN user_people u ON u.article_id = p.article_id AND u.called = p.called"
)


def story_appearances(
    db: sqlite3.Connection, story_id: int
) -> dict[AppearanceKey, tuple[int, bool, Profile]]:
    """Whom a story's articles name: as whom they are linked, and whether by a whole name.

    The names are those by which each article calls them in the first place, and nothing else.
    """
    rows = db.execute(
        "SELECT p.called, p.day, a.fingerprint AS mark, p.article_id, p.person_id, p.country,"
        " p.whole, u.identity FROM articles a JOIN appearances p ON p.article_id = a.id"
        " LEFT JOIN user_people u ON u.article_id = p.article_id AND u.called = p.called"
        " WHERE a.story_id = ?",
        (story_id,),
    )
    return {
        _key(row): (
            row["person_id"],
            bool(row["whole"]),
            Profile(
                names=frozenset([row["called"]]),
                countries=frozenset(filter(None, [row["country"]])),
                articles=frozenset([row["article_id"]]),
                identity=row["identity"],
            ),
        )
        for row in rows
    }


def parts_in(db: sqlite3.Connection, story_id: int) -> list[str]:
    """The parts of names by which a story's articles call people."""
    rows = db.execute(
        "SELECT DISTINCT p.called FROM articles a JOIN appearances p ON p.article_id = a.id"
        " WHERE a.story_id = ? AND NOT p.whole",
        (story_id,),
    )
    return [row["called"] for row in rows]


def offices_in(db: sqlite3.Connection, article_id: int, called: str) -> frozenset[str]:
    """The offices that an article gives somebody, by key."""
    sql = "SELECT folded FROM roles WHERE article_id = ? AND called = ?"
    return frozenset(row["folded"] for row in db.execute(sql, (article_id, called)))


def _key(row: sqlite3.Row) -> AppearanceKey:
    return AppearanceKey(row["called"], row["day"], row["mark"], row["article_id"])


def _appearance(row: sqlite3.Row) -> Profile:
    offices = _listed(row["offices"])
    return Profile(
        names=frozenset(_listed(row["names"])),
        countries=frozenset(c for c in (row["country"], *(c for _, c in offices)) if c),
        offices=frozenset(folded for folded, _ in offices),
        stories=frozenset([row["story_id"]]),
        articles=frozenset([row["article_id"]]),
        fellows=frozenset(map(fold, _listed(row["fellows"]))),
        identity=row["identity"],
    )


def _listed(text: str) -> list[Any]:
    found: list[Any] = json.loads(text)
    return found


def identity_of(db: sqlite3.Connection, article_id: int, called: str) -> int | None:
    """The number under which the user joined or parted whom the article calls so, if they did."""
    sql = "SELECT identity FROM user_people WHERE article_id = ? AND called = ?"
    row = db.execute(sql, (article_id, called)).fetchone()
    return row["identity"] if row else None


def names_by_hand(db: sqlite3.Connection, article_id: int) -> list[str]:
    """What the article called those whom the user joined or parted by hand when they did so."""
    rows = db.execute("SELECT called FROM user_people WHERE article_id = ?", (article_id,))
    return [row["called"] for row in rows]


def rename_by_hand(db: sqlite3.Connection, article_id: int, called: str, new: str) -> None:
    """Keep what the user did where another reading calls the same person otherwise."""
    db.execute(
        "UPDATE OR IGNORE user_people SET called = ? WHERE article_id = ? AND called = ?",
        (new, article_id, called),
    )


def called_in(db: sqlite3.Connection, article_id: int) -> dict[str, int]:
    """The ids of an article's people by the names it calls them."""
    rows = db.execute(
        "SELECT called, person_id FROM appearances WHERE article_id = ?", (article_id,)
    )
    return {row["called"]: row["person_id"] for row in rows}


def is_outlet(db: sqlite3.Connection, name: str) -> bool:
    """Whether an outlet on record bears the name; outlets name themselves, and are no people."""
    return db.execute("SELECT 1 FROM outlets WHERE name = ?", (name,)).fetchone() is not None


def new_person(db: sqlite3.Connection, name: str, person_id: int | None = None) -> int:
    """Somebody new, under ``person_id`` where that is free or its person has no article left."""
    if person_id is not None:
        sql = "SELECT 1 FROM appearances WHERE person_id = ?"
        if db.execute(sql, (person_id,)).fetchone():
            person_id = None
        else:
            sql = "INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
            db.execute(sql, (person_id, name))
            return person_id
    sql = "INSERT INTO people (name) VALUES (?) RETURNING id"
    return int(db.execute(sql, (name,)).fetchone()[0])


def write_appearance(
    db: sqlite3.Connection,
    article_id: int,
    person_id: int,
    found: FoundPerson,
    keys: Mapping[str, Sequence[str]],
    *,
    whole: bool,
    reason: str,
    tie: bool = False,
) -> None:
    """Write down a person of an article as ``person_id``, and why.

    ``keys`` gives, for each of the names, the keys under which whole names are looked up.
    """
    db.execute(
        "INSERT INTO appearances (article_id, called, person_id, country, whole, day, tie, reason)"
        f" SELECT id, ?, ?, ?, ?, (sort_key >> {LOW_BITS}) / 86400, ?, ? FROM articles"
        " WHERE id = ? ON CONFLICT DO NOTHING",
        (found.name, person_id, found.country, whole, tie, reason, article_id),
    )
    db.executemany(
        "INSERT INTO aliases (person_id, article_id, name, surname, is_full, called)"
        " VALUES (?, ?, ?, '', ?, ?) ON CONFLICT DO NOTHING",
        [
            (person_id, article_id, name, int(name == found.name), found.name)
            for name in dict.fromkeys((found.name, *found.aliases))
        ],
    )
    db.executemany(
        "INSERT INTO mentions (article_id, person_id, start, end, called) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [(article_id, person_id, start, end, found.name) for start, end in found.mentions],
    )
    _write_roles(db, article_id, person_id, found)
    add_keys(db, person_id, [key for name in keys for key in keys[name]])


def add_keys(db: sqlite3.Connection, person_id: int, keys: Iterable[str]) -> None:
    """Have the person looked up under these keys too."""
    db.executemany(
        "INSERT INTO person_keys (key, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, person_id) for key in keys],
    )


def _write_roles(
    db: sqlite3.Connection, article_id: int, person_id: int, found: FoundPerson
) -> None:
    sql = "SELECT substr(published, 1, 10) FROM articles WHERE id = ?"
    seen = db.execute(sql, (article_id,)).fetchone()[0]
    db.executemany(
        "INSERT INTO roles (person_id, article_id, title, folded, country, organisation, former,"
        " seen, start, end, called) VALUES (:person_id, :article_id, :title, :folded, :country,"
        " :organisation, :former, :seen, :start, :end, :called)",
        [
            {
                **asdict(role),
                "person_id": person_id,
                "article_id": article_id,
                "folded": office_key(role.title),
                "seen": seen,
                "called": found.name,
            }
            for role in found.roles
        ],
    )


def full_names(db: sqlite3.Connection, person_id: int) -> dict[str, int]:
    """The fullest names of the person in the articles, and how many articles give each."""
    rows = db.execute(
        "SELECT name, fulls FROM person_names WHERE person_id = ? AND fulls > 0", (person_id,)
    )
    return {row["name"]: row["fulls"] for row in rows}


def set_name(db: sqlite3.Connection, person_id: int, name: str) -> bool:
    """The name a person is shown by; whether it is another one than before."""
    sql = "UPDATE people SET name = :name WHERE id = :id AND name <> :name"
    return db.execute(sql, {"id": person_id, "name": name}).rowcount > 0


def stories_with(db: sqlite3.Connection, person_id: int) -> list[int]:
    """The stories whose articles name the person."""
    rows = db.execute(
        "SELECT DISTINCT a.story_id FROM appearances p JOIN articles a ON a.id = p.article_id"
        " WHERE p.person_id = ? AND a.story_id IS NOT NULL",
        (person_id,),
    )
    return [row["story_id"] for row in rows]


def set_identity(db: sqlite3.Connection, person_id: int, identity: int | None) -> None:
    """The number under which the user joined or parted the person by hand."""
    db.execute("UPDATE people SET identity = ? WHERE id = ?", (identity, person_id))


def refresh_people(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Bring counts and index entries of these people up to date; drop those no article names."""
    for person_id in sorted(set(ids)):
        db.execute("DELETE FROM people_words WHERE rowid = ?", (person_id,))
        db.execute(
            "DELETE FROM people WHERE id = :id"
            " AND NOT EXISTS (SELECT 1 FROM appearances WHERE person_id = :id)",
            {"id": person_id},
        )
        db.execute(
            "UPDATE people SET"
            " quotes = (SELECT count(*) FROM quotes WHERE person_id = :id),"
            " articles ="
            " (SELECT count(DISTINCT article_id) FROM appearances WHERE person_id = :id),"
            " sort_key = (SELECT max(day) FROM appearances WHERE person_id = :id)"
            " WHERE id = :id",
            {"id": person_id},
        )
        for row in person_rows(db, [person_id]):
            _index(db, row)


def set_country(db: sqlite3.Connection, person_id: int) -> None:
    """Have the person be of the country that most articles give them."""
    row = db.execute(
        "SELECT country FROM appearances WHERE person_id = ? AND country IS NOT NULL"
        " GROUP BY country ORDER BY count(*) DESC, country LIMIT 1",
        (person_id,),
    ).fetchone()
    country = row["country"] if row else None
    db.execute("UPDATE people SET country = ? WHERE id = ?", (country, person_id))


def _index(db: sqlite3.Connection, person: PersonRow) -> None:
    countries = {person.country, *(role.country for role in person.roles)} - {None}
    db.execute(
        "INSERT INTO people_words (rowid, names, roles, countries) VALUES (?, ?, ?, ?)",
        (
            person.id,
            "\n".join((person.name, *person.aliases)),
            "\n".join(f"{role.title} {role.organisation or ''}" for role in person.roles),
            "\n".join(sorted(filter(None, countries))),
        ),
    )


def role_in(db: sqlite3.Connection, person_id: int, article_id: int) -> str | None:
    """The office an article gives the person, in words, or else the newest one known by its day."""
    row = (
        db.execute(
            "SELECT title, country, organisation, former FROM roles WHERE article_id = :article"
            " AND person_id = :person ORDER BY former, seen DESC, start LIMIT 1",
            {"article": article_id, "person": person_id},
        ).fetchone()
        or db.execute(
            "SELECT o.title, o.country, o.organisation, o.former FROM person_offices o, articles a"
            " WHERE a.id = :article AND o.person_id = :person"
            " AND o.first_seen <= coalesce(substr(a.published, 1, 10), '9')"
            " ORDER BY o.former, o.last_seen DESC, o.start LIMIT 1",
            {"article": article_id, "person": person_id},
        ).fetchone()
    )
    if row is None:
        return None
    place = row["organisation"] or row["country"]
    title = f"former {row['title']}" if row["former"] else str(row["title"])
    return f"{title}, {place}" if place else title


def by_identity(db: sqlite3.Connection, identity: int | None, but: AppearanceKey) -> int | None:
    """The person whom the user joined another appearance of this number to."""
    row = db.execute(
        "SELECT p.person_id FROM user_people u JOIN appearances p ON p.article_id = u.article_id"
        " AND p.called = u.called WHERE u.identity = ?"
        " AND NOT (u.article_id = ? AND u.called = ?) ORDER BY p.whole DESC LIMIT 1",
        (identity, but.article_id, but.called),
    ).fetchone()
    return row["person_id"] if row else None


def is_of_parts(db: sqlite3.Connection, person_id: int, story_id: int) -> bool:
    """Whether somebody is named by parts of a name alone, and in this story alone."""
    sql = (
        "SELECT 1 FROM appearances p JOIN articles a ON a.id = p.article_id"
        " WHERE p.person_id = ? AND (p.whole OR a.story_id IS NOT ?) LIMIT 1"
    )
    return db.execute(sql, (person_id, story_id)).fetchone() is None


def name_of(db: sqlite3.Connection, person_id: int) -> str:
    """The name that a person is shown by; "" where there is none such."""
    row = db.execute("SELECT name FROM people WHERE id = ?", (person_id,)).fetchone()
    return str(row["name"]) if row else ""
