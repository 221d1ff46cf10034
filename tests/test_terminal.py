"""Whatever a title, a name or a text holds, a terminal gets nothing from it but what can be printed.

Checked on the bytes that a real pty got: the app and the plain verbs over an edition whose outside
texts, in the feed and again behind every guard in the store, are written to steer a terminal.
"""

import re
import sqlite3
from contextlib import closing

import pytest

from briefing.store.connect import connect
from tests.calling import briefing
from tests.loopback import Loopback
from tests.sync.feeds import item, rss
from tests.terminal import Terminal, kinds, words
from tests.ui import edition

PAYLOAD = (
    "\x1b[31;7m\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b]8;;file:///etc/passwd\x1b\\\x1bc\x1b[2J\x1b[6n"
    "\x9b31m\x9d0;owned\x9c\x90q\x9c\x1bP1$r\x1b\\\x1b_x\x1b\\\x00\x07\x08\x0b\x0c\x0e\x7f\r\t"
    "\u202eevil\u2066\u061c\ufeff"
)
OUTSIDE = {
    "outlets": ("name",),
    "sources": ("title", "error"),
    "stories": ("title",),
    "articles": ("title", "text", "byline", "place"),
    "people": ("name",),
    "roles": ("title", "organisation"),
    "statements": ("text",),
    "quotes": ("text", "speaker", "speaker_as_written", "role", "cue"),
    "figures": ("as_written", "about", "sentence"),
    "discrepancies": ("about",),
}
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
VERBS = (
    "stories",
    "people",
    "quotes",
    "figures",
    "articles",
    "statements",
    "discrepancies",
    "sources",
    "doctor",
)


@pytest.fixture
def calm(tmp_path):
    store = tmp_path / "calm.db"
    edition.build(store)
    return store


@pytest.fixture
def hostile(tmp_path):
    """An edition whose outside texts are hostile, put there behind the back of what cleans them."""
    store = tmp_path / "hostile.db"
    edition.build(store, hostile=True)
    with closing(sqlite3.connect(store)) as db:
        for table, columns in OUTSIDE.items():
            for column in columns:
                db.execute(f"UPDATE {table} SET {column} = coalesce({column}, '') || ?", (PAYLOAD,))
        db.commit()
    return store


def toured(store, home) -> str:
    """All that the app writes while its panes, its search, its help and an article are looked at."""
    with Terminal(store, home=home) as terminal:
        terminal.until("Quotes")
        for keys in (
            "j",
            "2",
            "j",
            "\r",
            "\x1b",
            "3",
            "j",
            "j",
            "\r",
            "\x1b",
            "/",
            "talks",
            "\r",
            "\x1b",
            "?",
            "\x1b",
            "1",
            "G",
            "\r",
            "\x1b",
        ):
            terminal.press(keys)
            terminal.rest()
        terminal.press("q")
        terminal.ended()
        return terminal.text


def test_nothing_steers_the_terminal_of_the_app(calm, hostile, tmp_path):
    ours, theirs = toured(calm, tmp_path), toured(hostile, tmp_path)
    assert "Mallory" in words(theirs)
    assert "evil" in words(theirs)  # what can be printed of it is shown
    assert kinds(theirs) - kinds(ours) == set()
    spoken = {kind for kind in kinds(theirs) if kind.startswith("OSC")}
    assert spoken <= {"OSC 22"}  # the pointer's shape, which is the app's own
    assert set(FORBIDDEN.findall(words(theirs))) == set()


def test_titles_are_shown_as_they_are(tmp_path):
    titles = {
        "[/] Fire [b]near[/b] port": "Firemen fought a blaze beside the northern quay. ",
        "[Reuters] Vote [sic]": "Deputies in Osk elected a speaker for the parliament. ",
        "[@click=app.exit()]x[/]": "Orchards in Tarnland lost their blossom to the frost. ",
        "Boats {0} $HOME %s \\[x]": "Shipwrights launched two trawlers from the old yard. ",
    }
    store = tmp_path / "edition.db"
    with Loopback() as server:
        items = [
            item(f"STEER{title}", text * 12, f"http://t.example/{n}", str(n))
            for n, (title, text) in enumerate(titles.items())
        ]
        body = rss(*items).replace("STEER", "&#27;[31m&#155;&#0;&#x202e;&#7; ")  # raw it is no XML
        briefing("--db", store, "add", server.serve("/feed", body), home=tmp_path)
        assert briefing("--db", store, "sync", home=tmp_path).code == 0
    with closing(connect(store)) as db:
        stored = [row[0] for row in db.execute("SELECT title FROM articles ORDER BY id")]
    assert len(stored) == len(titles)
    assert [
        title for title, kept in zip(titles, stored, strict=True) if not kept.endswith(title)
    ] == []
    with closing(sqlite3.connect(store)) as db:  # so that they fit a pane
        for title in titles:
            db.execute("UPDATE articles SET title = ?1 WHERE title LIKE '%' || ?1", (title,))
            db.execute("UPDATE stories SET title = ?1 WHERE title LIKE '%' || ?1", (title,))
        db.commit()
    with Terminal(store, home=tmp_path) as terminal:
        terminal.until("[Reuters] Vote [sic]")
        terminal.rest()
        seen = "\n".join(terminal.screen())
        assert [title for title in titles if title not in seen] == []


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_steers_the_terminal_of_a_plain_verb(hostile, tmp_path, verb):
    with Terminal(hostile, verb, home=tmp_path) as terminal:
        terminal.ended()
        written = terminal.text
    assert words(written).strip()
    assert kinds(written) == set()
    assert set(FORBIDDEN.findall(words(written))) == set()


def test_nothing_steers_the_terminal_of_a_sync(hostile, tmp_path):
    with closing(connect(hostile)) as db:
        db.execute("UPDATE sources SET url = 'http://127.0.0.1:1/' || id")
    with Terminal(hostile, "sync", home=tmp_path) as terminal:
        assert terminal.ended() == 1
        written = terminal.text
    assert "evil" in words(written)
    assert kinds(written) <= {"CSI K", "CSI A", "CSI m", "CSI ?25l", "CSI ?25h"}
    assert set(FORBIDDEN.findall(words(written))) == set()
