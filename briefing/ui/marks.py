"""What the user marks: quotes as checked, articles as read, people and stories as one; and undo."""

from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import Any, Literal, Protocol

from briefing.errors import StoreError
from briefing.rows import QuoteRow
from briefing.store.connect import writing
from briefing.store.user import (
    look_at_article,
    look_at_story,
    mark_seen,
    mark_unseen,
    mark_verified,
    unmark_verified,
)
from briefing.ui.background import StoreThread
from briefing.ui.dates import now
from briefing.ui.drawing import several
from briefing.ui.view import Choice

Kind = Literal["story", "person"]
"""What can be joined and parted."""


class Tell(Protocol):
    """Says something in passing."""

    def __call__(self, words: str, *, failed: bool = False) -> None:
        """Say it; ``failed`` where something could not be done."""


class Marks:
    """Writes marks in their order and remembers how to take each back."""

    def __init__(
        self, desk: StoreThread, tell: Tell, changed: Callable[[], None], moved: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._tell = tell
        self._changed = changed
        self._moved = moved
        self._undo: list[Callable[[], None]] = []

    def __bool__(self) -> bool:
        return bool(self._undo)

    def check(self, quote: QuoteRow) -> None:
        """Mark a quote as checked, or take the mark off."""
        word = "not checked" if quote.verified else "checked"
        self._verify(quote.id, not quote.verified, f"Marked as {word}")
        self._undo.append(
            lambda: self._verify(quote.id, quote.verified, f"The quote is {_other(word)} again")
        )

    def read(self, article_ids: Sequence[int], seen: bool) -> None:
        """Mark articles as read or unread."""
        word = "read" if seen else "unread"
        what = several(len(article_ids), "article")
        self._see(article_ids, seen, f"{what} marked as {word}")
        again = f"{what} marked as {_other(word)} again"
        self._undo.append(lambda: self._see(article_ids, not seen, again))

    def opened(self, article_id: int) -> None:
        """Mark an article as read, since it was opened; nothing to undo, nothing to say."""

        def write(db: Connection) -> None:
            with writing(db):
                mark_seen(db, article_id, now())
                look_at_article(db, article_id, now())

        self._write(write, "")

    def looked(self, story_id: int, at: str) -> None:
        """Keep that a story was opened; nothing to undo, nothing to say."""
        self._write(lambda db: look_at_story(db, story_id, at), "")

    def join(self, kind: Kind, one: Choice, into: Choice) -> None:
        """Have two people or two stories be one, and say so once they are."""
        if kind == "person":
            done, undone = f"{one.name} is {into.name}", f"{one.name} is somebody else again"
        else:
            done, undone = f"Joined to “{into.name}”", f"“{one.name}” is another story again"
        self._move(kind, lambda hands, db: hands.merge(db, one.id, into.id), done, undone)

    def part(self, kind: Kind, whole: Choice, article_id: int) -> None:
        """Have whom the article names be somebody else, or have it be a story of its own."""
        if kind == "person":
            done = f"It is somebody else than {whole.name} in that article"
            undone = f"It is {whole.name} again"
        else:
            done, undone = "It is a story of its own", f"It is in “{whole.name}” again"
        self._move(kind, lambda hands, db: hands.split(db, whole.id, [article_id]), done, undone)

    def _move(
        self, kind: Kind, act: Callable[[Any, Connection], int], done: str, undone: str
    ) -> None:
        """Join or part; the words are said when it is done. Undo takes the step back."""
        steps: list[int] = []

        def answered(refused: str | None) -> None:
            if refused is not None:
                self._undo.remove(back)
            self._moved()
            self._tell(refused or done, failed=refused is not None)

        def back() -> None:
            self._desk.ask(
                lambda db: _refused(lambda: _hands(kind).undo(db, steps.pop())), taken_back
            )

        def taken_back(refused: str | None) -> None:
            self._moved()
            self._tell(refused or undone, failed=refused is not None)

        self._undo.append(back)
        self._desk.ask(lambda db: _refused(lambda: steps.append(act(_hands(kind), db))), answered)

    def undo(self) -> None:
        """Take the last mark back, and say what was done."""
        if self._undo:
            self._undo.pop()()
        else:
            self._tell("Nothing to undo")

    def _verify(self, quote_id: int, verified: bool, words: str) -> None:
        if verified:
            self._write(lambda db: mark_verified(db, quote_id, now()), words)
        else:
            self._write(lambda db: unmark_verified(db, quote_id), words)

    def _see(self, article_ids: Sequence[int], seen: bool, words: str) -> None:
        def write(db: Connection) -> None:
            with writing(db):
                for article_id in article_ids:
                    if seen:
                        mark_seen(db, article_id, now())
                    else:
                        mark_unseen(db, article_id)

        self._write(write, words)

    def _write(self, job: Callable[[Connection], None], words: str) -> None:
        """Write, and say so once it is written."""

        def written(_: None) -> None:
            self._changed()
            if words:
                self._tell(words)

        self._desk.ask(job, written)


def _other(word: str) -> str:
    return {
        "checked": "not checked", "not checked": "checked", "read": "unread", "unread": "read",
    }[word]  # fmt: skip


def _hands(kind: Kind) -> Any:  # noqa: ANN401  one of two modules with the same functions
    if kind == "person":
        from briefing import by_hand

        return by_hand
    from briefing import stories_by_hand

    return stories_by_hand


def _refused(act: Callable[[], object]) -> str | None:
    """Do it; why it could not be done."""
    try:
        act()
    except StoreError as refused:
        return str(refused)
    return None
