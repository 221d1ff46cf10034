"""The app around the panes: first start, hostile text, help, palette, themes, other processes."""

import json
import sys

import pytest
from textual.widgets import Input

from briefing import pipeline
from briefing.model import Item
from briefing.store import sources
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.ui.commands import COMMANDS
from briefing.ui.screens.help import Help
from briefing.ui.screens.welcome import Welcome
from briefing.ui.syncing import progress, run_sync, summary
from tests.making import add_article
from tests.ui import edition
from tests.ui.conftest import opened


async def test_an_empty_store_says_what_to_do_next(tmp_path, size):
    async with opened(tmp_path / "new.db", size) as room:
        assert isinstance(room.app.screen, Welcome)
        for words in ("briefing demo", "briefing add URL", "briefing import PATH"):
            assert room.sees(words)
        assert room.sees("Never synced")


async def test_the_welcome_goes_when_the_first_article_comes_in_from_elsewhere(tmp_path):
    path = tmp_path / "new.db"
    async with opened(path) as room:
        other = connect(path)
        add_article(other, "First")
        other.close()
        await room.until(lambda: not isinstance(room.app.screen, Welcome))
        await room.until(lambda: room.sees("First"))


async def test_the_welcome_with_sources_offers_to_sync(tmp_path):
    path = tmp_path / "new.db"
    db = connect(path)
    sources.add_source(db, "https://valdoria-times.example/feed", now="2026-01-01T00:00:00Z")
    db.close()
    async with opened(path) as room:
        assert room.sees("You follow 1 source")
        assert room.sees("s syncs them now")


async def test_hostile_text_is_shown_as_text(tmp_path, size):
    path = tmp_path / "hostile.db"
    edition.build(path, hostile=True)
    async with opened(path, size) as room:
        assert room.sees("[/] [@click=app.exit()]x[/]")
        assert room.sees("[31mred")
        for keys in (
            ["enter"],
            ["enter"],
            ["v", "y"],
            ["escape", "1", "4"],
            ["2", "4"],
            ["question_mark"],
        ):
            await room.press(*keys)
            assert room.app.is_running
            screen = "\n".join(room.lines())
            assert not [c for c in screen if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]


async def test_hostile_quotes_and_trail_are_text(tmp_path):
    path = tmp_path / "hostile.db"
    edition.build(path, hostile=True)
    async with opened(path) as room:
        await room.press("enter")
        assert room.sees("“[@click=app.exit()]click[/]”")
        assert room.sees("▸ [/] [@click=app.exit()]x[/]")
        await room.press("enter")
        assert room.sees('[link="file:///etc/passwd"]text[/link]')


async def test_what_another_process_writes_comes_in_without_moving_the_cursor(store):
    async with opened(store) as room:
        await room.press("3", "j", "j", "j")
        held = room.panes.quote
        other = connect(store)
        other.execute("UPDATE quotes SET text = 'Changed words' WHERE id = ?", (held.id,))
        row = dict(other.execute("SELECT * FROM stories WHERE id = 3").fetchone())
        row |= {"id": 99, "sort_key": (1 << 61), "title": "Just in"}
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        other.execute(f"INSERT INTO stories ({names}) VALUES ({marks})", list(row.values()))
        other.close()
        await room.until(lambda: room.panes.quote.text == "Changed words")
        assert room.panes.quote.id == held.id
        await room.settle()
        stories = room.panes.rows("stories")
        assert room.names("stories")[0] == "Just in"
        assert stories.current.row.title.startswith("Valdoria and Ostmark")
        await room.press("1", "g")
        assert room.sees("Just in")


async def test_help_lists_every_command_and_can_be_searched(store):
    async with opened(store) as room:
        await room.press("question_mark")
        assert isinstance(room.app.screen, Help)
        text = str(room.app.screen.query_one("#table").content)
        for command in COMMANDS:
            assert command.help in text
        await room.press(*"citation")
        text = str(room.app.screen.query_one("#table").content)
        assert "Copy the quote with its citation" in text
        assert "Go to the people" not in text
        await room.press("escape")
        assert room.app.screen is room.screen


async def test_the_palette_runs_a_command(store):
    async with opened(store) as room:
        await room.press("ctrl+p")
        room.app.screen.query_one(Input).value = "light and dark"
        await room.pilot.pause(0.5)
        await room.press("enter")
        await room.until(lambda: room.app.theme == "briefing-light")


async def test_commands_have_ids_of_their_own_and_a_keymap_moves_them(store):
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    async with opened(store) as room:
        room.app.set_keymap({"search": "f"})
        await room.press("f", *"treaty")
        assert len(room.names("quotes")) == 2


@pytest.mark.parametrize("theme", ["briefing-dark", "briefing-light"])
async def test_both_themes_tell_text_from_ground(store, theme):
    async with opened(store) as room:
        room.app.theme = theme
        await room.settle()
        rows = room.panes.rows("quotes")
        for y in range(12):
            for segment in rows.render_line(y):
                if segment.text.strip() and segment.style.color and segment.style.bgcolor:
                    assert _contrast(segment.style.color, segment.style.bgcolor) >= 4.5, segment


def _contrast(one, other) -> float:
    def light(color):
        parts = [c / 255 for c in color.get_truecolor()]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def test_without_colours_the_cursor_is_seen_all_the_same(store, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(store) as room:
        strip = room.panes.rows("stories").render_line(0)
        assert any(segment.style.reverse for segment in strip)
        assert "▌" in "".join(segment.text for segment in strip)


async def test_q_quits(store):
    async with opened(store) as room:
        await room.pilot.press("q")
        await room.pilot.pause()
        assert not room.app.is_running


ROWS = [
    {"id": 1, "title": "Valdoria Times", "state": "ok", "new": 3, "updated": 1},
    {"id": 2, "title": "Merrin Wire", "state": "failed", "error": "503", "new": 0, "updated": 0},
]


def script(*lines: str, code: int = 0) -> list[str]:
    """A child process that says these lines, as the sync does."""
    says = "; ".join(f"print({line!r}, flush=True)" for line in lines)
    return [
        sys.executable,
        "-c",
        f"import sys; {says}; print('\\nno network', file=sys.stderr); sys.exit({code})",
    ]


async def test_a_sync_hands_on_its_rows_as_they_come():
    rows = []
    error = await run_sync(script(*map(json.dumps, ROWS), "not json"), rows.append)
    assert error is None
    assert rows == ROWS
    assert progress(rows, 4) == "Syncing · 2 of 4 sources · 3 new articles · 1 failed · Merrin Wire"
    assert summary(rows) == "Synced: 3 new articles, 1 updated"


async def test_a_failed_sync_is_one_line():
    assert await run_sync(script("{}", code=1), lambda row: None) == "no network"
    assert "could not start" in await run_sync(["/nowhere/briefing"], lambda row: None)


async def test_what_waits_is_read_beside_the_users_work(tmp_path):
    path = tmp_path / "new.db"
    db = connect(path)
    words = "“We will sail at dawn,” Mira Talan said in Sanna on Monday."
    put(db, [Item(title="Boats", text=words, key="1")], now="2026-01-01T00:00:00Z")
    db.close()
    async with opened(path) as room:
        await room.until(lambda: room.names("quotes") == ["“We will sail at dawn,”"])
        await room.until(lambda: "Read 1 article" in room.told())


async def test_what_an_older_engine_read_is_read_again(tmp_path):
    path = tmp_path / "new.db"
    db = connect(path)
    words = "“We will sail at dawn,” Mira Talan said in Sanna on Monday."
    put(db, [Item(title="Boats", text=words, key="1")], now="2026-01-01T00:00:00Z")
    pipeline.run(db, "0")
    with db:
        db.execute("DELETE FROM quotes")
    db.close()
    async with opened(path) as room:
        await room.until(lambda: room.names("quotes") == ["“We will sail at dawn,”"])
        await room.until(lambda: "again by a newer engine" in room.told())
