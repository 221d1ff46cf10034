"""What an outlet changed in an article, word by word, and told apart without colour."""

from tests.ui import edition
from tests.ui.conftest import opened


async def test_c_shows_what_went_and_what_came_and_esc_leads_back(store, size):
    edition.change(store, 1, "fourteen hours", "fifteen long hours", "2031-05-04T10:00:00Z")
    async with opened(store, size) as room:
        await room.press("slash", *"last", "space", *"wagon", "enter", "enter")
        assert room.panes.reader.page.row.id == 1
        assert room.sees("changed 4 May 2031")
        assert "c Changes" in room.lines()[-1]
        await room.press("c")
        text = " ".join(" ".join(room.lines()).split())
        assert "after [-fourteen-] {+fifteen long+} hours of talks" in text
        assert "second commission" not in text  # far from any change
        assert "2 texts" in text
        await room.press("escape")
        assert room.panes.reader.page.quotes


async def test_words_that_went_and_came_differ_by_more_than_colour(store):
    edition.change(store, 1, "fourteen hours", "fifteen hours", "2031-05-04T10:00:00Z")
    async with opened(store) as room:
        await room.press("slash", *"last", "space", *"wagon", "enter", "enter", "c")
        sheet = room.panes.reader._sheet
        pieces = [piece for row in range(sheet.height) for piece in sheet.line(row)]
        assert ("[-fourteen-]", "gone") in pieces
        assert ("{+fifteen+}", "new") in pieces
        assert room.app.line_styles["gone"].strike


async def test_every_change_is_shown_the_newest_first(store):
    edition.change(store, 1, "fourteen hours", "fifteen hours", "2031-05-04T10:00:00Z")
    edition.change(store, 1, "fifteen hours", "sixteen hours", "2031-05-05T10:00:00Z")
    async with opened(store, (200, 60)) as room:
        await room.press("slash", *"last", "space", *"wagon", "enter", "enter", "c")
        text = " ".join(" ".join(room.lines()).split())
        assert text.index("5 May 2031") < text.index("{+sixteen+}") < text.index("4 May 2031")
        assert "[-fourteen-] {+fifteen+}" in text


async def test_an_article_that_never_changed_has_nothing_to_show(store):
    async with opened(store) as room:
        await room.press("3", "enter")
        assert "Changes" not in room.lines()[-1]
        page = room.panes.reader.page
        await room.press("c")
        assert room.panes.reader.page == page


async def test_a_change_that_comes_in_while_one_looks_is_shown(store):
    edition.change(store, 1, "fourteen hours", "fifteen hours", "2031-05-04T10:00:00Z")
    async with opened(store) as room:
        await room.press("slash", *"last", "space", *"wagon", "enter", "enter", "c")
        edition.change(store, 1, "fifteen hours", "sixteen hours", "2031-05-05T10:00:00Z")
        room.screen.changed()
        await room.settle()
        assert room.sees("{+sixteen+}")
