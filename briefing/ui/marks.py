"""What the user marks: quotes as checked, articles as read, people as one or two; and undo."""

from collections.abc import Callable, Sequence
from sqlite3 import Connection

from briefing.rows import QuoteRow
from briefing.store.user import mark_seen, mark_unseen, mark_verified, unmark_verified
from briefing.ui.background import StoreThread
from briefing.ui.dates import now
from briefing.ui.drawing import several
from briefing.ui.view import Choice


class Marks:
    """Writes marks in their order and remembers how to take each back."""

    def __init__(
        self, desk: StoreThread, changed: Callable[[], None], moved: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._changed = changed
        self._moved = moved
        self._undo: list[tuple[str, Callable[[], None]]] = []

    def __bool__(self) -> bool:
        return bool(self._undo)

    def check(self, quote: QuoteRow) -> str:
        """Mark a quote as checked, or take the mark off; returns what was done."""
        self._verify(quote.id, not quote.verified)
        word = "not checked" if quote.verified else "checked"
        self._undo.append(
            (f"The quote is {_other(word)} again", lambda: self._verify(quote.id, quote.verified))
        )
        return f"Marked as {word}"

    def read(self, article_ids: Sequence[int], seen: bool) -> str:
        """Mark articles as read or unread; returns what was done."""
        self.see(article_ids, seen)
        word = "read" if seen else "unread"
        what = several(len(article_ids), "article")
        self._undo.append(
            (f"{what} marked as {_other(word)} again", lambda: self.see(article_ids, not seen))
        )
        return f"{what} marked as {word}"

    def see(self, article_ids: Sequence[int], seen: bool) -> None:
        """Set whether articles were read, as opening one does; nothing to undo."""
        for article_id in article_ids:
            if seen:
                self._write(lambda db, i=article_id: mark_seen(db, i, now()))
            else:
                self._write(lambda db, i=article_id: mark_unseen(db, i))

    def join(self, one: Choice, into: Choice) -> str:
        """Have two people be one; returns what was done."""
        from briefing import by_hand

        self._move(
            lambda db: by_hand.merge(db, one.id, into.id), f"{one.name} is somebody else again"
        )
        return f"{one.name} is {into.name}"

    def part(self, person: Choice, article_id: int) -> str:
        """Have whom the article names be somebody else; returns what was done."""
        from briefing import by_hand

        self._move(
            lambda db: by_hand.split(db, person.id, [article_id]), f"It is {person.name} again"
        )
        return f"It is somebody else than {person.name} in that article"

    def _move(self, job: Callable[[Connection], int], words: str) -> None:
        """Join or part, and remember the line of the log to take back."""
        from briefing import by_hand

        lines: list[int] = []

        def back() -> None:
            self._desk.ask(lambda db: [by_hand.undo(db, n) for n in lines], lambda _: self._moved())

        def done(_: object) -> None:
            self._undo.append((words, back))
            self._moved()

        self._desk.ask(lambda db: lines.append(job(db)), done)

    def undo(self) -> str:
        """Take the last mark back; returns what was done."""
        if not self._undo:
            return "Nothing to undo"
        words, back = self._undo.pop()
        back()
        return words

    def _verify(self, quote_id: int, verified: bool) -> None:
        if verified:
            self._write(lambda db: mark_verified(db, quote_id, now()))
        else:
            self._write(lambda db: unmark_verified(db, quote_id))

    def _write(self, job: Callable[..., None]) -> None:
        self._desk.ask(job, lambda _: self._changed())


def _other(word: str) -> str:
    return {
        "checked": "not checked", "not checked": "checked", "read": "unread", "unread": "read",
    }[word]  # fmt: skip
