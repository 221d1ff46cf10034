"""Numbers as news writes them: numerals and number words with their scale, as exact decimals.

Names of things ("F-16", "COVID-19"), ordinals, fractions of a word and clock times are no numbers
here; whether a number is a figure depends on what stands round it, and is decided elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.reading.currencies import GLUED

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
}
SHORT_SCALES = {
    **dict.fromkeys(("k",), 10**3),
    **dict.fromkeys(("m", "mn", "mln", "mio", "mm"), 10**6),
    **dict.fromkeys(("b", "bn", "bln"), 10**9),
    **dict.fromkeys(("t", "tn", "trn"), 10**12),
}
"""Scales that mean a scale only beside a currency or before a noun: "3.5m" alone is a length."""

_VALUES: dict[str, Decimal] = {
    **{word: Decimal(place) for place, word in enumerate(_ONES.split(), 1)},
    **{word: Decimal(10 * place) for place, word in enumerate(_TENS.split(), 2)},
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}

_SHORT = "(?:bln|bn|mln|mio|mm|mn|trn|tn|[kmbt])"
_SMALL = (
    rf"(?:(?:{'|'.join(_TENS.split())})(?:[- ](?:{'|'.join(_ONES.split()[:9])}))?"
    rf"|{'|'.join(_ONES.split())})"
)
_HUNDREDS = rf"(?:(?:{_SMALL}|an?) hundred(?:(?: and)? {_SMALL})?)"
_PLAIN = rf"(?:{_HUNDREDS}|{_SMALL})"
_SPELLED = (
    rf"(?:a|three) quarters? of an?|{_PLAIN} thousand(?:,?(?: and)? {_PLAIN})?"
    rf"|{_PLAIN}(?: and a (?:half|quarter))?|half[ -]an?|a half|half|an?"
)
_NUMERAL = (
    r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,4},\d{3}"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]000){1,3}|\d{1,15}(?:\.\d{1,9})?)"
    r"(?: ?[½¼¾]| [1-7]/[2-8](?![\d/])| and a (?:half|quarter)\b)?"
)
_SCALE = rf"(?:[ -](?:{'|'.join(_SCALES)})s?\b(?!-year)){{1,2}}"
_NUMBER = re.compile(
    rf"(?=[\dA-Zaefhnost])(?<![\w&#@])(?<!\d[.,:/’'])(?:(?<![a-zA-Z]-)|(?<=\d[mbk]-)|(?<=\d[bmt]n-))(?<![a-zA-Z]’)"
    rf"(?:(?P<glued>[A-Z][A-Za-z]{{0,2}}\.?)(?=\d))?"
    rf"(?:(?P<numeral>{_NUMERAL})(?=(?:{_SHORT})?(?!\w))(?![:/]\d)(?![.,]\d)"
    rf"|(?=[aefhnostAEFHNOST])(?i:(?P<spelled>{_SPELLED})\b))"
    rf"(?i:(?P<scale>{_SCALE}))?"
)
_PIECE = re.compile(r"\d[\d.,]*|[½¼¾]|\d/\d|[a-z]+")
_FRACTION = re.compile(r" ([1-7])/([2-8])$")
_INDEFINITE = frozenset({"a", "an", "half"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale words; ``start`` leaves out a currency glued before it ("Rs500").

    ``factor`` is the product of the scale words (1 where there are none), part of ``value``.
    ``glued`` is that currency. ``fraction`` marks "half a": a number only before a unit.
    """

    start: int
    end: int
    value: Decimal
    factor: int = 1
    spelled: bool = False
    glued: str = ""
    fraction: bool = False


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text, in order."""
    found = (_number(match) for match in _NUMBER.finditer(text))
    return [number for number in found if number]


def _number(match: re.Match[str]) -> Number | None:
    numeral, spelled, scale = match["numeral"], match["spelled"], match["scale"] or ""
    factor = _factor(scale)
    if match["glued"] and match["glued"] not in GLUED:
        return None
    start = match.start("numeral" if numeral else "spelled")
    if numeral:
        value = _numeral_value(numeral)
        return Number(start, match.end(), value * factor, factor, glued=match["glued"] or "")
    words = spelled.lower()
    if words in _INDEFINITE and words != "half" and not scale:
        return None
    value = _spelled_value(words)
    fraction = not scale and words.startswith(("half", "a half", "a quarter", "three quarters"))
    return Number(start, match.end(), value * factor, factor, spelled=True, fraction=fraction)


def _factor(scale: str) -> int:
    factor = 1
    for word in scale.lower().replace("-", " ").split():
        factor *= _SCALES[word if word in _SCALES else word[:-1]]
    return factor


def _numeral_value(numeral: str) -> Decimal:
    fraction = _FRACTION.search(numeral)
    if fraction:
        return _numeral_value(numeral[: fraction.start()]) + Decimal(fraction[1]) / Decimal(
            fraction[2]
        )
    value = Decimal(0)
    for part in re.findall(r"[\d.,\s]*\d|[½¼¾]|half|quarter", numeral):
        value += _VALUES[part] if part in _VALUES else Decimal(re.sub(r"[,\s]", "", part))
    return value


def _spelled_value(words: str) -> Decimal:
    """Adds up number words: "two hundred and five thousand", "two and a half"."""
    total = current = Decimal(0)
    for word in _PIECE.findall(words):
        if word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word == "thousand":
            total, current = total + (current or Decimal(1)) * 1000, Decimal(0)
        elif word == "quarters":
            current *= _VALUES[word]
        else:
            current += _VALUES.get(word, Decimal(0))
    return total + current or Decimal(1)
