"""Public feeds are offered where nothing is in yet, chosen with the keys, and never added unasked."""

from briefing.known_feeds import known_feeds
from briefing.model import Item
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.sources import add_source, sources
from briefing.ui.screens.feeds import FeedList
from briefing.ui.screens.welcome import Welcome
from tests.ui.conftest import opened


def followed(path):
    db = connect(path)
    found = sources(db)
    db.close()
    return found


async def test_an_empty_edition_offers_feeds_and_adds_what_is_chosen(tmp_path, size):
    path = tmp_path / "new.db"
    async with opened(path, size) as room:
        assert room.sees("Press f to choose from well-known")
        await room.press("f")
        assert isinstance(room.app.screen, FeedList)
        assert room.sees("Unchecked: found in public documents")
        assert room.sees("International: NATO")
        assert room.sees("Enter adds 0 feeds")
        await room.press("enter")
        assert "Choose some first" in room.told()
        await room.press("space", "j", "down", "space", "k")
        assert room.sees("Enter adds 2 feeds")
        await room.press("enter")
        assert isinstance(room.app.screen, Welcome)
        assert "Added 2 feeds" in room.told()
        await room.until(lambda: room.sees("You follow 2 sources"))
        assert room.sees("s syncs them now")
    rows = followed(path)
    assert [row.url for row in rows] == [known_feeds()[0].url, known_feeds()[2].url]
    assert rows[0].folder == ("International",)


async def test_leaving_the_list_adds_nothing(tmp_path):
    path = tmp_path / "new.db"
    async with opened(path) as room:
        await room.press("f", "space", "escape")
        assert isinstance(room.app.screen, Welcome)
    assert followed(path) == []


async def test_what_is_followed_is_not_offered_and_all_can_be_chosen(store):
    first = known_feeds()[0]
    db = connect(store)
    add_source(db, first.url, now="2026-01-01T00:00:00Z")
    db.close()
    async with opened(store) as room:
        await room.press("F")
        assert not room.sees("International: NATO")
        count = len(known_feeds()) - 1
        await room.press("a")
        assert room.sees(f"Enter adds {count} feeds")
        await room.press("a")
        assert room.sees("Enter adds 0 feeds")
        await room.press("a", "enter")
        await room.press("F")
        assert room.sees("You follow all of them")


async def test_the_welcome_goes_once_the_list_is_closed_over_it(tmp_path):
    path = tmp_path / "new.db"
    async with opened(path) as room:
        await room.press("f")
        other = connect(path)
        put(other, [Item(title="First", text="Words.", key="1")], now="2026-01-01T00:00:00Z")
        other.close()
        await room.pilot.pause(1.2)
        assert isinstance(room.app.screen, FeedList)
        await room.press("escape")
        await room.until(lambda: not isinstance(room.app.screen, Welcome))
