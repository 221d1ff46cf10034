"""How two written names of people compare."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefing.given_names import FAMILY_FIRST, NICKNAMES
from briefing.text import fold

_COURTESY_WORDS = """
mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon gen lt col sgt capt maj adm
sen rep gov messrs
"""
_COURTESY = frozenset(_COURTESY_WORDS.split())
_GENERATION = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
_POST_NOMINALS = frozenset(["esq", "phd", "md", "mp", "mep", "kc", "qc", "obe", "cbe", "mbe"])
_PARTICLE_WORDS = """
de da das do dos del della delle di du der den des la le lo el las los von zu zum zur bin bint ibn
ter ten af av und
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# These are given names too when they stand first and capitalised: Al, Van, Ben, Abu.
_SOMETIMES = frozenset(["al", "van", "ben", "abu", "as", "ash", "an", "ad", "ar", "y", "e"])

_POSSESSIVE = re.compile(r"('s|(?<=s)')$")
_INITIALS = re.compile(r"^(?:[a-z]\.)+[a-z]?\.?$")
_CAPITALS = re.compile(r"^[B-DF-HJ-NP-TV-XZ]{2}$|^[A-Z][B-DF-HJ-NP-TV-XZ]$")


class Match(IntEnum):
    """How well two names agree, the better the higher."""

    NONE = 0
    GIVEN = 1
    """One is the other's given name alone."""
    SURNAME = 2
    """One is the other's surname alone, or both are the same one word."""
    LOOSE = 3
    """Surnames agree and initials do ("J. Doe"), or one has more surnames than the other."""
    FULL = 4
    """Given name and surname agree, by transliteration or nickname at least."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, folded. ``family`` is its last word.

    ``other_order`` says that the first word may be the family name instead: in ``asian`` names,
    and where the last of two words is rather a given name ("Orban Viktor").
    """

    given: tuple[str, ...]
    family: str
    generation: str = ""
    other_order: bool = False
    asian: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All words as they stood."""
        return (*self.given, self.family)

    def families(self) -> tuple[str, ...]:
        """The words that may be the family name, the likeliest last word first."""
        return (self.family, self.given[0]) if self.other_order else (self.family,)


@lru_cache(maxsize=50_000)
def compare(a: str, b: str) -> Match:
    """How well two names agree. One name alone and initials are never more than a hint."""
    one, other = parse(a), parse(b)
    if not one.family or not other.family or one.generation != other.generation:
        return Match.NONE
    if not one.given or not other.given:
        return _compare_single(one, other)
    if one.words == other.words:
        return Match.FULL
    match = _compare_ordered(one, other)
    for first, second in ((one, other), (other, one)):
        if first.other_order:
            turned = _compare_ordered(_turned(first), second)
            match = max(match, turned if first.asian else min(turned, Match.LOOSE))
    return match


def is_single(name: str) -> bool:
    """Whether a name is one word (a surname, or the one name someone goes by)."""
    return not parse(name).given


@lru_cache(maxsize=20_000)
def is_whole(name: str) -> bool:
    """Whether a name says who it is by itself: more than one word, or an initial, before a surname.

    Two initials are as good as a given name ("J.D. Orlan").
    """
    given = parse(name).given
    return len(given) > 1 or (bool(given) and len(given[0]) > 1)


@lru_cache(maxsize=50_000)
def conflict(a: str, b: str) -> bool:
    """Whether two names of one surname and given name are two people's: their rest differs.

    "George W. Tully" and "George Herbert Tully", father and son of one name.
    """
    one, other = parse(a), parse(b)
    if not one.given or not other.given or not _same_word(one.family, other.family):
        return False
    if not _same_given(one.given[0], other.given[0]):
        return False
    if one.generation != other.generation:
        return True
    return len(one.given[0]) > 1 and not _middles_agree(one.given[1:], other.given[1:])


@lru_cache(maxsize=20_000)
def whole_keys(name: str) -> tuple[str, ...]:
    """The keys under which a whole name is looked up; none for a part of a name.

    Names that ``compare`` finds to be one share a key: a surname with a given name, coarsely
    transliterated or by the group of names that stand for one another.
    """
    if not is_whole(name):
        return ()
    parsed = parse(name)
    orders = (parsed, _turned(parsed)) if parsed.asian else (parsed,)
    return tuple(
        dict.fromkeys(
            f"{_coarse(one.family)} {given}" for one in orders for given in _given_keys(one.given)
        )
    )


def family_key(name: str) -> str:
    """How the keys of whole names of this surname begin."""
    return f"{_coarse(parse(name).family)} "


def _given_keys(given: tuple[str, ...]) -> list[str]:
    first = given[:2] if len(given[0]) == 1 else given[:1]
    return [_coarse("".join(given)), *(key for word in first for key in word_keys(word))]


def word_keys(word: str) -> tuple[str, ...]:
    """What spellings of a word of a name share, given names in all their forms."""
    return (_coarse(word), *(f"#{number}" for number in sorted(NICKNAMES.get(word, ()))))


@lru_cache(maxsize=20_000)
def parse(name: str) -> Name:
    """A written name in parts. An empty one has an empty ``family``."""
    words = list(_words(name))
    generation = ""
    while len(words) > 1 and (words[-1] in _GENERATION or words[-1] in _POST_NOMINALS):
        generation = _GENERATION.get(words.pop(), generation)
    if not words:
        return Name((), "")
    given = tuple(words[:-1])
    asian = bool(given) and given[0] in FAMILY_FIRST and len(words) < 4
    turned = len(words) == 2 and words[-1] in NICKNAMES and words[0] not in NICKNAMES
    return Name(given, words[-1], generation, asian or turned, asian)


def _words(name: str) -> list[str]:
    found: list[str] = []
    raw = name.replace("’", "'").replace(",", " ").split()
    capitals = name.isupper()
    for position, part in enumerate(raw):
        if _CAPITALS.match(part) and not capitals and position < len(raw) - 1:
            found += part.lower()
            continue
        word = _POSSESSIVE.sub("", part.casefold())
        if _INITIALS.match(word):
            found += word.replace(".", "")
            continue
        hyphened = "-" in part
        pieces = fold(word).replace("'", "").replace(".", "").split()
        for place, piece in enumerate(pieces):
            first = (
                position == 0 and not (hyphened and place < len(pieces) - 1) and part[0].isupper()
            )
            if not _is_empty(piece, first):
                found.append(piece)
    return found or fold(name).replace(".", "").split()


def _is_empty(piece: str, first_and_capital: bool) -> bool:
    if piece in _COURTESY or piece in _PARTICLES:
        return True
    return piece in _SOMETIMES and not first_and_capital


def _turned(name: Name) -> Name:
    """The name with its first word as the family name."""
    return Name((*name.given[1:], name.family), name.given[0], name.generation)


def _compare_single(one: Name, other: Name) -> Match:
    """Compare where at least one is a single word."""
    single, full = (one, other) if not one.given else (other, one)
    if any(_same_word(single.family, family) for family in full.families()):
        return Match.SURNAME
    if full.given and _same_given(single.family, full.given[0]):
        return Match.GIVEN
    return Match.NONE


def _compare_ordered(one: Name, other: Name) -> Match:
    """Compare two names of several words whose last word is the family name."""
    short, long = sorted((one.words, other.words), key=len)
    if _same_word(one.family, other.family):
        # "López Obrador" and "Van Gogh" are surnames of two words.
        tail = len(short) < len(long) and short == long[-len(short) :]
        compound = tail or "van" in (one.given[0], other.given[0])
        return max(
            _compare_given(one.given, other.given), Match.SURNAME if compound else Match.NONE
        )
    if len(short) < len(long) and _same_given(short[0], long[0]) and _in_order(short, long):
        return Match.LOOSE
    return Match.NONE


def _compare_given(one: tuple[str, ...], other: tuple[str, ...]) -> Match:
    if _same_given(one[0], other[0]) and (len(one[0]) > 1 or one == other):
        return Match.FULL if _middles_agree(one[1:], other[1:]) else Match.NONE
    for first, second in ((one, other), (other, one)):
        if len(first[0]) == 1 and len(first) > 1 and _same_given(first[1], second[0]):
            return Match.FULL if len(second[0]) > 1 else Match.LOOSE
    if 1 in (len(one[0]), len(other[0])) and one[0][0] == other[0][0]:
        return Match.LOOSE if _middles_agree(one[1:], other[1:]) else Match.NONE
    if "".join(one) == "".join(other):
        return Match.FULL
    return Match.NONE


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    if 1 in (len(one[0]), len(other[0])):
        return one[0][0] == other[0][0]
    return _same_given(one[0], other[0])


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_same_word(word, there) for there in rest) for word in short)


def _same_given(one: str, other: str) -> bool:
    if _same_word(one, other):
        return True
    return bool(NICKNAMES.get(one, frozenset()) & NICKNAMES.get(other, frozenset()))


def _same_word(one: str, other: str) -> bool:
    if one == other or _fine(one) == _fine(other):
        return True
    return (_is_arabic(one) or _is_arabic(other)) and _coarse(one) == _coarse(other)


# Letters that one script's names are written with in another's. The same for every word, so that
# what is no transliteration at all is changed alike on both sides.
_FINE = (
    (re.compile(r"(?:tsch|tch|cz|č)"), "ch"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"yov$"), "ev"),
    (re.compile(r"enka$"), "enko"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(?<=\w{2})ee(?=\w)|(?<=\w)ee(?=\w{2})"), "i"),
    (re.compile(r"(?<=\w)oo(?=\w{2})"), "u"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?<=\w)ie(?=\w)|^ie(?=[lv])"), "e"),
    (re.compile(r"iu"), "u"),
    (re.compile(r"(\w)\1+"), r"\1"),
)


@lru_cache(maxsize=20_000)
def _fine(word: str) -> str:
    for pattern, plain in _FINE:
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=20_000)
def _coarse(word: str) -> str:
    """As ``_fine``, and without what Arabic names are written with at will."""
    return _fine(re.sub(r"gh|[gq]", "k", word)).replace("w", "v")


def _is_arabic(word: str) -> bool:
    return bool(re.search(r"q|dh|gh", word))
