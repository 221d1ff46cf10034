"""The time that a figure covers, as its clause says it: a month, a year's rate, "since January"."""

import re
from dataclasses import dataclass

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\b\.?"
)
_SPAN = re.compile(
    r"\b(?:last|previous|next|coming|past|first|second|third|fourth|fiscal|this) (?:\w+ )?(?:days?"
    r"|weeks?|months?|years?|quarters?|decades?|half|term)\b"
    r"|\b(?:so far this year|since|overnight|decade|today|currently|now)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over|in|within|for) (?:the (?:next|past|last) )?(?:\d+|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|a) (day|week|month|year|decade)s?\b"
    r"|\bin the next (day|week|month|year|decade)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:daily|hourly|weekly|monthly|annual|annually|yearly|(?:an?|per|each|every) (?:hour|day"
    r"|week|month|year|person|head|barrel|share|gallon|night|kilogram|ton|tonne))\b"
    r"|-(?:per-|an?-)(?:hour|day|week|month|year)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_RATES = {"ann": "yea", "dai": "day", "hou": "hou", "wee": "wee", "mon": "mon"}
_NOT_SPANS = frozenset(["now", "today", "currently"])


@dataclass(frozen=True, slots=True)
class Period:
    """The times a clause names. ``spans`` are in words ("last year"), ``rates`` of a unit of time.

    ``past`` are years before the one in which the article was published.
    """

    years: frozenset[str]
    months: frozenset[str]
    spans: frozenset[str]
    rates: frozenset[str]
    days: frozenset[str]
    over: frozenset[str]
    past: bool
    present: bool


def period_of(before: str, behind: str, published: str | None, is_rate: bool = True) -> Period:
    """The times that the words round a figure name; ``published`` is an ISO day or instant.

    Without ``is_rate``, "annual" is left out: inflation is a rate in any case.
    """
    text = f"{before} # {behind}"
    spans = frozenset(_span(match[0]) for match in _SPAN.finditer(text))
    years = frozenset(_YEAR.findall(text))
    beside = before[-60:] + " # " + behind[:40]
    return Period(
        years=years,
        months=frozenset(month[:3].lower() for month in _MONTH.findall(text)),
        spans=spans - _NOT_SPANS,
        rates=frozenset(_rate(match[0]) for match in _RATE.finditer(beside) if is_rate),
        days=frozenset(day.lower() for day in _DAY.findall(text)),
        over=frozenset("".join(found).lower() for found in _OVER.findall(text)),
        past=bool(years) and bool(published) and max(years) < (published or "")[:4],
        present=bool(spans & _NOT_SPANS),
    )


def are_apart(one: Period, other: Period) -> bool:
    """Whether two figures cover other times: this year's and last year's, a rate and a total."""
    if one.rates != other.rates:
        return True
    if one.past != other.past and (one.present or other.present or not one.years & other.years):
        return True
    if one.years and other.years and not one.years & other.years:
        return True
    if one.months and other.months and not one.months & other.months:
        return True
    return bool(one.spans and other.spans) and not one.spans & other.spans


def _span(words: str) -> str:
    return re.sub(r"s$", "", words.lower().replace("past", "last").replace("previous", "last"))


def _rate(words: str) -> str:
    last = re.split(r"[ -]", words.lower())[-1][:3]
    return _RATES.get(last, last)
