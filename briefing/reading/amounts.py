"""Amounts of money and percentages: a number with what stands right before and behind it.

An amount is built in two steps: each number alone takes its currency or percent sign, then
neighbours are joined into ranges ("$3-5 billion", "between 10 and 12 million euros").
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from briefing.reading.currencies import (
    BY_COUNTRY,
    CODES,
    DOLLAR_CODES,
    HUNDREDTHS,
    SCALED_LETTERS,
    SCALED_WORDS,
    SYMBOLS,
    WORDLIKE_CODES,
    WORDS,
)
from briefing.reading.numbers import SHORT_SCALES, Number, find_numbers

AmountKind = Literal["money", "percent", ""]

_SYMBOL = "|".join(
    re.escape(mark) for mark in sorted([*SYMBOLS, *CODES, "US $", "U.S. $"], key=len, reverse=True)
)
_BEFORE = re.compile(rf"(?<![\w$])(?P<mark>{_SYMBOL})(?:\s?\$)?\s?(?P<minus>[-−–])?\Z")
_MINUS = re.compile(r"(?:(?<![\w.,)%])[-−–]|(?<!plus or )\b(?:minus|negative) )\Z", re.IGNORECASE)
_SHORT = re.compile(r"\s?(bln|bn|mln|mio|mm|mn|trn|tn|[kmbt])\b(?!['’]\w)", re.IGNORECASE)
_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
_COUNTRY = r"(?:U\.S\.|[A-Z][\w.]*+(?:[ -][A-Z]\w*+)?|euro|sterling)"
_MONEY_WORD = re.compile(
    rf"[\s-](?:(?P<country>{_COUNTRY})[ -])?(?P<word>(?i:{_WORDS}))\b(?![’']\w{{2}})"
)
_CODE_BEHIND = re.compile(r"\s?([A-Z]{3})\b(?!\s?\d)")
_SYMBOL_BEHIND = re.compile(r"\s?(€|£|₽|₴|₺|₹|₪|zł|\$)(?![\d\w])")
_DOLLARS_OF = re.compile(r" \(?(US|Canadian|Australian|CAD|AUD|NZD|HKD|SGD|USD)\b\)?(?! dollar)")
_PERCENT = re.compile(
    r"(?P<points>[\s-](?:percentage|per cent|percent)[ -]points?\b)"
    r"|(?P<basis>[\s-]basis[ -]points?\b)"
    r"|(?P<percent>\s?%|[\s-]?per[ -]?cent\b|[\s-]pct\b)",
    re.IGNORECASE,
)
_QUARTER_POINT = re.compile(r"(?: of)?(?: an?)?[ -]percentage[ -]points?\b", re.IGNORECASE)
_POUNDS_OF_WEIGHT = re.compile(
    r"(?i:\b(?:weigh\w*|los[et]\w*|gain\w*|shed\w*|lift\w*)\s(?:\w+\s)?)\Z"
)
_OF_STUFF = re.compile(
    r"\s(?:of (?!aid|support|funding|investment|spending|debt|savings|cuts|public|taxpayer|new"
    r"|government)|overweight|heavier|lighter|per square)"
)
_MONEY_TALK = re.compile(
    r"£|\b(?:sterling|pence|costs?|pric\w+|paid|pay|fines?|fined|worth|salar\w+|fees?|tax\w*|prize"
    r"|raised"
    r"|donat\w+|spen[dt]\w*|wages?|budgets?|funds?|funding|bills?|cash|money|loans?|debts?|earn\w*)\b"
)
_GAP_TIGHT = re.compile(r"\s?[-–—]\s?")
_GAP_WORD = re.compile(r",? (?P<word>to|or|and)(?: (?:about|around|nearly|some|even|as much as))? ")
_FROM = re.compile(
    r"(?<!rang)(?<!ranging )(?<!ranged )(?<!ranges )(?<!range )(?<!anywhere )\bfrom"
    r"(?: (?:about|around|nearly|some|roughly|over|just|under|more than|less than))*\s?\Z",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:r[oi]se|rises|rising|rose|f[ae]ll|falls|falling|climb\w*|jump\w*|dropp?\w*|gain\w*"
    r"|add\w*|lost|slipp?\w*|up|down|surg\w+|grew|slid|shed)"
    r"(?: (?:about|nearly|almost|over))?\s?\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween(?: (?:about|around|roughly|some|an estimated))?\s?\Z", re.IGNORECASE
)
_LOOK_BACK = 40

YEARS = range(1800, 2100)
"""What a bare number of four digits is a year in."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, or without one (``kind`` ""): what a figure may be made of.

    ``start`` and ``end`` include currency, scale and percent sign. ``high`` closes a range.
    ``factor`` is the scale; ``plain_end`` is where the number alone ends.
    """

    start: int
    end: int
    kind: AmountKind
    unit: str
    value: Decimal
    number: Number
    factor: int = 1
    high: Decimal | None = None

    @property
    def scaled(self) -> bool:
        """Whether a scale word of a thousand or more makes the number large."""
        return self.factor >= 1000


def find_amounts(text: str) -> list[Amount]:
    """Every number of the text with its unit, ranges joined, in order."""
    joined: list[Amount] = []
    for number in find_numbers(text):
        amount = _amount(text, number)
        if joined and amount.start < joined[-1].end:
            continue
        pair = _join(text, joined[-1], amount) if joined else None
        if pair:
            joined[-1:] = pair
        else:
            joined.append(amount)
    return joined


def _amount(text: str, number: Number) -> Amount:
    return _percent(text, number) or _money(text, number) or _bare(text, number)


def _bare(text: str, number: Number) -> Amount:
    """A number with no unit of its own; "3.5m" is scaled where a word follows it."""
    end, value, factor = number.end, number.value, number.factor
    short = _SHORT.match(text, end) if not number.spelled and factor == 1 else None
    if short and short[0][0] != " " and text[short.end() : short.end() + 1] in (" ", "-", "–"):
        factor = SHORT_SCALES[short[1].lower()]
        end, value = short.end(), value * factor
    return Amount(number.start, end, "", "", value, number, factor)


def _percent(text: str, number: Number) -> Amount | None:
    unit = "percent"
    match = _PERCENT.match(text, number.end)
    value = number.value
    if number.fraction and not match:
        match = _QUARTER_POINT.match(text, number.end)
        unit = "points"
    if not match:
        return None
    if match.re is _PERCENT and match["points"]:
        unit = "points"
    elif match.re is _PERCENT and match["basis"]:
        unit, value = "points", value / 100
    minus = _MINUS.search(text, max(0, number.start - 20), number.start)
    start = minus.start() if minus else number.start
    return Amount(start, match.end(), "percent", unit, -value if minus else value, number)


def _money(text: str, number: Number) -> Amount | None:
    scale_end, factor = _scale(text, number)
    value = number.value * (factor // number.factor)
    mark = _mark_before(text, number, factor)
    word = _word_behind(text, number, scale_end, factor)
    if mark:
        start, unit, minus = mark
        end = scale_end
        if word and (word[1] == unit or (unit == "USD" and word[1] in DOLLAR_CODES)):
            end, unit = word[0], word[1]
        return Amount(start, end, "money", unit, -value if minus else value, number, factor)
    if word:
        end, unit, hundredth = word
        value = value / 100 if hundredth else value
        return Amount(number.start, end, "money", unit, value, number, factor)
    return None


def _scale(text: str, number: Number) -> tuple[int, int]:
    """Where the scale of an amount of money ends, and its factor ("bn" and "m" included)."""
    if number.factor == 1 and not number.spelled:
        short = _SHORT.match(text, number.end)
        if short:
            return short.end(), SHORT_SCALES[short[1].lower()]
    return number.end, number.factor


def _mark_before(text: str, number: Number, factor: int) -> tuple[int, str, bool] | None:
    """The currency mark before a number: where it starts, its code, whether a minus is near."""
    if number.spelled:
        return None
    glued = number.glued
    if glued:
        start = number.start - len(glued)
        if glued in SCALED_LETTERS:
            return (start, SCALED_LETTERS[glued], False) if factor >= 1000 else None
        return start, SYMBOLS.get(glued, glued), False
    match = _BEFORE.search(text, max(0, number.start - 10), number.start)
    if not match:
        return None
    mark = match["mark"].replace(" ", "")
    unit = SYMBOLS.get(mark, mark)
    if mark in WORDLIKE_CODES and factor < 1000:
        return None
    minus = _MINUS.search(text, max(0, match.start() - 10), match.start())
    start = minus.start() if minus else match.start()
    return start, unit, bool(minus or match["minus"])


def _word_behind(text: str, number: Number, end: int, factor: int) -> tuple[int, str, bool] | None:
    """The currency behind a number: where it ends, its unit, whether a hundredth of it is meant."""
    match = _MONEY_WORD.match(text, end)
    if match:
        return _named(text, number, match, factor)
    code = _CODE_BEHIND.match(text, end)
    if code and code[1] in CODES and (factor >= 1000 or code[1] not in WORDLIKE_CODES):
        return code.end(), code[1], False
    dollars = _DOLLARS_OF.match(text, end)
    if dollars and text[number.start - 1 : number.start] == "$":
        name = dollars[1]
        return dollars.end(), BY_COUNTRY["dollar"].get(name.lower(), name), False
    symbol = _SYMBOL_BEHIND.match(text, end)
    if symbol and not number.spelled and text[number.start - 1 : number.start] not in SYMBOLS:
        return symbol.end(), SYMBOLS[symbol[1]], False
    return None


def _named(
    text: str, number: Number, match: re.Match[str], factor: int
) -> tuple[int, str, bool] | None:
    country, word = match["country"] or "", match["word"].lower()
    key = country.lower().rstrip(".").replace(" ", "-")
    unit = BY_COUNTRY[word].get(key) or BY_COUNTRY[word].get(key.rpartition("-")[2])
    large = factor >= 1000 or number.value >= 1000
    if country and not unit:
        unit = f"{country} {word}".lower()
        year = number.value in YEARS and text[number.start : number.end].isdigit()
        if word in SCALED_WORDS and (year or not large):
            return None  # "In 2008 Ada Tully won …"
    if not country:
        if word in SCALED_WORDS and factor < 1000 and not _is_priced(text, number):
            return None
        if word in ("pound", "pounds") and not _is_sterling(text, number, match, factor):
            return None
        unit = WORDS[word] or word
    return match.end(), unit or word, word in HUNDREDTHS


def _is_priced(text: str, number: Number) -> bool:
    """Whether the words right before a number speak of money ("the price rose to 18 crowns")."""
    return bool(_MONEY_TALK.search(text, max(0, number.start - 50), number.start))


def _is_sterling(text: str, number: Number, match: re.Match[str], factor: int) -> bool:
    """Whether pounds are money, not a weight."""
    if text.startswith(" sterling", match.end()):
        return True
    if match[0][0] == "-" and factor < 1000:
        return False
    before = text[max(0, number.start - 120) : number.start]
    if _OF_STUFF.match(text, match.end()) or _POUNDS_OF_WEIGHT.search(before):
        return False
    around = before + text[match.end() : match.end() + 80]
    return factor >= 10**6 or bool(_MONEY_TALK.search(around))


# --- ranges ---------------------------------------------------------------------------------------


def _join(text: str, low: Amount, high: Amount) -> list[Amount] | None:
    """A range made of two neighbours; both of them, the first completed, after "from … to …"."""
    if low.high is not None or high.start - low.end > 20 or not _joinable(text, low, high):
        return None
    if low.kind == "money" and not high.kind:
        end, factor = _scale(text, high.number)
        value = high.number.value * (factor // high.number.factor)
        high = replace(high, end=end, value=value, factor=factor)
    kind, unit = (high.kind, high.unit) if high.kind else (low.kind, low.unit)
    value, factor = low.value, low.factor
    top = high.value
    if low.factor == 1 and high.factor > 1 and value < top / high.factor:
        value, factor = value * high.factor, high.factor
    if not low.kind and high.unit == "points" and high.number.value != high.value:
        value /= 100
    before = text[max(0, low.start - _LOOK_BACK) : low.start]
    moved = low.kind and high.kind and _MOVED.search(before)
    complete = replace(low, kind=kind, unit=unit, value=value, factor=factor)
    if _FROM.search(before) or moved:
        return [complete, high if high.kind else replace(high, kind=kind, unit=unit)]
    if value >= top:
        return None
    end = high.end
    whole = replace(complete, end=end, high=top, factor=max(factor, high.factor))
    return [whole]


def _joinable(text: str, low: Amount, high: Amount) -> bool:
    gap = text[low.end : high.start]
    before = text[max(0, low.start - _LOOK_BACK) : low.start]
    word = _GAP_WORD.fullmatch(gap)
    if word:
        if word["word"] == "and" and not _BETWEEN.search(before):
            return False
        if word["word"] == "or" and low.kind and not high.kind:
            return False
    elif not _GAP_TIGHT.fullmatch(gap) or (gap != gap.strip() and low.kind != high.kind):
        return False
    if low.kind and high.kind:
        return low.kind == high.kind and low.unit == high.unit
    if low.kind and not high.kind:
        # "$3-5 billion" shares its sign; "5% to 10 people" shares nothing.
        return low.kind == "money" and not low.end > low.number.end
    return not (high.kind == "money" and text[high.start : high.number.start].strip())
