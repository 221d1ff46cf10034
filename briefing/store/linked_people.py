"""People as linking finds them on record and writes them down."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from briefing.model import FoundPerson, KnownPerson, KnownRole
from briefing.rows import PersonRow
from briefing.store.keys import LOW_BITS
from briefing.store.people import person_rows
from briefing.store.rows import marks
from briefing.titles import office_key


def candidates(
    db: sqlite3.Connection, surnames: Sequence[str], story_id: int | None
) -> list[KnownPerson]:
    """The people on record who share one of the surname keys, and all those of the story."""
    rows = db.execute(
        f"SELECT DISTINCT person_id AS id FROM aliases WHERE surname IN ({marks(surnames)})"
        " UNION SELECT person_id FROM articles a JOIN mentions m ON m.article_id = a.id"
        " WHERE a.story_id = ?",
        (*surnames, story_id),
    )
    return known_people(db, [row["id"] for row in rows], story_id)


def holders(
    db: sqlite3.Connection, offices: Sequence[str], story_id: int | None
) -> list[KnownPerson]:
    """The people on record who held one of these offices (by key), and all those of the story."""
    rows = db.execute(
        f"SELECT DISTINCT person_id AS id FROM roles WHERE folded IN ({marks(offices)})"
        " UNION SELECT person_id FROM articles a JOIN mentions m ON m.article_id = a.id"
        " WHERE a.story_id = ?",
        (*offices, story_id),
    )
    return known_people(db, [row["id"] for row in rows], story_id)


def is_outlet(db: sqlite3.Connection, name: str) -> bool:
    """Whether an outlet on record bears the name; outlets name themselves, and are no people."""
    return db.execute("SELECT 1 FROM outlets WHERE name = ?", (name,)).fetchone() is not None


def known_people(
    db: sqlite3.Connection, ids: Sequence[int], story_id: int | None
) -> list[KnownPerson]:
    """People as linking compares them."""
    rows = db.execute(
        "SELECT DISTINCT person_id FROM articles a JOIN mentions m ON m.article_id = a.id"
        " WHERE a.story_id = ?",
        (story_id,),
    )
    here = {row["person_id"] for row in rows}
    return [
        KnownPerson(
            id=row.id,
            name=row.name,
            aliases=row.aliases,
            country=row.country,
            roles=tuple(
                KnownRole(r.title, r.country, r.organisation, r.former, r.first_seen, r.last_seen)
                for r in row.roles
            ),
            in_story=row.id in here,
        )
        for row in person_rows(db, ids)
    ]


def write_person(
    db: sqlite3.Connection,
    article_id: int,
    person_id: int | None,
    found: FoundPerson,
    surnames: Mapping[str, Sequence[str]],
) -> int:
    """Write down a person of an article as ``person_id``, or as someone new; the id.

    ``surnames`` gives the keys under which each of the names is looked up.
    """
    if person_id is None:
        sql = "INSERT INTO people (name, country) VALUES (?, ?) RETURNING id"
        person_id = int(db.execute(sql, (found.name, found.country)).fetchone()[0])
    db.executemany(
        "INSERT INTO aliases (person_id, article_id, name, surname, is_full)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            (person_id, article_id, name, key, int(name == found.name))
            for name in (found.name, *found.aliases)
            for key in surnames[name]
        ],
    )
    db.executemany(
        "INSERT INTO mentions (article_id, person_id, start, end) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [(article_id, person_id, start, end) for start, end in found.mentions],
    )
    _write_roles(db, article_id, person_id, found)
    return person_id


def _write_roles(
    db: sqlite3.Connection, article_id: int, person_id: int, found: FoundPerson
) -> None:
    sql = "SELECT substr(published, 1, 10) FROM articles WHERE id = ?"
    seen = db.execute(sql, (article_id,)).fetchone()[0]
    db.executemany(
        "INSERT INTO roles (person_id, article_id, title, folded, country, organisation, former,"
        " seen, start, end) VALUES (:person_id, :article_id, :title, :folded, :country,"
        " :organisation, :former, :seen, :start, :end)",
        [
            {
                **asdict(role),
                "person_id": person_id,
                "article_id": article_id,
                "folded": office_key(role.title),
                "seen": seen,
            }
            for role in found.roles
        ],
    )


def full_names(db: sqlite3.Connection, person_id: int) -> list[str]:
    """The fullest name of the person in each article that names them."""
    rows = db.execute("SELECT name FROM aliases WHERE person_id = ? AND is_full", (person_id,))
    return [row["name"] for row in rows]


def set_name(db: sqlite3.Connection, person_id: int, name: str, country: str | None) -> None:
    """The name and country a person is shown by. A country once known stays."""
    db.execute(
        "UPDATE people SET name = ?, country = coalesce(country, ?) WHERE id = ?",
        (name, country, person_id),
    )


def refresh_people(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Bring counts and index entries of these people up to date; drop those no article names."""
    for person_id in sorted(set(ids)):
        db.execute("DELETE FROM people_words WHERE rowid = ?", (person_id,))
        db.execute(
            "DELETE FROM people WHERE id = :id"
            " AND NOT EXISTS (SELECT 1 FROM aliases WHERE person_id = :id)",
            {"id": person_id},
        )
        db.execute(
            "UPDATE people SET"
            " quotes = (SELECT count(*) FROM quotes WHERE person_id = :id),"
            " articles = (SELECT count(DISTINCT article_id) FROM mentions WHERE person_id = :id),"
            f" sort_key = (SELECT max(a.sort_key >> {LOW_BITS}) / 86400 FROM aliases l"
            "  JOIN articles a ON a.id = l.article_id WHERE l.person_id = :id)"
            " WHERE id = :id",
            {"id": person_id},
        )
        for row in person_rows(db, [person_id]):
            _index(db, row)


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
    row = db.execute(
        "SELECT r.title, r.country, r.organisation, r.former FROM roles r, articles a"
        " WHERE a.id = :article AND r.person_id = :person"
        " AND (r.article_id = a.id OR r.seen <= coalesce(substr(a.published, 1, 10), '9'))"
        " ORDER BY r.article_id = a.id DESC, r.former, r.seen DESC, r.start LIMIT 1",
        {"article": article_id, "person": person_id},
    ).fetchone()
    if row is None:
        return None
    place = row["organisation"] or row["country"]
    title = f"former {row['title']}" if row["former"] else str(row["title"])
    return f"{title}, {place}" if place else title
