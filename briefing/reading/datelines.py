"""Datelines: where, when and for whom a story was filed, before its first words."""

import re
from typing import NamedTuple

from briefing.kinds import Span
from briefing.reading.bylines import AGENCIES, NOT_NAMES, is_agency, is_outlet
from briefing.reading.dates import iso_date
from briefing.reading.first_names import HE, SHE
from briefing.reading.wordlist import wordlist

_LONGEST = 110
"""Most characters before the dash: town, region, date and agency take some 70."""

# Words in capitals before a dash or a colon that are no places.
_NO_PLACES = wordlist(
    """EXCLUSIVE BREAKING UPDATE UPDATED ANALYSIS OPINION WATCH LIVE VIDEO NEWS CORRECTION EDITORIAL
    COMMENT FACTBOX EXPLAINER PHOTO PHOTOS FILE INTERVIEW REVIEW RECAP POLL REPORT TIMELINE NOTE
    WARNING ALERT PREVIEW PROFILE OBITUARY SPORT SPORTS BUSINESS POLITICS WORLD Q A QUESTION ANSWER
    MODERATOR US U.S. USA UK U.K. EU UN U.N. UAE NATO OPEC FIFA UEFA IAEA NASA CIA FBI IMF WTO WHO
    ICC OSCE IOC ISIS MPS GDP CEO TV AI EDITOR CLOSE CLARIFICATION ABSTRACT SUMMARY LETTER COLUMN"""
)
_SMALL = wordlist(
    "de la le les del della do da dos das di du of and upon on the sur en am im au aux"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?:(?i:{_MONTHS})(?:[a-z]*|[A-Z]*)\b\.?)"
_DATE = re.compile(rf"(?:^|,|\s)\s*((?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?),?$")
_WEEKDAY = re.compile(r"(?:^|,)\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_DASH = re.compile(r"\s+(?:—|–|--|―|-)\s+|\s?(?:—|--|–)\s*(?=[\"“‘A-Z])|:\s+|(?<=\))-\s+")
_AGENCY = re.compile(r"^(.*?),?\s*[(\[]([^()\[\]]{2,30})[)\]],?$")
_SIGNED = re.compile(rf"([^()\n]{{0,60}}?)\s?\({AGENCIES}\)\s+(?=[\"“‘A-Z0-9])")
_STARTS = re.compile(r"[\"“‘'(«$€£¥0-9]")
_MIXED_CAPITALS = re.compile(r"\b(?:Mc|Mac|De|La|O['’])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’]*(?:[.'’][^\W\d_]+)*\.?")


class Dateline(NamedTuple):
    """``span`` holds the dash too; ``place`` is nicely cased ("Brussels, Belgium")."""

    span: Span
    place: str | None
    agency: str | None
    published: str | None


def read_dateline(paragraph: str, *, labelled: bool = False) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    Args:
        paragraph: The paragraph, its start at offset 0.
        labelled: Whether other lines of the text start with a word in capitals and a colon, so
            that such a word is somebody who speaks and no town.
    """
    dash = _DASH.search(paragraph, 0, _LONGEST + 5)
    if dash and dash.start() <= _LONGEST and _opens_a_sentence(paragraph[dash.end() :]):
        colon = dash[0].startswith(":")
        found = _parts(paragraph[: dash.start()], spaced=dash[0].strip() != "-")
        if found and not (colon and (labelled or not _in_capitals(found.place_as_written))):
            span = (0, dash.start() + len(dash[0].rstrip()))
            return Dateline(span, found.place, found.agency, found.published)
    signed = _SIGNED.match(paragraph)
    if signed and (found := _parts(signed[0].strip(), spaced=True)):
        return Dateline((0, len(signed[0].rstrip())), found.place, found.agency, found.published)
    return None


class _Parts(NamedTuple):
    place_as_written: str
    place: str | None
    agency: str | None
    published: str | None


def _parts(before: str, *, spaced: bool) -> _Parts | None:
    """What stands before the dash, taken apart from its end; None where it is no dateline."""
    before, agency = _without_agency(before.strip())
    if is_agency(before):
        return _Parts("", None, before, None)
    if date := _DATE.search(before):
        before = before[: date.start()].rstrip(" ,")
    before = _WEEKDAY.sub("", before).strip(" ,")
    published = iso_date(date[1].rstrip(",")) if date else None
    if not before:
        return _Parts("", None, agency, published) if agency else None
    towns = [part.strip() for part in before.split(",")]
    towns[0] = towns[0].removesuffix(".")
    if len(towns) > 3 or not all(_is_name(town) for town in towns):
        return None
    if not _is_place(towns, dated=bool(date), agency=agency, spaced=spaced):
        return None
    return _Parts(towns[0], ", ".join(cased_place(town) for town in towns), agency, published)


def _without_agency(before: str) -> tuple[str, str | None]:
    found = _AGENCY.match(before)
    if not found:
        return before, None
    initials = "".join(word[0] for word in found[1].split())
    if re.match(rf"{AGENCIES}\b", found[2]) or (is_outlet(found[2]) and initials != found[2]):
        return found[1], found[2]
    return before, None


def _is_place(towns: list[str], *, dated: bool, agency: str | None, spaced: bool) -> bool:
    if _in_capitals(towns[0]):
        return towns[0] not in _NO_PLACES and towns[0].split()[0] not in _NO_PLACES
    first = towns[0].split()[0]
    if first in {"The", "A", "An"} or first.lower() in NOT_NAMES:
        return False
    if first in HE | SHE and not dated:
        return bool(agency) and len(towns) > 1
    return bool(agency) or dated or (len(towns) == 2 and spaced)


def _in_capitals(town: str) -> bool:
    return len(town) > 2 and _MIXED_CAPITALS.sub("", town).isupper()


def _is_name(town: str) -> bool:
    words = re.split(r"[ /-]+", town)
    return 0 < len(words) <= 6 and all(
        word in _SMALL or (word[:1].isupper() and not any(c.isdigit() for c in word))
        for word in words
    )


def cased_place(town: str) -> str:
    """A town's name as a sentence writes it: "RIO DE JANEIRO" is "Rio de Janeiro"."""
    if not _in_capitals(town) or re.fullmatch(r"(?:[A-Z]\.)+", town):
        return town
    return _WORD.sub(lambda word: _cased_word(word[0], first=word.start() == 0), town)


def _cased_word(word: str, *, first: bool) -> str:
    if re.fullmatch(r"(?:[A-Z]\.){2,}", word):
        return word
    if not first and word.lower() in _SMALL:
        return word.lower()
    if mixed := _MIXED_CAPITALS.match(word):
        return mixed[0] + word[mixed.end() :].capitalize()
    return word.capitalize()


def _opens_a_sentence(rest: str) -> bool:
    return bool(rest) and (rest[0].isupper() or bool(_STARTS.match(rest)))
