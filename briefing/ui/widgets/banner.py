"""The line that always says how fresh the edition is, and what did not come in."""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from briefing.text import printable
from briefing.ui.dates import ago
from briefing.ui.drawing import joined, several

if TYPE_CHECKING:
    from briefing.store.overview import Freshness


class Banner(Static):
    """The top line of the app. It runs the sync, since it tells of it."""

    class Synced(Message):
        """The sync has ended, well or with the line that says why not."""

        def __init__(self, words: str, failed: bool) -> None:
            super().__init__()
            self.words = words
            self.failed = failed

    class HasRead(Message):
        """Reading what waited has ended, well or with the line that says why not."""

        def __init__(self, error: str | None) -> None:
            super().__init__()
            self.error = error

    def __init__(self) -> None:
        super().__init__(id="banner")
        self.syncing = False
        self._freshness: Freshness | None = None
        self._rows: list[dict[str, Any]] = []
        self._longest: tuple[float, int] | None = None
        """When the queue was at its longest since it was empty, and how long."""

    def on_mount(self) -> None:
        """What was minutes ago goes on getting older."""
        self.set_interval(20, self._tell)

    def show(self, freshness: "Freshness") -> None:
        """Say how fresh the edition is."""
        self._freshness = freshness
        if not freshness.queued:
            self._longest = None
        elif self._longest is None or freshness.queued > self._longest[1]:
            self._longest = (monotonic(), freshness.queued)
        self._tell()

    def sync(self, command: Sequence[str]) -> bool:
        """Start a sync; False where one is going on."""
        if self.syncing:
            return False
        self.workers.cancel_group(self, "read")  # which the sync goes on with
        self.syncing, self._rows = True, []
        self._tell()
        self.run_worker(self._sync(command), group="sync")
        return True

    def read(self, command: Sequence[str]) -> None:
        """Read what waits beside the user's work."""
        if self.syncing:  # which reads what waits as well
            return
        self.run_worker(self._read(command), group="read")

    async def _read(self, command: Sequence[str]) -> None:
        from briefing.ui.syncing import run_sync

        self.post_message(self.HasRead(await run_sync(command, lambda _: None)))

    async def _sync(self, command: Sequence[str]) -> None:
        from briefing.ui.syncing import run_sync, summary

        try:
            error = await run_sync(command, self._row)
        finally:
            self.syncing = False
            self._tell()
        self.post_message(self.Synced(error or summary(self._rows), error is not None))

    def _row(self, row: dict[str, Any]) -> None:
        self._rows.append(row)
        self._tell()

    def _tell(self) -> None:
        state = self._freshness
        name = Content.styled("briefing   ", "bold $primary")
        if self.syncing:
            from briefing.ui.syncing import progress

            words = progress(self._rows, state.sources if state else 0)
            words = joined([words, self._queue()])
            self.update(name + Content.styled(words, "$success"), layout=False)
        elif state:
            failed = _failures(state)
            warning = Content.styled(f" · {failed}" if failed else "", "$warning")
            self.update(
                name + Content(joined([banner_words(state), self._queue()])) + warning, layout=False
            )

    def _queue(self) -> str:
        """What waits to be read, and for how long at the pace of the reading so far."""
        if not self._freshness or not self._longest:
            return ""
        begun, longest = self._longest
        return queue_words(self._freshness.queued, longest, monotonic() - begun)


def queue_words(queued: int, longest: int, seconds: float) -> str:
    """How many articles wait; once some were read, with an estimate of the time that will take.

    Args:
        queued: articles that wait now.
        longest: how many did.
        seconds: how long ago that was.
    """
    words = f"{several(queued, 'article')} to be read"
    if queued >= longest:
        return words
    left = queued * seconds / (longest - queued)
    return f"{words}, about {several(max(1, round(left / 60)), 'minute')}"


def banner_words(freshness: "Freshness") -> str:
    """The edition's freshness in one line, failures aside."""
    sources = several(freshness.sources, "source") if freshness.sources else "no sources"
    synced = f"Synced {ago(freshness.last_ok)}" if freshness.last_ok else "Never synced"
    return joined([synced, sources])


def _failures(freshness: "Freshness") -> str:
    if not freshness.failed:
        return ""
    reasons = {row.error for row in freshness.failed}
    if len(freshness.failed) > 2 and len(reasons) == 1:  # no connection, a network's sign-in page
        reason = printable(reasons.pop() or "no reason given")
        return f"{len(freshness.failed)} failed: {reason}"
    named = [
        f"{printable(row.title or row.url)} ({printable(row.error or 'no reason given')})"
        for row in freshness.failed[:2]
    ]
    more = len(freshness.failed) - len(named)
    others = f" and {more} more" if more else ""
    return f"{len(freshness.failed)} failed: {', '.join(named)}{others}"
