"""Who a person found in an article is, among those on record.

A full name is known everywhere. A surname alone, a given name alone or initials are only ever
resolved within the story, to the one person there whom they fit. A tie links to nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.linking.names import Match, compare, is_single, parse
from briefing.model import FoundPerson, KnownPerson
from briefing.text import fold
from briefing.titles import office_key


def choose_person(found: FoundPerson, candidates: Sequence[KnownPerson]) -> int | None:
    """The id of the person on record that ``found`` is, or None for someone new or uncertain."""
    by_match: dict[Match, list[KnownPerson]] = {}
    for known in candidates:
        by_match.setdefault(_match(found, known), []).append(known)
    full = [known for known in by_match.get(Match.FULL, ()) if not _is_namesake(found, known)]
    if full:
        return _only(_preferred(found, full))
    for match in (Match.LOOSE, Match.SURNAME, Match.GIVEN):
        here = [known for known in by_match.get(match, ()) if known.in_story]
        if here:
            return _only_in_story(found, here, candidates)
    return None


def best_name(names: Iterable[str]) -> str:
    """The name to show a person by, of those given once for each article; "" of none.

    A full name before initials and these before a surname alone, written in mixed case, the
    commonest of them, the longer of two as common.
    """
    counts = Counter(" ".join(name.split()) for name in names)
    return max(counts, key=lambda name: (_fullness(name), counts[name], len(name)), default="")


def _match(found: FoundPerson, known: KnownPerson) -> Match:
    """How well the two agree by the best of their names; full names count, if there are any."""
    return max(
        compare(one, other)
        for one in _telling((found.name, *found.aliases))
        for other in _telling((known.name, *known.aliases))
    )


def _telling(names: Sequence[str]) -> Sequence[str]:
    full = [name for name in names if not is_single(name)]
    return full or names


def _preferred(found: FoundPerson, fitting: list[KnownPerson]) -> list[KnownPerson]:
    """Those who fit best: in the story, then by the very name, then by what speaks for them."""
    for fits_better in (
        lambda known: known.in_story,
        lambda known: fold(known.name) == fold(found.name),
        lambda known: _supports(found, known),
    ):
        better = [known for known in fitting if fits_better(known)]
        fitting = better or fitting
    return fitting


def _only(fitting: Sequence[KnownPerson]) -> int | None:
    return fitting[0].id if len(fitting) == 1 else None


def _only_in_story(
    found: FoundPerson, fitting: Sequence[KnownPerson], candidates: Sequence[KnownPerson]
) -> int | None:
    """The one of the story whom part of a name fits, unless someone else there bears it too."""
    fitting = [known for known in fitting if not _contradicts(found, known)]
    # Someone whom the story once called by surname alone does not stand in a full name's way.
    fitting = [known for known in fitting if not is_single(known.name)] or fitting
    if len(fitting) != 1:
        return None
    chosen = fitting[0]
    family = parse(found.name if is_single(chosen.name) else chosen.name).family
    others = (known.name for known in candidates if known.in_story and known.id != chosen.id)
    borne = any(compare(family, name) == Match.SURNAME for name in others if not is_single(name))
    return None if borne else chosen.id


def _contradicts(found: FoundPerson, known: KnownPerson) -> bool:
    """Whether both have a country, and not the same."""
    return bool(found.country and known.country and found.country != known.country)


def _is_namesake(found: FoundPerson, known: KnownPerson) -> bool:
    """Whether two of one full name are two people: of two countries, in quite other offices."""
    if known.in_story or not _contradicts(found, known):
        return False
    offices = {word for role in found.roles for word in office_key(role.title).split()}
    others = {word for role in known.roles for word in office_key(role.title).split()}
    return bool(offices and others) and not offices & others


def _supports(found: FoundPerson, known: KnownPerson) -> bool:
    """Whether an office or the country is the same."""
    offices = {office_key(role.title) for role in found.roles}
    same_office = any(office_key(role.title) in offices for role in known.roles)
    return same_office or (found.country is not None and found.country == known.country)


def _fullness(name: str) -> tuple[int, bool]:
    """How much of a name it is, and whether it is cased as names are."""
    words = parse(name).words
    whole = sum(len(word) > 1 for word in words)
    return min(len(words), 2) + min(whole, 2), not (name.isupper() or name.islower())
