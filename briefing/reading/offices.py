"""Who of an article's people holds an office that it names without the name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.kinds import Span
from briefing.model import FoundPerson, Role
from briefing.reading.office_words import ABBREVIATED
from briefing.text import fold
from briefing.titles import office_key

FULL_TITLE = 0.9
PART_OF_TITLE = 0.8
NEAREST = 0.7
NAMED_LATER = 0.75

_TO_BE = re.compile(r"\b(?:elect|designate|incoming|nominee|candidate)\b", re.IGNORECASE)
_LESSER = frozenset(
    ["deputy", "vice", "assistant", "under", "shadow", "associate", "junior", "press"]
)


def holder_of(
    office: Role, people: Sequence[FoundPerson], at: int
) -> tuple[FoundPerson, float] | None:
    """The person that an office at a place means, with a certainty, or None where that is open.

    A full title beats a part of one ("the minister" for a defence minister). Of several holders
    the nearest named before counts, but only where the others are not of another country. A bare
    "the president" is nobody who is named only later; "the labour minister" may be.
    """
    key = _key(office.title)
    if not key:
        return None
    full = [p for p in people if any(_holds(role, p, office, key) for role in p.roles)]
    if full:
        return _only_or_nearest(full, office, at, FULL_TITLE)
    part = [p for p in people if any(_holds(role, p, office, key, part=True) for role in p.roles)]
    return _only_or_nearest(part, office, at, PART_OF_TITLE) if part else None


def compatriot(country: str, people: Sequence[FoundPerson]) -> FoundPerson | None:
    """The only one of these people who is of a country ("the German")."""
    found = [person for person in people if person.country == country]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2048)
def _key(title: str) -> frozenset[str]:
    words = (ABBREVIATED.get(word.rstrip("."), word) for word in title.split())
    return frozenset(office_key(" ".join(words)).split())


def _holds(
    role: Role, person: FoundPerson, office: Role, key: frozenset[str], part: bool = False
) -> bool:
    if role.former != office.former or not _same_place(role, person, office):
        return False
    own = _key(role.title)
    if _TO_BE.search(role.title) and not _TO_BE.search(office.title):
        return False
    if not part:
        return own == key
    same = (key, frozenset({"minister"})) if key == {"secretary"} else (key,)
    return any(wanted < own and not (own - wanted) & _LESSER for wanted in same)


def _same_place(role: Role, person: FoundPerson, office: Role) -> bool:
    if office.country and (role.country or person.country) != office.country:
        return False
    if office.organisation:
        here, there = fold(office.organisation), fold(role.organisation or "")
        return bool(there) and (here in there or there in here)
    return True


def _only_or_nearest(
    holders: list[FoundPerson], office: Role, at: int, certainty: float
) -> tuple[FoundPerson, float] | None:
    if len(holders) == 1:
        told = office.country or office.organisation or _last_before(holders[0], at)
        if not told and certainty == FULL_TITLE and len(_key(office.title)) > 1:
            return holders[0], NAMED_LATER
        return (holders[0], certainty) if told else None
    countries = {person.country for person in holders}
    if not office.country and len(countries - {None}) > 1:
        return None
    before = [(_last_before(person, at), n) for n, person in enumerate(holders)]
    where, nearest = max((span[0] if span else -1, n) for span, n in before)
    return (holders[nearest], NEAREST) if where >= 0 else None


def _last_before(person: FoundPerson, at: int) -> Span | None:
    return max((span for span in person.mentions if span[1] <= at), default=None)
