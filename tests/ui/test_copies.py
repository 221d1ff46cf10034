"""Copies of an article are told of below it, and have lines of their own where they are unfolded."""

from contextlib import closing

from briefing.store.connect import connect, writing
from tests.ui.conftest import opened


def fold(store):
    """Have one article of the newest story be a copy of the other; which of which."""
    with closing(connect(store)) as db, writing(db):
        copy, original = (
            row["id"]
            for row in db.execute(
                "SELECT id FROM articles WHERE story_id = 1 ORDER BY sort_key DESC"
            )
        )
        db.execute("INSERT INTO copies (article_id, of_id) VALUES (?, ?)", (copy, original))
    return copy, original


def targets(room):
    return [stop.target.article_id for stop in room.panes.reader._stops if not stop.target.span]


async def test_a_copy_is_folded_until_f_and_can_be_opened(store, size):
    copy, original = fold(store)
    async with opened(store, size) as room:
        assert room.sees("1 copy")
        await room.press("4", "G")
        assert targets(room)[-1:] == [original]
        assert room.sees("1 copy: ")
        await room.press("f", "G")
        assert targets(room)[-2:] == [original, copy]
        for _ in range(len(room.panes.reader._stops)):
            await room.press("down")
        await room.press("enter")
        assert room.panes.reader.page.row.id == copy
        await room.press("escape", "f")
        assert targets(room)[-1:] == [original]
