"""Stories joined, parted and taken back by keys, and what is held seen until it is let go."""

from contextlib import closing

from briefing import stories_by_hand
from briefing.store.connect import connect
from tests.ui.conftest import opened

GRAIN = "Valdoria and Ostmark sign grain accord after night of talks in Karsk"
QUAY = "Port Merrin closes north quay after crack is found in sea wall"
ICE = "Tarnland counts its glaciers, and finds one fewer"


def at(room, title):
    """The keys that put the cursor of the stories on a title."""
    return ["1", "g", *["j"] * room.names("stories").index(title)]


async def test_two_stories_are_joined_and_taken_apart_again(store, size):
    async with opened(store, size) as room:
        await room.press(*at(room, QUAY), "J", *at(room, GRAIN), "J")
        assert len(room.names("stories")) == 2
        assert "Joined to “Valdoria and Ostmark" in room.told()
        assert room.panes.rows("stories").row(0).row.articles == 3
        await room.press("u")
        assert len(room.names("stories")) == 3
        assert QUAY in room.names("stories")
        assert f"“{QUAY}” is another story again" in room.told()


async def test_what_is_held_is_seen_until_it_is_let_go(store, size):
    async with opened(store, size) as room:
        await room.press(*at(room, QUAY), "J", "j", "2", "1")
        line = room.lines()[-1]
        assert "Joining Port" in line
        assert "J on the other story, Esc lets go" in line
        assert "Quit" in line
        await room.press("escape")
        assert "Joining" not in room.lines()[-1]
        await room.press(*at(room, GRAIN), "J", "J")
        assert "Joining" not in room.lines()[-1]
        assert len(room.names("stories")) == 3
        assert "Undo" not in room.lines()[-1]


async def test_a_person_held_is_seen_too_and_gives_way_to_a_story(store):
    async with opened(store) as room:
        await room.press("2", "J")
        name = room.panes.person.name
        assert f"Joining {name}: J on who they are, Esc lets go" in room.lines()[-1]
        await room.press("1", "J")
        assert "J on the other story" in room.lines()[-1]
        await room.press("3", "J")  # nothing to join here
        assert "J on the other story" in room.lines()[-1]


async def test_a_join_that_is_refused_says_why_and_leaves_nothing_to_undo(store):
    async with opened(store, (200, 60)) as room:
        await room.press(*at(room, ICE), "J", *at(room, GRAIN))
        with closing(connect(store)) as other:
            stories_by_hand.merge(other, 3, 2)
        await room.press("J")
        assert "there are no two stories 3 and 1" in room.told()
        assert "Joined" not in room.told()
        assert "Undo" not in room.lines()[-1]


async def test_an_article_of_a_story_becomes_a_story_of_its_own(store, size):
    async with opened(store, size) as room:
        await room.press(*at(room, GRAIN), "4", "X")
        assert len(room.names("stories")) == 3  # on a figure's line, X does nothing
        await room.press(*["j"] * 20, "X")
        assert len(room.names("stories")) == 4
        assert "It is a story of its own" in room.told()
        await room.press("u")
        assert len(room.names("stories")) == 3


async def test_the_panes_widen_from_a_story_that_is_no_more(store):
    async with opened(store) as room:
        await room.press(*at(room, ICE), "J", *at(room, ICE), "enter")
        assert room.screen.view.story
        await room.press(*at(room, QUAY), "J")
        assert room.screen.view.order == ()
        assert len(room.names("quotes")) > 4


async def test_a_storys_page_that_is_no_more_is_left(store, size):
    async with opened(store, size) as room:
        await room.press(*at(room, ICE), "4")
        with closing(connect(store)) as other:
            stories_by_hand.merge(other, 3, 2)
        room.screen.changed()
        await room.settle()
        assert room.panes.current == "stories"
        assert room.panes.reader.page is not None


async def test_undo_waits_for_what_is_being_joined(store):
    async with opened(store) as room:
        for key in (*at(room, QUAY), "J", *at(room, GRAIN), "J", "u"):
            await room.pilot.press(key)
        await room.settle()
        await room.settle()
        assert len(room.names("stories")) == 3
        assert QUAY in room.names("stories")
