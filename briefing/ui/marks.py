"""What the user marks: quotes as checked, articles as read; and how the last mark is taken back."""

from collections.abc import Callable, Sequence

from briefing.rows import QuoteRow
from briefing.store.user import mark_seen, mark_unseen, mark_verified, unmark_verified
from briefing.ui.background import StoreThread
from briefing.ui.dates import now
from briefing.ui.drawing import several


class Marks:
    """Writes marks in their order and remembers how to take each back."""

    def __init__(self, desk: StoreThread, changed: Callable[[], None]) -> None:
        self._desk = desk
        self._changed = changed
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
