"""Using a quote: copying it, checking it, marking as read, opening the browser; and undoing."""

import os
import stat

from briefing.export.citations import citation
from briefing.store.articles import article_rows
from briefing.store.quotes import quote_rows
from tests.ui.conftest import opened


async def test_y_copies_the_quote_with_its_citation_and_says_where_it_went(
    store, size, monkeypatch
):
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with opened(store, size) as room:
        await room.press("3", "y")
        quote = room.panes.quote
        assert room.app.clipboard == citation(quote)
        assert "Mirela Koss" in room.app.clipboard
        assert "https://news.example/" in room.app.clipboard
        assert any("OSC 52" in note.message for note in room.app._notifications)


async def test_capital_y_copies_the_words_alone(store):
    async with opened(store) as room:
        await room.press("3", "j", "Y")
        assert room.app.clipboard == "“We shall find it without touching pensions.”"


async def test_the_systems_clipboard_is_used_where_it_has_a_tool(store, tmp_path, monkeypatch):
    tool = tmp_path / "wl-copy"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/copied\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with opened(store) as room:
        await room.press("3", "Y")
        await room.until(lambda: room.app._notifications)
        assert (tmp_path / "copied").read_text() == room.app.clipboard == room.panes.quote.text
        assert any("wl-copy" in note.message for note in room.app._notifications)


async def test_y_in_the_article_copies_the_lit_quote(store):
    async with opened(store) as room:
        await room.press("3", "enter", "n", "Y")
        assert room.app.clipboard == room.panes.reader.quote.text != room.names("quotes")[0]


async def test_v_marks_a_quote_checked_and_u_takes_it_back(store, size):
    async with opened(store, size) as room:
        await room.press("3", "v")
        quote_id = room.panes.quote.id
        assert quote_rows(room.app.db, [quote_id])[0].verified
        assert room.sees("✓")
        await room.press("v")
        assert not quote_rows(room.app.db, [quote_id])[0].verified
        await room.press("u")
        assert quote_rows(room.app.db, [quote_id])[0].verified
        await room.press("u")
        assert not quote_rows(room.app.db, [quote_id])[0].verified
        assert not room.sees("✓")


async def test_m_marks_a_story_read_and_unread(store):
    def seen(room):
        return [row.seen for row in article_rows(room.app.db, [1, 2, 3, 4])]

    async with opened(store) as room:
        await room.press("m")
        assert seen(room) == [True, True, False, False]
        assert not room.panes.rows("stories").row(0).unread
        await room.press("m")
        assert seen(room) == [False, False, False, False]
        await room.press("u", "j", "m")
        assert seen(room) == [True, True, True, False]


async def test_undo_is_offered_only_where_there_is_something_to_undo(store):
    async with opened(store, (200, 60)) as room:
        assert "Undo" not in room.lines()[-1]
        await room.press("m")
        assert "Undo" in room.lines()[-1]
        await room.press("u")
        assert "Undo" not in room.lines()[-1]


async def test_o_opens_web_addresses_only(store, monkeypatch):
    opened_urls = []
    async with opened(store) as room:
        monkeypatch.setattr(
            room.app._driver, "open_url", lambda url, new_tab: opened_urls.append(url)
        )
        await room.press("3", "o")
        assert len(opened_urls) == 1
        assert opened_urls[0].startswith("https://news.example/grain-accord")
        for address in ("javascript:alert(1)", "file:///etc/passwd", "--flag"):
            room.app.db.execute("UPDATE articles SET url = ?", (address,))
            room.screen.changed()
            await room.press("o")
        assert len(opened_urls) == 1
