"""Every run of capitals that may name a person, with what speaks for it where it stands."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from briefing.reading.called_things import VESSELS, called_thing, is_used_as_body
from briefing.reading.common_words import is_common
from briefing.reading.comparing import compare
from briefing.reading.countries import adjective_forms, country_of, place_words
from briefing.reading.first_names import SURNAMES_FIRST, is_first_name
from briefing.reading.names import SUFFIXES, Word, capital_runs, is_initial
from briefing.reading.office_parts import head_of
from briefing.reading.office_words import DETERMINERS, HONORIFICS, MODIFIERS, PORTFOLIOS
from briefing.reading.roles import Context
from briefing.reading.small_words import small_words
from briefing.reading.surroundings import Candidate, look_after, look_before
from briefing.reading.thing_words import THING_WORDS
from briefing.reading.wordlist import wordlist

_TAILS = wordlist(
    """
    old era born led owned based backed style raised trained educated held funded controlled
    """
)
"""What a hyphen joins to a word in front of a name ("Ostmark-born")."""

_SENTENCE_END = re.compile(r"[.!?:\n]")
ALSO_NAMES = frozenset(
    ["Per", "May", "April", "June", "August", "Will", "January", "Jan", "Mark", "Art"]
)
ALSO_VERBS = frozenset(["Will", "May", "Mark"])
"""First names that open questions and orders as well."""

_CAMEL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_CAMEL_NAME = re.compile(
    r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Des|Del|Da|St|El|Al|Lu|O['’])[A-ZÀ-Þ]"
)
_AGENCIES = wordlist(
    """
    AP AFP Getty Reuters REUTERS EPA PA Shutterstock Alamy NurPhoto Anadolu Bloomberg Xinhua UPI
    """
)
SHORT_BODIES = wordlist("AP UN EU US UK TV PM MP FC PC QC KC UC AI IT ID")
_MADE_OF_A_VERB = re.compile(r"[a-z]+ed|[a-z]{3,}ing")
"""The end of "Talan-backed" or "Talan-supporting", and not of "Wen-ling" or "Adair-Laing"."""
BEHIND_NAMES = wordlist("KC QC SC MP MSP MLA MEP TD OBE CBE MBE PhD MD")
"""Letters behind a name that are none of it."""
_OCCUPATION_SURNAMES = wordlist(
    """
    Baker Bishop Butcher Carpenter Champion Constable Dean Driver Farmer Guard Judge King Knight
    Major Model Monk Nurse Painter Player Pope Porter Priest Prince Shepherd Singer Star Warden
    """
)
_LONGEST = 6
"""Most words in a person's name."""


_ERA = "-era"
_SAINTS = frozenset(["St", "Saint"])
_SHIPS_TITLES = frozenset(["Lady", "Lord", "Sir"])
"""Titles of people that never have "the" before them."""

_SHIPS = wordlist("USS HMS HMCS HMAS MV MS SS RV RMS INS USNS")
"""Letters before a ship's name."""


def candidates(text: str, words: list[Word], context: Context) -> list[Candidate]:
    """The candidates of a text in order."""
    found = []
    surnames = _surnames_like_offices(words)
    for first, end in capital_runs(words):
        for start, stop, honorific, country in _names_in(words, first, end, surnames):
            if _is_vessel(words, start, honorific):
                continue
            if stop - start <= _LONGEST and not _is_credited(words, start, stop):
                found.append(_candidate(text, words, start, stop, honorific, country, context))
    compare(text, words, found)
    return found


def _is_credited(words: list[Word], first: int, last: int) -> bool:
    """Whether an agency stands behind a stroke, as in a photo's credit ("Jane Doe/AFP")."""
    behind = words[last].text if last < len(words) else ""
    before = words[first - 1].text if first else ""
    return (behind in _AGENCIES and "/" in words[last - 1].gap) or (
        before in _AGENCIES and "/" in words[first - 1].gap
    )


_Part = tuple[int, int, str | None, str | None]


def _surnames_like_offices(words: list[Word]) -> frozenset[str]:
    """Surnames of the text that are also the names of occupations: "Baker" beside "Ann Baker"."""
    return frozenset(
        word.text
        for before, word in pairwise(words)
        if word.text in _OCCUPATION_SURNAMES
        and before.joins
        and (is_first_name(before.text) or is_initial(before.text) or before.text in HONORIFICS)
    )


def _names_in(words: list[Word], first: int, end: int, surnames: frozenset[str]) -> Iterator[_Part]:
    """The parts of a run that may be names, with the title of address and the adjective before."""
    start, honorific, country = _behind_portfolio(words, first, end), None, None
    i = start
    while i < end:
        word = words[i].text
        skipped = _break_at(words, first, start, i, end)
        if skipped is not None and word in surnames and _is_surname_here(words, i, end):
            skipped = None
        if skipped is not None:
            if i > start and not _is_title(words, first, i, end):
                yield start, i, honorific, country
            i += skipped
            start, country = i, None
            honorific = word if word in HONORIFICS else None
            continue
        if i == start and i + 1 < end and _opens(words, i, end):
            start = i + 1
            country = country_of(word) if word in adjective_forms() else country
        i += 1
    if start < end:
        yield start, end, honorific, country


def _break_at(words: list[Word], first: int, start: int, i: int, end: int) -> int | None:
    """How many words at ``i`` end one name and begin no other, or None where a name goes on."""
    word = words[i]
    if (word.text in HONORIFICS and i + 1 < end) or _is_title(words, first, i, end):
        return 1
    if i > start and word.text in BEHIND_NAMES:
        return 1
    if i == start + 1 and _is_spelt_out(words, start, end):
        return 0
    if i == start + 2 and _is_next_name(words, start, i, end):
        return end - i if any(_is_garbled(word) for word in words[i:end]) else 0
    if i + 1 < end and f"{word.text} {words[i + 1].text}" in place_words():
        return 2
    if i > start and (_is_garbled(word) or (i > start + 1 and word.text == words[start].text)):
        return end - i
    ends = i > start and _is_no_surname(words[i - 1], word)
    return 1 if ends or _is_common_here(words, start, i, end) else None


def _is_no_surname(before: Word, word: Word) -> bool:
    """Whether a word in capitals behind a name is none of it ("Talan Refuses", "Talan-backed")."""
    if not word.text[0].isupper():
        return False
    tail = word.text.rpartition("-")[2]
    if tail != word.text and (tail in _TAILS or _MADE_OF_A_VERB.fullmatch(tail)):
        return True
    return word.text.lower() in small_words() and not _may_precede_surname(before.text)


def _is_garbled(word: Word) -> bool:
    """Whether a capital stands within a word as in no name: two words run together."""
    if not _CAMEL.search(word.text):
        return False
    parts = word.text.split("-")
    return any(_CAMEL.search(part) and not _CAMEL_NAME.match(part) for part in parts)


def _is_next_name(words: list[Word], start: int, i: int, end: int) -> bool:
    """Whether a second full name follows the first without anything between, as in tables."""
    given, surname = words[start].text, words[start + 1].text
    return (
        end - i >= 2
        and is_first_name(given)
        and is_first_name(words[i].text)
        and not (is_first_name(surname) or is_initial(surname) or surname in SURNAMES_FIRST)
        and surname[0].isupper()
    )


def _is_spelt_out(words: list[Word], start: int, end: int) -> bool:
    """Whether a surname is followed by the full name: "Lee Ann B. Lee", as in pages with links."""
    surname = words[start].text
    return not is_first_name(surname) and any(
        word.text == surname for word in words[start + 2 : end]
    )


def _behind_portfolio(words: list[Word], first: int, end: int) -> int:
    """The index behind "Defence" where "Minister of" stands in front of the run."""
    start = first
    if first > 1 and words[first - 1].text.lower() in {"of", "for", "and", "the"}:
        while start < end and words[start].text.lower() in PORTFOLIOS:
            start += 1
    return start


def _opens(words: list[Word], i: int, end: int) -> bool:
    """Whether a word in front of a name is none of it ("Top", "German", "Former", "NATO")."""
    word = words[i].text
    if word.rpartition("-")[2] in _TAILS:
        return True
    if is_first_name(word):
        return False
    if word in adjective_forms() or word.lower() in MODIFIERS:
        return True
    small = word.lower() in small_words()
    if small and (i == 0 or _ends_sentence(words[i - 1])):
        return True
    if i + 2 < end and is_first_name(words[i + 1].text) and (small or word in _leading_things()):
        return True
    return _is_acronym(word) and any(not after.text.isupper() for after in words[i + 1 : end])


def _ends_sentence(word: Word) -> bool:
    return _SENTENCE_END.search(word.gap) is not None and not word.joins


@cache
def _leading_things() -> frozenset[str]:
    """What may stand in front of a full name: a country, a state, a club."""
    return place_words() | THING_WORDS


def _may_precede_surname(word: str) -> bool:
    return is_first_name(word) or is_initial(word) or word in SURNAMES_FIRST


def _is_acronym(word: str) -> bool:
    return (
        word in SHORT_BODIES
        or word in {"U.S.", "U.N.", "U.K.", "D.C.", "E.U."}
        or (len(word) > 2 and word.isupper() and word.isalpha())
    )


def _is_title(words: list[Word], first: int, i: int, end: int) -> bool:
    """Whether a word of a run is the head of an office ("Minister"), not part of a name."""
    word = words[i].text
    if word == "Sheikh":
        return i + 2 < end  # "Sheikh Hasina" is a name, "Sheikh Omar bin Talan" bears a title
    if head_of(word) is None or (word.isupper() and len(word) == 1):
        return False
    named = i > first and (is_first_name(words[i - 1].text) or is_initial(words[i - 1].text))
    if named and (i + 1 == end or words[i + 1].text in SUFFIXES):
        return False
    return not (is_first_name(word) and i + 1 < end)


def _is_surname_here(words: list[Word], i: int, end: int) -> bool:
    """Whether a word that may be an office stands alone as a surname does."""
    before = words[i - 1] if i else None
    if i + 1 < end or before is None or before.gap != " ":
        return i + 1 == end
    return before.text in HONORIFICS or not (before.capital or before.text.lower() in DETERMINERS)


def _is_vessel(words: list[Word], start: int, honorific: str | None) -> bool:
    """Whether the title before a name is a ship's: "the Lady Ann", "the ferry King Olaf"."""
    if start and words[start - 1].text in _SHIPS:
        return True
    if honorific is None or start < 2:
        return False
    before = words[start - 2].text.lower()
    return before in VESSELS or (before == "the" and honorific in _SHIPS_TITLES)


def _is_common_here(words: list[Word], start: int, i: int, end: int) -> bool:
    """Whether a word of a run is a sentence opener, a month or a day, not part of a name."""
    word = words[i].text
    if not is_common(word) or word.islower():
        return False
    if is_initial(word) and start < i < min(end - 1, start + 3) and words[i].gap == ". ":
        return False
    if word not in ALSO_NAMES:
        return True
    if i > start and is_first_name(words[i - 1].text):
        return False
    return not (i == start and i + 1 < end and not is_common(words[i + 1].text))


def _candidate(
    text: str,
    words: list[Word],
    first: int,
    last: int,
    honorific: str | None,
    country: str | None,
    context: Context,
) -> Candidate:
    ending = words[last - 1]
    era = last == first + 1 and ending.text.endswith(_ERA)
    stop = ending.end + (ending.text in {"Jr", "Sr"} and ending.gap.startswith("."))
    stop -= era * len(_ERA)
    tokens = tuple(word.text.removesuffix(_ERA) for word in words[first:last])
    rewritten = any(text[word.start : word.end] != word.text for word in words[first:last])
    found = Candidate(
        name=" ".join(tokens if rewritten else text[words[first].start : stop].split()),
        start=words[first].start,
        end=stop,
        first=first,
        last=last,
        tokens=tokens,
        times=era,
        honorific=honorific,
        country=country,
    )
    found.place = found.name in context.places
    look_before(text, words, found, context)
    look_after(text, words, found, context)
    saint = honorific in _SAINTS and not found.speech
    found.thing = "thing" if saint else called_thing(words, first, last)
    found.body = is_used_as_body(words, first, last)
    return found
