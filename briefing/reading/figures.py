"""Finds the figures of a text: money, percentages, numbers of people, and counts that matter.

The grammar is our own: amounts with their currency (``amounts``), people something happened to
(``people_counts``) and a list of nouns worth counting (``counted``). A figure's span covers the
amount with its currency, scale, percent sign or counted noun; the hedge before it ("at least") and
the equivalent behind it ("($24 billion)") lie outside and are given on their own.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.kinds import Equivalent, FigureKind, Span
from briefing.model import FoundFigure
from briefing.reading.amounts import YEARS, Amount, find_amounts
from briefing.reading.counted import Counted, counted_noun, is_counted, is_people
from briefing.reading.measured import what_is_measured
from briefing.reading.people_counts import WHOLE_BEFORE, what_happened
from briefing.reading.sentences import sentence_spans
from briefing.reading.wordlist import wordlist

MAX_FIGURES = 10_000
"""Most figures kept of one text: a budget of a thousand pages has fewer."""

_HEDGE = (
    r"at least|at most|at around|as many as|as much as|as few as|as little as"
    r"|no (?:more|fewer|less) than|not (?:more|less) than"
    r"|(?:well |far |slightly |a little )?(?:more|less|fewer|better) than"
    r"|(?:well |just )?(?:over|under|above|below)|close to|up to|upwards? of|in excess of"
    r"|an estimated|estimated|approximately|approx\.?|roughly|nearly|almost|around|about|circa|some"
    r"|a minimum of|a maximum of|perhaps|possibly|probably|an average of|on average|just"
)
_HEDGE_BEFORE = re.compile(
    rf"\b(?P<hedge>(?:{_HEDGE})(?: (?:an? |the )?(?:{_HEDGE}))?)"
    r"(?: (?:an?|another|an additional|additional|record|whopping|further|extra))?\s\Z",
    re.IGNORECASE,
)
_HEDGE_BEHIND = re.compile(r"(?: |-)(?P<hedge>or (?:so|more|less|fewer)|plus)\b(?! (?:than|of))")
_OPEN = re.compile(r"\s?[(\[]")
_CLOSE = re.compile(r"(?: [A-Za-z][\w’' -]{0,40})?\s?[)\]]")
_LEAD = re.compile(
    r"(?:(?:or|i\.e\.,?|that is,?|equal to|equivalent to|equivalent of|the equivalent of|worth"
    rf"|now|then|currently|{_HEDGE})\s)*",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"(?:, (?:or|equivalent to|the equivalent of|which is|(?:{_HEDGE}))"
    rf"|\s[-–—]+\s?(?:or|about|around|nearly)) (?:(?:or|{_HEDGE})\s)*",
    re.IGNORECASE,
)
_AFTER_APPOSED = re.compile(r"\s?(?:[,.;:)]|[-–—]|$)|\s(?:in|of|to|for|at|from|on|by)\b")
_BETWEEN_EQUIVALENTS = re.compile(r"\s?[,;/]\s?(?:or |and )?|\s(?:or|and)\s")
_WORDS_TO_BRACKET = re.compile(r"(?: [A-Za-z’'-]+){1,5}(?= [(\[])")
_AGED = re.compile(r"[A-Z][\w.’'-]*, \Z")
_AGE_ENDS = re.compile(r"[,;.)]|\s?[-–—]| (?:and|of|was|is|who|from)\b")
_EVERY = re.compile(
    r"\b(?:per|every|each|out of|(?:\d+|one|two|three|four|five|six|seven|eight|nine) in) \Z",
    re.IGNORECASE,
)
_SHARE_OF_ALL = re.compile(
    r"\b(?:top|bottom|upper|richest|wealthiest|poorest|oldest|youngest)[ -]\Z", re.IGNORECASE
)
_HYPHENED = re.compile(r"\d[-–]\Z")

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    "|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.? \Z", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf" (?:{_MONTHS})\b", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"(?:\A|\s)([A-Z][\w.’'-]*) \Z")
_NUMBERED = re.compile(
    r"\b(?:no|nos|number|article|section|chapter|page|phase|type|route|highway|level|tier|class"
    r"|category|top|group of|the big|grade|step|bus|flight|room|channel|version|aged?|size|volume"
    r"|episode|season|week|day|round|act|item|rule|title|proposition|measure|amendment)s?\.? \Z",
    re.IGNORECASE,
)
_FUNCTION_WORDS = wordlist(
    """the a an in on of at by for from with as after before when while since until under over
    among during and but or so if than that these those some about around nearly almost roughly
    more all up only just there another its their his her our my to monday tuesday wednesday
    thursday friday saturday sunday this last officials police authorities then now meanwhile also
    overall including least almost altogether between up what approximately estimated killing
    injuring wounding"""
)
_JOINT = re.compile(
    r"(?:,| and|, and|,? as well as|,? including|,? among them|,? along with)"
    rf"(?: (?:{_HEDGE}|another|the|other))*\s",
    re.IGNORECASE,
)
_LEAST_COUNT = 10
_WEAPONS = wordlist(
    """drones missiles rockets tanks jets warplanes helicopters warships submarines warheads bombs
    airstrikes shells launchers ships hostages howitzers mortars frigates destroyers bombers
    interceptors torpedoes guns"""
)


def find_figures(text: str) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; none overlaps another or another's equivalent.

    Values are scaled and exact as far as a float is ("12.5 billion" is 12500000000.0). Takes time
    in proportion to the text; beyond ``MAX_FIGURES`` the rest is left out.
    """
    sentences = sentence_spans(text)
    starts = [start for start, _ in sentences]
    amounts = find_amounts(text)
    figures: list[FoundFigure] = []
    place = 0
    while place < len(amounts) and len(figures) < MAX_FIGURES:
        amount = amounts[place]
        sentence = sentences[bisect_right(starts, amount.start) - 1]
        place += 1
        if amount.kind == "percent" and _SHARE_OF_ALL.search(text, 0, amount.start):
            continue  # "the richest 1%" are people, not an amount
        if amount.kind:
            equivalents, place = _equivalents(text, amounts, place, sentence)
            figures.append(_unit_figure(text, amount, sentence, equivalents))
        elif not _in_row(amounts, place - 1):
            following = amounts[place] if place < len(amounts) else None
            figure = _counted_figure(text, amount, sentence, figures, following)
            if figure:
                figures.append(figure)
    return tuple(figures)


# --- money and percentages ------------------------------------------------------------------------


def _unit_figure(
    text: str, amount: Amount, sentence: Span, equivalents: tuple[Equivalent, ...]
) -> FoundFigure:
    about = what_is_measured(text, amount.start, _behind(text, amount, equivalents), *sentence)
    kind: FigureKind = "money" if amount.kind == "money" else "percent"
    return _figure(text, amount, kind, amount.unit, sentence, amount.end, about, equivalents)


def _behind(text: str, amount: Amount, equivalents: tuple[Equivalent, ...]) -> int:
    """Where the words behind an amount begin, past its equivalents and a hedge like "or so"."""
    end = amount.end
    if equivalents and not _WORDS_TO_BRACKET.match(text, end, equivalents[0].start):
        end = equivalents[-1].end
        end += text[end : end + 1] in (")", "]", ",")
    hedge = _HEDGE_BEHIND.match(text, end)
    return hedge.end() if hedge else end


def _figure(
    text: str,
    amount: Amount,
    kind: FigureKind,
    unit: str,
    sentence: Span,
    end: int,
    about: str | None,
    equivalents: tuple[Equivalent, ...] = (),
) -> FoundFigure:
    return FoundFigure(
        start=amount.start,
        end=end,
        kind=kind,
        value=float(amount.value),
        value_max=None if amount.high is None else float(amount.high),
        unit=unit,
        as_written=text[amount.start : end],
        sentence=sentence,
        hedge=_hedge(text, amount, end, sentence),
        equivalents=equivalents,
        about=about,
    )


def _hedge(text: str, amount: Amount, end: int, sentence: Span) -> str | None:
    before = _HEDGE_BEFORE.search(text[max(sentence[0], amount.start - 45) : amount.start])
    if before:
        return before["hedge"]
    behind = _HEDGE_BEHIND.match(text, end) or _HEDGE_BEHIND.match(text, amount.end)
    return behind["hedge"] if behind else None


def _equivalents(
    text: str, amounts: Sequence[Amount], place: int, sentence: Span
) -> tuple[tuple[Equivalent, ...], int]:
    """The amounts behind ``amounts[place - 1]`` that say it again, and the place after them."""
    main = amounts[place - 1]
    if main.kind != "money" or place >= len(amounts) or amounts[place].start >= sentence[1]:
        return (), place
    opened = _opens(text, main, amounts[place])
    if not opened:
        return (), place
    found: list[Equivalent] = []
    units = {main.unit}
    for following in range(place, len(amounts)):
        amount = amounts[following]
        if found:
            gap = text[found[-1].end : amount.start]
            joint = _BETWEEN_EQUIVALENTS.match(gap)
            if opened != "bracket" or not joint or not _LEAD.fullmatch(gap, joint.end()):
                break
        if amount.kind != "money" or amount.unit in units:
            break
        units.add(amount.unit)
        found.append(Equivalent(float(amount.value), amount.unit, amount.start, amount.end))
    closing = _CLOSE if opened == "bracket" else _AFTER_APPOSED
    if not found or (opened != "slash" and not closing.match(text, found[-1].end)):
        return (), place
    return tuple(found), place + len(found)


def _opens(text: str, main: Amount, second: Amount) -> str | None:
    """How a second amount directly behind is introduced: in brackets, set apart, by a slash."""
    if second.start - main.end > 80:
        return None
    gap = text[main.end : second.start]
    bracket = _OPEN.match(gap)
    if bracket and _LEAD.fullmatch(gap, bracket.end()):
        return "bracket"
    words = _WORDS_TO_BRACKET.match(gap)
    bracket = _OPEN.match(gap, words.end()) if words else None
    if bracket and _LEAD.fullmatch(gap, bracket.end()):
        return "bracket"
    if gap == "/":
        return "slash"
    return "apposed" if _APPOSED.fullmatch(gap) else None


# --- people and counts ----------------------------------------------------------------------------


def _in_row(amounts: Sequence[Amount], place: int) -> bool:
    """Whether a number stands between two others with no word between: a table, a telephone."""
    if not 0 < place < len(amounts) - 1:
        return False
    before, here, behind = amounts[place - 1 : place + 2]
    return here.start - before.end < 3 and behind.start - here.end < 3


def _counted_figure(
    text: str,
    amount: Amount,
    sentence: Span,
    figures: Sequence[FoundFigure],
    following: Amount | None,
) -> FoundFigure | None:
    if _is_label(text, amount, sentence):
        return None
    happened = what_happened(text, amount, sentence[1], sentence[0])
    noun = counted_noun(text, amount.end)
    if not happened and noun and is_people(noun):
        form = _carried(text, amount, noun, sentence, figures, following)
        happened = (form, noun.end) if form else None
    if happened:
        return _figure(text, amount, "people", "people", sentence, happened[1], happened[0])
    if noun and is_counted(noun) and noun.end <= sentence[1] and _is_worth_counting(amount, noun):
        about = what_is_measured(text, amount.start, noun.end, *sentence)
        return _figure(text, amount, "count", noun.word, sentence, noun.end, about)
    return None


def _is_worth_counting(amount: Amount, noun: Counted) -> bool:
    return amount.value >= _LEAST_COUNT or (noun.word in _WEAPONS and amount.value > 1)


def _is_label(text: str, amount: Amount, sentence: Span) -> bool:
    """Whether a number names something: a year, a day, a model ("Leopard 2 tanks"), a section."""
    before = text[max(sentence[0], amount.start - 30) : amount.start]
    if amount.value < 32 and (
        _MONTH_BEFORE.search(before) or _MONTH_BEHIND.match(text, amount.end)
    ):
        return True
    if _HEDGE_BEFORE.search(before):
        return False
    if (WHOLE_BEFORE.search(before) and counted_noun(text, amount.end)) or _HYPHENED.search(before):
        return True
    if _EVERY.search(before):
        return True
    if _AGED.search(before) and _AGE_ENDS.match(text, amount.end):
        return True
    plain = text[amount.start : amount.end].isdigit()
    if plain and int(amount.value) in YEARS and amount.high is None:
        return True
    if _NUMBERED.search(before):
        return True
    noun = counted_noun(text, amount.end)
    given = noun and noun.word in _WEAPONS and amount.value >= _LEAST_COUNT
    capital = _CAPITAL_BEFORE.search(before)
    if capital and given and not capital[1].isupper():
        return False  # "gave Tarnland 14 tanks", but not "AIM 120 missiles"
    if capital and capital[1].lower() not in _FUNCTION_WORDS and (plain or amount.number.spelled):
        return amount.value < 10_000
    return amount.number.spelled and _is_name(text, amount, sentence)


def _is_name(text: str, amount: Amount, sentence: Span) -> bool:
    """Whether a number word belongs to a name ("the Six Nations")."""
    inside = amount.start > sentence[0] and text[amount.start].isupper()
    return inside and bool(re.match(r" [A-Z]", text[amount.end : amount.end + 2]))


def _carried(
    text: str,
    amount: Amount,
    noun: Counted,
    sentence: Span,
    figures: Sequence[FoundFigure],
    following: Amount | None,
) -> str | None:
    """What happened to people who are named in one row with others ("12 soldiers and 3 guards")."""
    last = figures[-1] if figures else None
    same = last is not None and last.kind == "people" and last.sentence == sentence
    if last and same and _JOINT.fullmatch(text, last.end, amount.start):
        return last.about
    if not following or following.kind or following.start >= sentence[1]:
        return None
    if not _JOINT.fullmatch(text, noun.end, following.start):
        return None
    happened = what_happened(text, following, sentence[1], sentence[0])
    next_noun = counted_noun(text, following.end)
    if happened and next_noun and is_people(next_noun) and happened[1] == next_noun.end:
        return happened[0]
    return None
