"""When a source is asked next and with what, decided from values alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefing.redaction import redacted
from briefing.store.filing import Counts
from briefing.store.sources import Health, Source
from briefing.sync.dates import iso
from briefing.sync.faults import FetchFailed
from briefing.sync.fetch import Answer, Validators
from briefing.sync.hosts import host_of

SHORTEST, LONGEST = 60, 1440
"""Minutes between two checks of a source that nobody asked for."""

KEEP_VALIDATORS = timedelta(days=8)
"""How long a server is believed that says "nothing changed": some go on saying so for ever."""

JITTER = 0.1
"""Share of the time between two checks that chance adds, so that a day's checks spread."""


NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a source's fetch brought: ``items`` in the feed, ``counts`` of what became of them.

    ``ttl`` is the feed's own word for how many minutes it may be kept. ``complete`` is False
    where an item still waits for its page, so that the feed must be seen whole again.
    """

    answer: Answer
    items: int
    counts: Counts = NOTHING
    ttl: int | None = None
    complete: bool = True


def due(
    sources: Sequence[Source], now: datetime, only: Sequence[str] | None, *, scheduled: bool = False
) -> list[Source]:
    """The sources to be fetched: all that are not muted; where ``scheduled``, whose time has come.

    Those named in ``only`` (by address, id, title or a folder) are fetched whatever their state.
    """
    if only is not None:
        wanted = {redacted(name).casefold() for name in only}
        return [source for source in sources if _names(source) & wanted]
    heard = [source for source in sources if source.state != "muted"]
    return [s for s in heard if (s.next_check or "") <= iso(now)] if scheduled else heard


def _names(source: Source) -> set[str]:
    """What a source may be called: folders by their own names, and by those of all around them."""
    folders = [" / ".join(source.folder[:depth]) for depth in range(1, len(source.folder) + 1)]
    called = [source.url, str(source.id), source.title, *source.folder, *folders]
    return {name.casefold() for name in called}


def waiting(sources: Sequence[Source], now: datetime) -> dict[str, float]:
    """The hosts that asked to be left alone, each with the seconds still to go."""
    found: dict[str, float] = {}
    for source in sources:
        if source.wait_until and source.wait_until > iso(now):
            left = (datetime.fromisoformat(source.wait_until) - now).total_seconds()
            found[host_of(source.url)] = max(left, found.get(host_of(source.url), 0.0))
    return found


def asks_with(source: Source, now: datetime) -> Validators:
    """The validators to ask with; none where they are too old or the server lied with them."""
    if source.validators_lie or source.validated is None:
        return Validators()
    if now - datetime.fromisoformat(source.validated) > KEEP_VALIDATORS:
        return Validators()
    return Validators(source.etag, source.last_modified)


def after_answer(source: Source, got: Fetched, now: datetime, chance: float) -> Health:
    """How a source is after its server answered. ``chance`` is drawn from 0 to 1."""
    known = Validators(source.etag, source.last_modified)
    given = known if got.answer.unchanged else got.answer.validators
    changed = bool(got.counts.new or got.counts.updated)
    quiet = 0 if changed else source.quiet + 1
    minutes = max(_rhythm(quiet), got.ttl or 0, (got.answer.max_age or 0) // 60)
    # An item that waits for its page would be hidden by "nothing changed".
    kept = given if got.complete else Validators()
    return Health(
        "ok",
        next_check=_in(minutes, now, chance),
        etag=kept.etag,
        last_modified=kept.last_modified,
        validated=source.validated if got.answer.unchanged else iso(now),
        validators_lie=source.validators_lie or (changed and given == known != Validators()),
        quiet=quiet,
        moved_to=_moved(source, got.answer),
        items=got.items,
        new=got.counts.new,
        updated=got.counts.updated,
        unchanged=got.items - got.counts.new - got.counts.updated,
    )


def after_folder(counts: Counts, note: str | None, now: datetime) -> Health:
    """How a folder is after it was looked at; ``note`` says what of it did not come in.

    Looking again costs nobody anything, so it is due with every sync.
    """
    return Health(
        "ok",
        note,
        iso(now),
        items=counts.new + counts.updated + counts.unchanged,
        new=counts.new,
        updated=counts.updated,
        unchanged=counts.unchanged,
    )


def after_failure(source: Source, error: Exception, now: datetime, chance: float) -> Health:
    """How a source is after its fetch failed. A feed that is gone for good (410) is muted."""
    line = str(error)
    failures = source.failures + 1
    if isinstance(error, FetchFailed) and error.status == 410:
        return _kept(source, Health("muted", f"{line}: it is gone for good"))
    if isinstance(error, FetchFailed) and error.wait:
        until = iso(now + timedelta(seconds=error.wait))
        line = f"{line}, asking to wait until {until}"
        return _kept(source, Health("failed", line, until, wait_until=until))
    when = _in(_rhythm(failures), now, chance)
    return _kept(source, Health("failed", line, when, failures=failures))


def after_portal(source: Source, line: str) -> Health:
    """How a source is that was never asked, since the network answered for it: as it was."""
    return _kept(source, Health("failed", line, source.next_check))


def _kept(source: Source, health: Health) -> Health:
    """A failure changes nothing of what the last answer taught."""
    return Health(
        health.state,
        health.error,
        health.next_check,
        wait_until=health.wait_until,
        failures=health.failures or source.failures,
        etag=source.etag,
        last_modified=source.last_modified,
        validated=source.validated,
        validators_lie=source.validators_lie,
        quiet=source.quiet,
        moved_to=source.moved_to,
        items=source.items,
    )


def new_address(source: Source, health: Health) -> str | None:
    """Where the source moved: what its server said at this answer and at the one before."""
    return health.moved_to if health.moved_to == source.moved_to else None


def _moved(source: Source, answer: Answer) -> str | None:
    """Where the feed moved for good; never from https to where others can listen."""
    moved = answer.moved
    if not moved or (source.url.startswith("https:") and not moved.startswith("https:")):
        return None
    return moved


def _rhythm(idle: int) -> int:
    """Minutes until the next check after so many in a row without anything new."""
    return SHORTEST << min(max(idle - 1, 0), 5)


def _in(minutes: int, now: datetime, chance: float) -> str:
    bounded = min(max(minutes, SHORTEST), LONGEST)
    return iso(now + timedelta(minutes=min(bounded * (1 + JITTER * chance), LONGEST)))
