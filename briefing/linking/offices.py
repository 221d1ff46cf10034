"""Who is meant where an article names an office and not its holder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import KnownPerson, KnownRole
from briefing.titles import office_key

STALE_DAYS = 400
"""A role says nothing of a day this far from the days on which it was seen. Long enough for people
who are seldom in the news, shorter than most terms."""

_BARE_WORDS = (
    "minister secretary chief head leader director general vice ambassador envoy commander"
)
_BARE = frozenset(_BARE_WORDS.split())
"""Words that say of nothing what they are at the head of, so that many are meant."""

_MANY_WORDS = """
spokesman official officer member lawmaker senator congressman representative legislator deputy
politician analyst expert lawyer adviser aide diplomat professor soldier judge prosecutor witness
journalist reporter resident delegate councilor candidate author actor economist activist source
negotiator assistant
"""
_MANY = frozenset(_MANY_WORDS.split())
"""Words for what several people are at once, whatever stands beside them."""

_SINGLE_TITLES = ("secretary general", "director general", "national security adviser")
_SINGLE = frozenset(office_key(title) for title in _SINGLE_TITLES)
"""Offices of such words that one person holds all the same."""

_LOCAL_WORDS = (
    "governor mayor police chair coach captain manager editor executive commander dean press"
)
_LOCAL = frozenset(_LOCAL_WORDS.split())
"""Offices of which one country has many: a town's, a company's, a club's."""

_STATE = frozenset("president minister chancellor premier king queen pope secretary".split())
"""Offices of a state, of which news says no more where it is plain whose."""


@dataclass(frozen=True, slots=True)
class _Office:
    """What is asked for: an office by its key, where it is, and on which day (ISO) it counts."""

    key: str
    country: str | None
    organisation: str | None
    day: str | None


def holder(
    title: str,
    country: str | None,
    organisation: str | None,
    day: str | None,
    candidates: Sequence[KnownPerson],
) -> int | None:
    """The id of the one who held an office on ``day`` (an ISO day or instant), or None.

    Looked for in the story first, of which all people have to be among ``candidates``, then in the
    whole edition. Country or organisation have to be the same; they may be unknown in a story
    whose people are all of one country. Former holders and those since succeeded never count, and
    where two people fit, nobody does.
    """
    office = _Office(office_key(title), country, organisation, day)
    if not names_one(office.key):
        return None
    holders = _not_succeeded([known for known in candidates if _holds(known, office)], office)
    here = [known for known in holders if known.in_story]
    placed = [known for known in here if _is_placed(known, office)]
    if placed or len(_countries(candidates, country)) > 1:
        return _only(placed) if placed or here else _only(_sure(holders, office))
    return _only(here) if here else _only(_sure(holders, office))


def names_one(office: str) -> bool:
    """Whether an office, given by its key, is one that a single person holds at a time."""
    words = set(office.split())
    return office in _SINGLE or (bool(words - _BARE) and not words & _MANY)


def is_of_state(office: str) -> bool:
    """Whether an office, given by its key, with a surname says who: one person of a state's."""
    words = set(office.split())
    return names_one(office) and bool(words & _STATE) and not words & _LOCAL


def _only(fitting: Sequence[KnownPerson]) -> int | None:
    return fitting[0].id if len(fitting) == 1 else None


def _sure(holders: Sequence[KnownPerson], office: _Office) -> list[KnownPerson]:
    """Those of the whole edition: they have to be placed, and many local offices by more."""
    local = bool(set(office.key.split()) & _LOCAL) and not office.organisation
    return [] if local else [known for known in holders if _is_placed(known, office)]


def _countries(candidates: Sequence[KnownPerson], country: str | None) -> set[str]:
    """The countries that the people of the story are of, and that of the office."""
    here = [known for known in candidates if known.in_story]
    named = {known.country for known in here} | {r.country for known in here for r in known.roles}
    return {name for name in named | {country} if name}


def _holds(known: KnownPerson, office: _Office) -> bool:
    fitting = [role for role in _roles(known, office) if _agrees(role, office)]
    current = [role for role in fitting if not role.former and _covers(role, office.day)]
    return bool(current) and not _left(fitting, office.day)


def _roles(known: KnownPerson, office: _Office) -> list[KnownRole]:
    return [role for role in known.roles if office_key(role.title) == office.key]


def _agrees(role: KnownRole, office: _Office) -> bool:
    """Whether nothing known of where the office is speaks against the role."""
    pairs = ((role.country, office.country), (role.organisation, office.organisation))
    return all(not one or not other or _same(one, other) for one, other in pairs)


def _is_placed(known: KnownPerson, office: _Office) -> bool:
    """Whether country or organisation is known on both sides, and the same."""
    return any(
        _same(role.organisation, office.organisation)
        or (_same(role.country or known.country, office.country) and not office.organisation)
        for role in _roles(known, office)
        if _agrees(role, office)
    )


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and str(one).casefold() == str(other).casefold()


def _left(roles: Sequence[KnownRole], day: str | None) -> bool:
    """Whether the office was called a former one by ``day``, and not held again since."""
    ended = [role.first_seen for role in roles if role.former]
    if not ended:
        return False
    held = max((role.last_seen or "" for role in roles if not role.former), default="")
    by_then = [seen[:10] for seen in ended if seen and (day is None or seen[:10] <= day[:10])]
    return None in ended or (bool(by_then) and max(by_then) >= held[:10])


def _not_succeeded(holders: list[KnownPerson], office: _Office) -> list[KnownPerson]:
    """Without those after whose last day in office another holder was seen, by the day asked."""
    spans = {known.id: _span(known, office) for known in holders}
    day = (office.day or "9999")[:10]
    return [
        known
        for known in holders
        if not any(spans[known.id][1] < first <= day for first, _ in spans.values() if first)
    ]


def _span(known: KnownPerson, office: _Office) -> tuple[str, str]:
    """The first and the last day on which someone was seen in office; "" and "9" if unknown."""
    roles = [role for role in _roles(known, office) if not role.former and _agrees(role, office)]
    first = min((role.first_seen or "" for role in roles), default="")
    return first[:10], max((role.last_seen or "9" for role in roles), default="9")[:10]


def _covers(role: KnownRole, day: str | None) -> bool:
    """Whether ``day`` is near enough to the days on which the role was seen."""
    if day is None or role.first_seen is None or role.last_seen is None:
        return True
    at, first, last = (date.fromisoformat(d[:10]) for d in (day, role.first_seen, role.last_seen))
    return (first - at).days <= STALE_DAYS and (at - last).days <= STALE_DAYS
