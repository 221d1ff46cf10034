"""A small fictional edition, written through the store's own writers.

Articles are given as text with marks: ``{{who|words}}`` is a quote of ``who``.
"""

import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing import identities
from briefing.model import (
    ENGINE_VERSION,
    Discrepancy,
    DiscrepancyValue,
    FoundFigure,
    FoundPerson,
    FoundQuote,
    Item,
    Reading,
    Role,
)
from briefing.store import linked_figures, readings, sources
from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import linked_stories as stories
from briefing.store.connect import connect, writing
from briefing.store.filing import put


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


PEOPLE = {
    "Tomas Riedl": ("Defence Minister", "Valdoria"),
    "Ilse Varga": ("Prime Minister", "Valdoria"),
    "Ansel Brook": ("Foreign Secretary", "Ostmark"),
    "Mirela Koss": ("Finance Minister", "Ostmark"),
    "Dorian Pell": ("Harbour Master", "Merrin Isles"),
    "Sunniva Hale": ("Chief Scientist", "Tarnland"),
}

ARTICLES = (
    (
        1,
        "Valdoria Times",
        3,
        "Valdoria and Ostmark sign grain accord after night of talks in Karsk",
        """KARSK — Valdoria and Ostmark signed a grain accord at dawn on Thursday after fourteen hours of talks that both sides had twice declared over.

{{Tomas Riedl|“We will not leave this table before the last wagon is paid for,”}} Tomas Riedl, the defence minister, told reporters on the steps of the ministry. {{Tomas Riedl|“And we did not.”}}

The accord is worth 21 million crowns over three years, according to the text seen by this newspaper. It opens the river crossing at Lindau Bay to freight from the first of May.

Ilse Varga said that {{Ilse Varga|the agreement was the first honest one in a decade}}, and thanked the harbour pilots, who had kept the channel open through the frost.

{{Ansel Brook|“Nobody got what they wanted, which is how you know it is a treaty,”}} said Ansel Brook, the foreign secretary of Ostmark. He added that {{Ansel Brook|inspections would begin within a week}}.

Outside the ministry some 300 people waited with lanterns. {{|“Read it out!”}} someone called.

The two countries have argued over the crossing since the floods of nine years ago, when the old bridge went down and the ferry that replaced it was claimed by both. A commission will now count the wagons, and a second commission will count what the first commission has counted.""",
        [
            ("21 million crowns", 21e6, "crowns", "grain accord"),
            ("300 people", 300, "people", "crowd"),
        ],
    ),
    (
        1,
        "The Ostmark Courier",
        2,
        "Grain accord signed: what it costs, and who pays",
        """LINDAU BAY — Ostmark will pay 24 million crowns under the grain accord signed in Karsk, the finance minister said on Thursday.

{{Mirela Koss|“It is a large sum and I would rather you heard it from me,”}} Mirela Koss told the chamber. {{Mirela Koss|“We shall find it without touching pensions.”}}

{{Ansel Brook|“Nobody got what they wanted, which is how you know it is a treaty,”}} Ansel Brook had said hours earlier.

The crowd outside the ministry was put at 450 people by the city police.""",
        [
            ("24 million crowns", 24e6, "crowns", "grain accord"),
            ("450 people", 450, "people", "crowd"),
        ],
    ),
    (
        2,
        "Merrin Wire",
        5,
        "Port Merrin closes north quay after crack is found in sea wall",
        """PORT MERRIN — The north quay was closed on Thursday after divers found a crack as long as a tram in the old sea wall.

{{Dorian Pell|“You could put your arm in it, and I did,”}} said Dorian Pell, the harbour master. He expected that {{Dorian Pell|ferries would run from the fish market until Sunday}}.

{{Sunniva Hale|“Walls of that age do not crack in one night,”}} said Sunniva Hale, an engineer by training and the chief scientist of Tarnland, who was in town for a conference.""",
        [],
    ),
    (
        3,
        "Northern Press Agency (NPA)",
        30,
        "Tarnland counts its glaciers, and finds one fewer",
        """TARN — The yearly count of glaciers came out one short on Wednesday.

{{Sunniva Hale|“We looked for it twice,”}} Sunniva Hale said. {{Sunniva Hale|“A glacier is not a thing you mislay.”}}

Ilse Varga, on a visit, called it {{Ilse Varga|“the saddest arithmetic I know”}}.""",
        [],
    ),
)

HOSTILE = (
    9, "Evil [/] Outlet", 1, "[/] [@click=app.exit()]x[/] \x1b[31mred\x1b]0;owned\x07 [b]bold",
    """[link="file:///etc/passwd"]text[/link] \x1b[2J {{Mallory [red]|“[@click=app.exit()]click[/]”}} said Mallory [red].""",
    [],
)  # fmt: skip


def build(path: Path, *, hostile: bool = False) -> None:
    """Write the edition."""
    db = connect(path)
    made: dict[int, int] = {}
    known: dict[str, int] = {}
    rows = [*ARTICLES, HOSTILE] if hostile else ARTICLES
    with writing(db):
        for story, outlet, hours, title, marked, amounts in rows:
            article_id = _put(db, outlet, hours, title, _unmarked(marked))
            made[story] = stories.set_story(db, article_id, made.get(story))
            _read(db, article_id, marked, amounts, known)
        for row in rows:
            stories.refresh_story(db, made[row[0]], next(r[3] for r in rows if r[0] == row[0]))
        _discrepancies(db, made[1])
        _statement(db)
        stories.refresh_story(db, made[1], rows[0][3])
        people.refresh_people(db, known.values())
    _sources(db)
    db.close()


def _put(db: sqlite3.Connection, outlet: str, hours: int, title: str, text: str) -> int:
    moment = (now() - timedelta(hours=hours)).isoformat()
    slug = re.sub(r"\W+", "-", title.lower())
    url = f"https://news.example/{slug}"
    item = Item(title=title, text=text, key=url, url=url, outlet=outlet, published=moment)
    put(db, [item], now=now().isoformat())
    return int(db.execute("SELECT max(id) FROM articles").fetchone()[0])


def change(path: Path, article_id: int, old: str, new: str, at: str) -> None:
    """Have an outlet change some words of an article."""
    db = connect(path)
    row = db.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
    assert old in row["text"]
    text = row["text"].replace(old, new)
    put(db, [Item(title=row["title"], text=text, key=row["key"], url=row["url"])], now=at)
    db.execute("UPDATE readings SET state = 'done'")  # else the app has it read by a process
    db.close()


_MARK = re.compile(r"\{\{(.*?)\|(.*?)\}\}")


def _unmarked(marked: str) -> str:
    return _MARK.sub(r"\2", marked)


def _read(db: sqlite3.Connection, article_id: int, marked: str, amounts, known) -> None:
    text = _unmarked(marked)
    found, shift = [], 0
    for match in _MARK.finditer(marked):
        start = match.start() - shift
        end = start + len(match[2])
        shift += len(match[0]) - len(match[2])
        kind = "direct" if match[2].startswith("“") else "indirect"
        who = match[1] or None
        found.append(
            FoundQuote(
                ((start, end),),
                text[start:end],
                kind,
                "said",
                speaker=who,
                speaker_kind="person" if who else None,
                inferred=match[2] == "“And we did not.”",
                confidence=0.95,
                speaker_confidence=0.6 if match[2] == "“And we did not.”" else 0.95,
            )
        )
    people_here = []
    for name in dict.fromkeys(q.speaker for q in found if q.speaker):
        title, country = PEOPLE.get(name, ("Visitor", "Valdoria"))
        at = text.index(name)
        people_here.append(
            FoundPerson(
                name,
                ((at, at + len(name)),),
                (name.split()[-1],),
                (Role(title, at, at + len(name), country),),
                country,
            )
        )
    ids, _ = identities.link(db, article_id, people_here, stories.story_of(db, article_id), was={})
    known.update(ids)
    readings.write_quotes(db, article_id, text, found, ids)
    quotes.index_quotes(db, quotes.quotes_of(db, article_id))
    readings.write_figures(db, article_id, text, Reading(figures=tuple(_figures(text, amounts))))
    readings.set_state(db, article_id, "done", ENGINE_VERSION, language="en")


def _figures(text: str, amounts):
    for words, value, unit, about in amounts:
        at = text.index(words)
        first = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "— ")) + 1
        sentence = (first, text.index(".", at) + 1)
        kind = "people" if unit == "people" else "count"
        yield FoundFigure(at, at + len(words), kind, value, unit, words, sentence, about=about)


def _discrepancies(db: sqlite3.Connection, story_id: int) -> None:
    rows = linked_figures.story_figures(db, story_id)
    found = []
    for about in ("grain accord", "crowd"):
        values = [DiscrepancyValue(r.id, r.value, r.unit) for r in rows if r.about == about]
        found.append(Discrepancy("value", about, tuple(values)))
    linked_figures.write_discrepancies(db, story_id, found)


def _statement(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT id, text FROM quotes WHERE text LIKE '“Nobody got what%' ORDER BY id")
    found = rows.fetchall()
    statement_id = stories.write_statement(db, None, found[0]["text"])
    stories.set_statements(db, [(statement_id, row["id"]) for row in found])


def _sources(db: sqlite3.Connection) -> None:
    last = (now() - timedelta(minutes=12)).isoformat()
    for title in ("Valdoria Times", "The Ostmark Courier", "Merrin Wire", "Northern Press"):
        url = f"https://{title.lower().replace(' ', '-')}.example/feed"
        row = sources.add_source(db, url, title=title, now=last)
        failed = title == "Northern Press"
        db.execute(
            "UPDATE sources SET state = ?, error = ?, last_ok = ? WHERE id = ?",
            (
                "failed" if failed else "ok",
                "503" if failed else None,
                None if failed else last,
                row.id,
            ),
        )
