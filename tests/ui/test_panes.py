"""Going through the day with the keyboard: narrowing, opening, widening again."""

from contextlib import closing

import pytest

from briefing.store.articles import article_rows
from briefing.store.connect import connect
from briefing.ui.pages import ArticlePage, StoryPage
from tests.ui.conftest import opened


async def test_the_first_screen_shows_the_day(store, size):
    async with opened(store, size) as room:
        assert room.sees("Valdoria and Ostmark sign grain accord")
        assert room.sees("Synced 12 min ago · 4 sources")
        assert room.sees("1 failed: Northern Press (503)")
        assert room.panes.rows("stories").has_focus


async def test_one_pane_at_a_time_where_there_is_no_room(store):
    async with opened(store, (80, 24)) as room:
        assert room.sees("3 Quotes 15")
        assert not room.sees("Mirela Koss")
        await room.press("3")
        assert room.sees("Mirela Koss")
        assert not room.sees("sign grain accord after night")


async def test_all_panes_where_there_is_room(store):
    async with opened(store, (120, 40)) as room:
        for words in (
            "sign grain accord",
            "Dorian Pell",
            "It is a large sum",
            "Figures that differ",
        ):
            assert room.sees(words)


async def test_choosing_a_story_narrows_people_and_quotes_and_esc_widens(store, size):
    async with opened(store, size) as room:
        await room.press("j", "enter")
        assert set(room.names("people")) == {"Dorian Pell", "Sunniva Hale"}
        assert len(room.names("quotes")) == 3
        assert len(room.names("stories")) == 3
        assert room.panes.rows("quotes").has_focus
        await room.press("escape")
        assert len(room.names("people")) == 6
        assert len(room.names("quotes")) == 15
        assert room.panes.rows("stories").has_focus
        assert room.panes.rows("stories").cursor == 1


async def test_choosing_a_person_narrows_the_quotes_to_theirs(store, size):
    async with opened(store, size) as room:
        await room.press("enter", "2")
        at = room.names("people").index("Ansel Brook")
        await room.press(*["j"] * at, "enter")
        texts = room.names("quotes")
        assert len(texts) == 3
        assert "inspections would begin within a week" in texts
        assert room.sees("▸ Ansel Brook")
        await room.press("escape")
        assert len(room.names("quotes")) == 9
        assert room.panes.rows("people").has_focus
        await room.press("escape")
        assert len(room.names("quotes")) == 15


async def test_in_a_story_people_show_how_many_of_their_quotes_are_in_it(store):
    with closing(connect(store)) as db, db:  # one more, in another story
        db.execute(
            "UPDATE quotes SET person_id = (SELECT id FROM people WHERE name = 'Ansel Brook')"
            " WHERE id = (SELECT q.id FROM quotes q JOIN people p ON p.id = q.person_id"
            " WHERE p.name = 'Dorian Pell')"
        )
        db.execute("UPDATE people SET quotes = 4 WHERE name = 'Ansel Brook'")
    async with opened(store) as room:
        assert not room.sees("of 4 quotes")
        assert room.sees("4 quotes")
        await room.press("enter")
        assert room.sees("3 of 4 quotes")
        await room.press("escape")
        assert not room.sees("of 4 quotes")


async def test_another_story_lets_the_person_go(store):
    async with opened(store) as room:
        await room.press("2", "enter", "1", "j", "enter")
        assert len(room.names("quotes")) == 3


async def test_enter_on_a_quote_opens_the_article_at_the_quote(store, size):
    async with opened(store, size) as room:
        await room.press("3")
        wanted = "“Nobody got what they wanted, which is how you know it is a treaty,”"
        await room.press(*["j"] * 2, "enter")
        reader = room.panes.reader
        assert reader.has_focus
        assert reader.quote.text == wanted
        assert reader.quote.outlet == "The Ostmark Courier"
        assert room.sees("Grain accord signed: what it costs")
        assert room.sees("▌ “Nobody got what they wanted")
        assert room.sees("quote 3 of 3")


async def test_the_lit_quote_is_drawn_on_its_own_ground(store):
    async with opened(store) as room:
        await room.press("3", "enter")
        reader = room.panes.reader
        line = reader._text.line_of(reader.quote.start) + 1
        strip = reader.render_line(line - reader.scroll_offset.y)
        grounds = {s.text.strip(): s.style.bgcolor for s in strip if s.text.strip()}
        lit = grounds["“It is a large sum and I would rather you heard it from me,”"]
        assert lit != reader.rich_style.bgcolor


async def test_a_long_article_opens_where_the_quote_is(store):
    async with opened(store, (80, 24)) as room:
        await room.press("3")
        at = room.names("quotes").index("“Read it out!”")
        await room.press(*["j"] * at, "enter")
        assert room.sees("“Read it out!”")
        assert room.sees("Speaker not named")
        await room.press("g")
        assert room.sees("KARSK")


async def test_n_goes_from_quote_to_quote_in_the_article(store):
    async with opened(store) as room:
        await room.press("3", "enter")
        first = room.panes.reader.quote
        await room.press("n")
        assert room.panes.reader.quote.start > first.end
        await room.press("N")
        assert room.panes.reader.quote == first


async def test_the_article_pane_follows_the_cursor(store):
    async with opened(store) as room:
        assert isinstance(room.panes.reader.page, StoryPage)
        await room.press("3", "j", "j", "j")
        page = room.panes.reader.page
        assert isinstance(page, ArticlePage)
        assert page.row.outlet == "Valdoria Times"
        await room.press("2")
        assert room.panes.reader.page.row.name == "Ansel Brook"
        assert room.sees("Seen as")


async def test_a_story_shows_figures_that_differ_and_opens_its_articles(store, size):
    async with opened(store, size) as room:
        await room.press("4")
        assert room.sees("Figures that differ")
        assert room.sees("21 million crowns")
        await room.press("enter")
        reader = room.panes.reader
        assert reader.page.row.outlet == "Valdoria Times"
        start, end = reader.page.target.span
        assert reader.page.text[start:end] == "21 million crowns"
        await room.press("escape")
        assert isinstance(reader.page, StoryPage)
        await room.press("escape")
        assert room.panes.rows("stories").has_focus


async def test_opening_an_article_takes_the_dot_off(store):
    async with opened(store) as room:
        await room.press("j")
        assert sum("● " in line for line in room.lines()) >= 3
        await room.press("enter", "enter", "escape", "escape")
        assert [room.panes.rows("stories").row(i).unread for i in range(3)] == [True, False, True]


async def test_keys_move_by_row_page_and_end(store):
    async with opened(store) as room:
        await room.press("3", "G")
        rows = room.panes.rows("quotes")
        assert rows.cursor == 14
        await room.press("g")
        assert rows.cursor == 0
        await room.press("pagedown")
        assert 1 < rows.cursor < 14
        await room.press("pageup", "down", "up", "up")
        assert rows.cursor == 0


async def test_tab_goes_round_the_panes(store, size):
    async with opened(store, size) as room:
        seen = []
        for _ in range(4):
            await room.press("tab")
            seen.append(room.panes.current)
        assert seen == ["people", "quotes", "reader", "stories"]
        await room.press("shift+tab")
        assert room.panes.current == "reader"


async def test_a_doubtful_speaker_is_said_to_be_so(store):
    async with opened(store, (120, 40)) as room:
        await room.press("3")
        assert room.sees("probably Tomas Riedl")


async def test_a_resize_shows_more_or_fewer_panes(store):
    async with opened(store, (120, 40)) as room:
        await room.press("3")
        await room.pilot.resize_terminal(80, 24)
        await room.settle()
        assert room.panes.rows("quotes").has_focus
        assert not room.sees("sign grain accord after")
        await room.pilot.resize_terminal(200, 60)
        await room.settle()
        assert room.sees("sign grain accord after")


@pytest.mark.parametrize("key", ["m", "o", "y", "v"])
async def test_keys_with_nothing_to_work_on_do_nothing(store, key):
    async with opened(store) as room:
        await room.press("2", key)
        assert room.app.clipboard == ""
        assert all(not row.seen for row in article_rows(room.app.db, [1, 2, 3, 4]))
        assert "Copy" not in room.lines()[-1]
