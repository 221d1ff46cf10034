"""Large editions of made-up news, for measuring. Every word and name in them is drawn by chance."""

import json
import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.model import ENGINE_VERSION
from briefing.store.connect import connect, writing
from briefing.store.keys import seconds, sort_key

QUOTES_AN_ARTICLE = 10
ARTICLES_A_STORY = 3
QUOTES_A_PERSON = 40
NEWEST = datetime(2026, 3, 2, tzinfo=UTC)
_SYLLABLES = "ka lo mer tin sa vor du ne ri pol es tu ma gra ven il".split()


def make_store(path: Path, quotes: int, seed: int = 1) -> Path:
    """A store with so many quotes at ``path``, made once and kept."""
    if path.exists():
        return path
    unfinished = path.with_suffix(".part")
    for old in path.parent.glob(f"{unfinished.name}*"):
        old.unlink()
    db = connect(unfinished)
    with writing(db):
        _fill(db, quotes, random.Random(seed))
        for index in ("quotes_words", "quotes_stems", "articles_words", "articles_stems"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    unfinished.rename(path)
    return path


def _fill(db: sqlite3.Connection, quotes: int, chance: random.Random) -> None:
    words = _vocabulary(chance)
    articles = quotes // QUOTES_AN_ARTICLE
    stories = -(-articles // ARTICLES_A_STORY)
    people = [f"{_name(chance)} {_name(chance)}" for _ in range(quotes // QUOTES_A_PERSON + 1)]
    outlets = ["Valdoria Times", "Merrin Wire", "The Ostmark Courier", "Northern Press Agency"]
    db.executemany("INSERT INTO outlets (name) VALUES (?)", [(name,) for name in outlets])
    _insert(db, "stories", _stories(stories, articles, words, people, chance))
    _insert(db, "articles", _articles(articles, words, chance))
    rows = "SELECT id, 'done', ? FROM articles"
    columns = "article_id, state, engine_version"
    db.execute(f"INSERT INTO readings ({columns}) {rows}", (ENGINE_VERSION,))
    _insert(db, "people", _people(people))
    _insert(db, "quotes", _quotes(articles, words, people, chance))
    named = "FROM (SELECT DISTINCT article_id, person_id FROM quotes) q JOIN people p ON p.id = person_id"
    db.execute(f"INSERT INTO mentions SELECT article_id, person_id, 0, 1, p.name {named}")
    db.execute(f"INSERT INTO aliases SELECT person_id, article_id, p.name, '', 1, p.name {named}")
    db.execute(
        "INSERT INTO appearances (article_id, called, person_id, whole, day, reason)"
        f" SELECT article_id, p.name, person_id, 1, p.sort_key, 'made' {named} WHERE 1"
        " ON CONFLICT DO NOTHING"
    )
    named = "SELECT id, name, 'minister', 'Valdoria' FROM people"
    db.execute(f"INSERT INTO people_words (rowid, names, roles, countries) {named}")


def _insert(db: sqlite3.Connection, table: str, rows: Iterator[dict[str, object]]) -> None:
    first = next(rows)
    names, binds = ", ".join(first), ", ".join(f":{name}" for name in first)
    sql = f"INSERT INTO {table} ({names}) VALUES ({binds})"
    db.execute(sql, first)
    db.executemany(sql, rows)


def _stories(
    count: int, articles: int, words: "_Words", people: list[str], chance: random.Random
) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        newest = min(articles, number * ARTICLES_A_STORY)
        day = _published(newest)
        yield {
            "id": number,
            "sort_key": sort_key(seconds(day, day), newest),
            "title": words.sentence(8),
            "first_published": day,
            "last_published": day,
            "articles": ARTICLES_A_STORY,
            "quotes": ARTICLES_A_STORY * QUOTES_AN_ARTICLE,
            "outlets": json.dumps(["Valdoria Times", "Merrin Wire"]),
            "people": json.dumps(chance.sample(people, min(4, len(people)))),
        }


def _articles(count: int, words: "_Words", chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        day = _published(number)
        yield {
            "id": number,
            "sort_key": sort_key(seconds(day, day), number),
            "key": f"made:{number}",
            "outlet_id": chance.randint(1, 4),
            "story_id": (number - 1) // ARTICLES_A_STORY + 1,
            "published": day,
            "words": 90,
            "fingerprint": f"{number:032x}",
            "added": day,
            "tags": "all",
            "title": words.sentence(8),
            "text": "\n\n".join(words.sentence(30) for _ in range(3)),
        }


def _people(names: list[str]) -> Iterator[dict[str, object]]:
    for number, name in enumerate(names, 1):
        yield {
            "id": number,
            "name": name,
            "country": "Valdoria",
            "sort_key": 20_000 - number % 300,
            "quotes": QUOTES_A_PERSON,
            "articles": QUOTES_A_PERSON,
        }


def _quotes(
    articles: int, words: "_Words", people: list[str], chance: random.Random
) -> Iterator[dict[str, object]]:
    for number in range(1, articles * QUOTES_AN_ARTICLE + 1):
        article = (number - 1) // QUOTES_AN_ARTICLE + 1
        person = chance.randint(1, len(people))
        text = f"“{words.sentence(chance.randint(6, 30))}”"
        day = _published(article)
        story = (article - 1) // ARTICLES_A_STORY + 1
        yield {
            "id": number,
            "sort_key": sort_key(seconds(day, day), number),
            "article_id": article,
            "fingerprint": f"{number:024x}",
            "start": 0,
            "end": len(text),
            "spans": json.dumps([[0, len(text)]]),
            "kind": "direct",
            "cue": "said",
            "speaker": people[person - 1],
            "speaker_kind": "person",
            "person_id": person,
            "confidence": 0.95,
            "speaker_confidence": 0.95,
            "speaker_words": people[person - 1],
            "tags": f"all p{person} s{story} kdirect sure",
            "text": text,
        }


def _published(article: int) -> str:
    """A day for an article: the higher its number, the newer, a hundred a day."""
    return f"{NEWEST - timedelta(minutes=14.4 * (40_000 - article)):%Y-%m-%dT%H:%M:%SZ}"


class _Words:
    """Words as often as news has them: the commonest in every second sentence (Zipf's law)."""

    def __init__(self, words: list[str], chance: random.Random) -> None:
        self._words = words
        self._weights = [1 / rank for rank in range(1, len(words) + 1)]
        self._chance = chance
        self._pool: list[str] = []

    def sentence(self, length: int) -> str:
        if len(self._pool) < length:
            self._pool = self._chance.choices(self._words, self._weights, k=100_000)
        taken = [self._pool.pop() for _ in range(length)]
        return " ".join(taken).capitalize() + "."


def _vocabulary(chance: random.Random) -> _Words:
    common = "the of to and in that is it for we not will be on our they with have".split()
    made = {"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)}
    return _Words([*common, *sorted(made)], chance)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()
