"""Every run of capitals that may name a person, with what speaks for it where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model import Role
from briefing.reading.countries import adjective_forms, country_of
from briefing.reading.first_names import HE, SHE, SURNAMES_FIRST
from briefing.reading.names import SUFFIXES, Word, capital_runs, is_initial
from briefing.reading.office_words import HONORIFICS, MODIFIERS, PORTFOLIOS
from briefing.reading.roles import Context, head_of, is_common, is_kin, role_at, role_before

SPEECH = frozenset(
    """
    said says say told tells tweeted wrote writes added adds asked asks argued argues insisted insists
    announced announces warned warns claimed claims admitted admits explained explains noted notes
    replied responded declared declares testified recalled suggested suggests stated states believes
    believed thinks thought joked quipped complained vowed vows pledged promised denied denies urged urges
    called conceded acknowledged commented continued concluded predicted tweets countered remarked
    """.split()
)
"""Verbs of which a person is the subject."""

_AGE = re.compile(r"\d{1,2}\Z")
_PARTY = re.compile(r" \((?:[RDI]|Rep|Dem|Lab|Con|LD|SNP)[.–-]")
_NAME_MONTHS = frozenset(["May", "April", "June", "August", "Will", "March", "January", "Jan"])
_ADMINISTRATION = frozenset(
    "administration presidency campaign camp era loyalist loyalists supporters supporter rally".split()
)


@dataclass(slots=True)
class Candidate:
    """One place where a name may stand: words ``first`` to ``last`` (behind), and its evidence."""

    name: str
    start: int
    end: int
    first: int
    last: int
    tokens: tuple[str, ...]
    honorific: str | None = None
    roles: list[Role] = field(default_factory=list)
    kin: bool = False
    age: bool = False
    party: bool = False
    relative: bool = False
    speech: bool = False
    the: bool = False
    place_before: bool = False
    administration: bool = False
    country: str | None = None
    label: str | None = None
    exact: bool = False


def candidates(text: str, words: list[Word], context: Context) -> list[Candidate]:
    """The candidates of a text in order."""
    found = []
    for first, end in capital_runs(words):
        for start, stop, honorific, country in _names_in(words, first, end):
            found.append(_candidate(text, words, start, stop, honorific, country, context))
    return found


def _names_in(
    words: list[Word], first: int, end: int
) -> Iterator[tuple[int, int, str | None, str | None]]:
    """The parts of a run that may be names, with the title of address and the adjective before."""
    start, honorific, country = _behind_portfolio(words, first, end), None, None
    for i in range(start, end):
        word = words[i].text
        if word in HONORIFICS and i + 1 < end:
            if i > start:
                yield start, i, honorific, country
            start, honorific, country = i + 1, word, None
        elif _is_title(words, first, i, end) or _is_common_here(words, start, i, end):
            if i > start and not _is_title(words, first, i, end):
                yield start, i, honorific, country
            start, honorific, country = i + 1, None, None
        elif i == start and i + 1 < end and word.lower() in MODIFIERS and not _known_first(word):
            start = i + 1
        elif i == start and word in adjective_forms() and i + 1 < end:
            start, country = i + 1, country_of(word)
    if start < end:
        yield start, end, honorific, country


def _is_title(words: list[Word], first: int, i: int, end: int) -> bool:
    """Whether a word of a run is the head of an office ("Minister"), not part of a name."""
    word = words[i].text
    if head_of(word) is None or (word.isupper() and len(word) == 1):
        return False
    follows_first_name = i > first and _known_first(words[i - 1].text)
    if (follows_first_name or (i > first and is_initial(words[i - 1].text))) and (
        i + 1 == end or words[i + 1].text in SUFFIXES
    ):
        return False
    return not (_known_first(word) and i + 1 < end)


def _behind_portfolio(words: list[Word], first: int, end: int) -> int:
    """The index behind "Defence" where "Minister of" stands in front of the run."""
    start = first
    if first > 1 and words[first - 1].text.lower() in {"of", "for", "and", "the"}:
        while start < end and words[start].text.lower() in PORTFOLIOS:
            start += 1
    return start


def _is_common_here(words: list[Word], start: int, i: int, end: int) -> bool:
    """Whether a word of a run is a sentence opener, a month or a day, not part of a name."""
    word = words[i].text
    if not is_common(word):
        return False
    if word in _NAME_MONTHS:
        if i > start and _known_first(words[i - 1].text):
            return False
        return not (
            i == start and i + 1 < end and words[i + 1].text[0].isupper() and word != "March"
        )
    return True


def _known_first(word: str) -> bool:
    return word in HE or word in SHE


def _candidate(
    text: str,
    words: list[Word],
    first: int,
    last: int,
    honorific: str | None,
    country: str | None,
    context: Context,
) -> Candidate:
    tokens = tuple(word.text for word in words[first:last])
    ending = words[last - 1]
    stop = ending.end + (ending.text in {"Jr", "Sr"} and ending.gap.startswith("."))
    found = Candidate(
        name=" ".join(text[words[first].start : stop].split()),
        start=words[first].start,
        end=stop,
        first=first,
        last=last,
        tokens=tokens,
        honorific=honorific,
        country=country,
    )
    _look_before(text, words, found, context)
    _look_after(text, words, found, context)
    return found


def _look_before(text: str, words: list[Word], found: Candidate, context: Context) -> None:
    first = found.first
    if first == 0:
        return
    before = words[first - 1]
    if role := role_before(text, words, first, context):
        _add_role(found, role)
    if before.gap == " ":
        low = before.text.lower()
        found.the = low == "the"
        found.place_before = low in {"in", "at", "near", "across", "outside", "around"}
        found.speech = low in SPEECH


def _look_after(text: str, words: list[Word], found: Candidate, context: Context) -> None:
    if found.last >= len(words):
        return
    gap, after = words[found.last - 1].gap, words[found.last]
    found.party = _PARTY.match(gap + after.text + after.gap) is not None
    if gap in {", ", " ("} and _AGE.match(after.text) and after.gap[:1] in {",", ")", "."}:
        found.age = True
        if after.gap == ", ":
            _apposition(text, words, found, found.last + 1, context)
    elif gap in {", ", " (", " – ", " — ", " - "}:
        _apposition(text, words, found, found.last, context)
    if gap in {" ", ", "}:
        found.relative = after.text == "who"
        found.speech = found.speech or (gap == " " and after.text in SPEECH)
        found.administration = gap == " " and after.text in _ADMINISTRATION


def _apposition(text: str, words: list[Word], found: Candidate, at: int, context: Context) -> None:
    """Takes the role phrase behind a name, where it ends like an apposition."""
    parsed = role_at(text, words, at, context)
    if parsed is None:
        return
    role, end = parsed
    gap = words[end - 1].gap
    after = words[end].text if end < len(words) else ""
    closed = gap[:1] in {",", ".", ")", ";", ":", "—", "–", ""} or gap.strip() in {"—", "–", "-"}
    if (
        "\n" in gap
        or closed
        or (gap == " " and after in {"who", "and", "whose", "in", "on", "since"})
    ):
        if not (
            gap == " " and after == "and" and words[end + 1 : end + 2] and words[end + 1].capital
        ):
            _add_role(found, role)


def _add_role(found: Candidate, role: Role) -> None:
    if is_kin(role):
        found.kin = True
    else:
        found.roles.append(role)


def shape_evidence(tokens: tuple[str, ...]) -> float:
    """What the words of a name alone say, from a list of first names and from initials."""
    if _known_first(tokens[0]) or _known_first(tokens[0].split("-")[0]):
        return 2.0
    if is_initial(tokens[0]) or (len(tokens) > 2 and is_initial(tokens[1])):
        return 1.5
    if tokens[-1] in SUFFIXES:
        return 1.5
    if tokens[0] in SURNAMES_FIRST and len(tokens) in {2, 3}:
        return 1.0
    if any(t.startswith("al-") or t in {"bin", "ibn", "van", "von", "der"} for t in tokens[1:]):
        return 1.5
    return 0.0
