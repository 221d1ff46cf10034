"""Half-remembered words in, the quote and its speaker out."""

from briefing.store.user import searches
from tests.ui.conftest import opened


async def test_every_letter_narrows_all_three_panes(store, size):
    async with opened(store, size) as room:
        await room.press("slash", *"tremors")
        assert room.names("quotes") == room.names("stories") == room.names("people") == []
        await room.press(*["backspace"] * 4)
        await room.press(*["backspace"] * 3)
        await room.press(*"glac")
        assert room.names("quotes") == ["“A glacier is not a thing you mislay.”"]
        assert room.names("stories") == ["Tarnland counts its glaciers, and finds one fewer"]


async def test_a_persons_name_finds_the_person_and_their_quotes(store):
    async with opened(store) as room:
        await room.press("slash", *"koss")
        assert room.names("people") == ["Mirela Koss"]
        assert len(room.names("quotes")) == 2


async def test_the_words_found_are_lit(store):
    async with opened(store) as room:
        await room.press("slash", *"wagon")
        rows = room.panes.rows("quotes")
        lines = [segment for y in range(3) for segment in rows.render_line(y)]
        assert [s.text for s in lines if s.style.underline] == ["wagon"]


async def test_the_article_shows_the_first_quote_found_with_its_hits(store):
    async with opened(store) as room:
        await room.press("slash", *"wagon", "enter", "enter")
        reader = room.panes.reader
        assert reader.quote.text.startswith("“We will not leave")
        first = reader.page.hits[0]
        assert reader.page.text[slice(*first)] == "wagon"
        await room.press("n")
        assert reader._hit == reader.page.hits[0]
        await room.press("n")
        assert reader._hit == reader.page.hits[1]
        assert reader.quote is None
        await room.press("N")
        assert reader._hit == first
        assert reader.quote.speaker == "Tomas Riedl"


async def test_enter_moves_to_the_results_and_esc_clears(store, size):
    async with opened(store, size) as room:
        await room.press("slash", *"treaty", "enter")
        assert room.panes.rows("quotes").has_focus
        assert len(room.names("quotes")) == 2
        await room.press("escape")
        assert len(room.names("quotes")) == 15
        assert room.screen.query_one("#query").value == ""


async def test_esc_in_the_search_line_clears_it(store):
    async with opened(store) as room:
        await room.press("slash", *"treaty", "escape")
        assert len(room.names("quotes")) == 15
        assert not room.screen.query_one("#query").has_focus


async def test_a_search_stays_while_a_story_is_chosen_and_left(store):
    async with opened(store) as room:
        await room.press("slash", *"hale", "enter", "1", "enter")
        assert {row.speaker for row in map(room.panes.rows("quotes").row, range(1))} == {
            "Sunniva Hale"
        }
        narrowed = len(room.names("quotes"))
        await room.press("escape")
        assert len(room.names("quotes")) == 3 > narrowed
        await room.press("escape")
        assert len(room.names("quotes")) == 15


async def test_up_and_down_walk_the_searches_made_before(store):
    async with opened(store) as room:
        for query in ("wagon", "glacier"):
            await room.press("slash", *query, "enter", "escape")
        assert searches(room.app.db)[:1] == ["glacier"] or set(searches(room.app.db)) == {
            "wagon",
            "glacier",
        }
        line = room.screen.query_one("#query")
        await room.press("slash", *"tr", "up")
        first = line.value
        await room.press("up")
        assert {first, line.value} == {"wagon", "glacier"}
        await room.press("down", "down")
        assert line.value == "tr"


async def test_letters_go_into_the_search_line_and_not_to_commands(store):
    async with opened(store) as room:
        await room.press("slash", *"q1jsvm?")
        assert room.screen.query_one("#query").value == "q1jsvm?"
        assert room.app.is_running


async def test_odd_queries_are_never_an_error(store):
    async with opened(store) as room:
        for query in ('"', "AND", "(", "-fox", "C++", "don't", "speaker:", "after:never", "*"):
            room.screen.query_one("#query").value = query
            await room.settle()
        assert not room.app._notifications
        assert room.app.is_running


async def test_the_footer_says_what_the_keys_do_in_the_search_line(store):
    async with opened(store) as room:
        assert "Open" in room.lines()[-1]
        await room.press("slash")
        assert "To the results" in room.lines()[-1]
        assert "Sync" not in room.lines()[-1]


async def test_an_empty_pane_says_the_way_out(store):
    async with opened(store) as room:
        await room.press("slash", *"xyzzy", "enter")
        assert room.sees("No quotes · Esc widens")
