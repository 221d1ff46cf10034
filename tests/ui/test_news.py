"""A story shows how much is new since the user last looked at it, and which of its articles."""

from contextlib import closing

from briefing import stories_by_hand
from briefing.store.connect import connect
from briefing.store.stories import story_rows
from tests.making import add_article
from tests.ui import edition
from tests.ui.conftest import opened

GRAIN = 0
LATER = "2099-01-01T00:00:00Z"


def comes(store, title="Grain accord: first wagons roll"):
    with closing(connect(store)) as db:
        return add_article(db, title, story_id=1)


def new(room, story=GRAIN):
    return room.panes.rows("stories").row(story).row.new


async def leave(room):
    """Have a second go by: looks are kept by the second."""
    await room.pilot.pause(1.1)


async def test_a_story_never_looked_at_is_all_new_and_says_nothing_of_it(store, size):
    async with opened(store, size) as room:
        assert new(room) == 2
        assert not room.sees("2 new")
        await room.press("4")
        assert new(room) == 0
        assert not room.panes.reader.page.news


async def test_what_came_since_is_counted_and_marked_until_the_user_goes_elsewhere(store, size):
    async with opened(store, size) as room:
        await room.press("4", "1", "j", "4", "1", "k")
        await leave(room)
        comes(store)
        room.screen.changed()
        await room.settle()
        assert room.sees("1 new")
        assert new(room) == 1
        await room.press("4")
        assert room.panes.reader._caption.lines[-1][-1][0] == "1 new"
        page = room.panes.reader.page
        assert [page.news.get(row.id) for row in page.articles].count("new") == 1
        assert new(room) == 0
        await room.press("1", "4")
        assert room.panes.reader.page.news  # the visit goes on
        await room.press("1", "j", "4", "1", "k", "4")
        assert not room.panes.reader.page.news


async def test_enter_on_a_story_is_a_look(store):
    async with opened(store) as room:
        await room.press("enter")
        assert new(room) == 0
        assert new(room, 1) == 1


async def test_opening_an_article_is_a_look_at_that_article(store):
    async with opened(store) as room:
        await room.press("3", "enter")
        assert new(room) == 1


async def test_a_changed_article_is_told_from_a_new_one(store):
    async with opened(store, (200, 60)) as room:
        await room.press("4", "1", "j", "4", "1", "k")
        edition.change(store, 1, "21 million", "22 million", LATER)
        comes(store)
        room.screen.changed()
        await room.settle()
        assert new(room) == 2
        assert sorted(room.panes.reader.page.news.values()) == ["changed", "new"]
        assert room.sees("1 new, 1 changed")


async def test_looks_are_kept_by_article_whatever_becomes_of_its_story(store):
    async with opened(store) as room:
        await room.press("4")
        comes(store)
        stories_by_hand.split(room.app.db, 1, [1])
        [left, parted] = story_rows(room.app.db, [1, 4])
        assert (left.new, left.articles) == (1, 2)
        assert (parted.new, parted.articles) == (0, 1)


async def test_what_was_marked_as_read_is_not_new(store):
    async with opened(store) as room:
        await room.press("m")
        assert new(room) == 0
