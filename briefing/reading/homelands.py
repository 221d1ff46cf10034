"""The country of a president or premier whose office an article ties to it in other words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Role
from briefing.reading.bearers import Bearer
from briefing.reading.countries import country_of
from briefing.reading.office_words import SOVEREIGN
from briefing.reading.surroundings import Candidate
from briefing.titles import office_key

_REACH = 500
"""How far behind a name "the Ostmark leader" may take it up, in characters."""

_TAKEN_UP = re.compile(
    r"\b[Tt]he ([A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+){0,2}) "
    r"(leader|president|premier|prime minister|chancellor|king|queen|ruler|monarch)\b(?! [A-ZÀ-Þ])"
)
_UNDER = re.compile(
    r"\b(?:the )?([A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+){0,3}) under (?:the |then[ -]|former )*\Z"
)


def give_countries(text: str, bearers: Sequence[Bearer], places: Mapping[str, str]) -> None:
    """Completes offices of heads of state and government by two rules, and leaves the rest open.

    "Ostmark under President Mira Talan" names the country right in front; "the Ostmark leader",
    where it follows her, and nobody else of such rank stands between, takes her up again.
    """
    ranked = sorted(
        (c for b in bearers for c in b.mentions if any(_is_sovereign(r) for r in c.roles)),
        key=lambda c: c.start,
    )
    for n, candidate in enumerate(ranked):
        limit = ranked[n + 1].start if n + 1 < len(ranked) else len(text)
        for i, role in enumerate(candidate.roles):
            if role.country or role.organisation or not _is_sovereign(role):
                continue
            country = _in_front(text, role, places) or _behind(text, candidate, role, limit, places)
            candidate.roles[i] = replace(role, country=country)


def _is_sovereign(role: Role) -> bool:
    words = office_key(role.title).split()
    return bool(words) and set(words) <= SOVEREIGN | {"prime", "minister"} and words != ["minister"]


def _in_front(text: str, role: Role, places: Mapping[str, str]) -> str | None:
    match = _UNDER.search(text, max(0, role.start - 60), role.start)
    if match is None:
        return None
    words = match[1].split()
    tails = (" ".join(words[i:]) for i in range(len(words)))
    return next((found for tail in tails if (found := country_of(tail, places))), None)


def _behind(
    text: str, candidate: Candidate, role: Role, limit: int, places: Mapping[str, str]
) -> str | None:
    match = _TAKEN_UP.search(text, candidate.end, min(limit, candidate.end + _REACH))
    if match is None:
        return None
    same = match[2] in {"leader", "ruler"} or office_key(match[2]) == office_key(role.title)
    return country_of(match[1], places) if same else None
