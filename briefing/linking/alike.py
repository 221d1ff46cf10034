"""Whether two figures measure the same thing, and whether they agree: what is compared with what."""

import math
import re
from dataclasses import dataclass
from functools import cached_property

from briefing.linking.words import idf, stem, words
from briefing.model import StoredFigure

_MANY = re.compile(
    r"\b(?:at least|more than|over|above|no (?:fewer|less) than|not less than|upwards"
    r"|in excess|minimum|better than|or more|plus|as many as|just over|well over)\b",
    re.I,
)
_FEW = re.compile(
    r"\b(?:at most|up to|less than|fewer than|under|below|nearly|almost|close to"
    r"|no more than|not more than|maximum|as much as|as many as|or less|or fewer)\b",
    re.I,
)
_NEAR = re.compile(
    r"\b(?:about|around|some|roughly|approximately|approx|circa|estimated|or so|close"
    r"|perhaps|possibly|nearly|almost)\b",
    re.I,
)
_SLACK = 0.1
"""How far off a rough figure ("some", "about") may be, as a share of it."""

_SLACK_UNHEDGED = 0.02
"""How far off a figure may be that is rounded without saying so."""

_LEAST_ROUNDED = 1000
"""The least number of people that is rounded without saying so: 20 dead are not 19."""

_BOUND = 1.5
"""How far a bounded figure ("more than") reaches, as a factor of it: "over 20" is not 300."""

_CHANGED = re.compile(
    r"\b(?:r[oi]se|risen|rises|rising|climb\w*|revis\w+|rais(?:ed|es|ing)|updated|increas\w+ to|grew|grown"
    r"|jump\w*|corrected|lowered|now stands|up from|down from|toll)\b",
    re.I,
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|the dead|those)|of (?:them|whom|those|which)|another|an? (?:additional|further"
    r"|extra)|other|part of|as part|out of)\s(?:\w+\s){0,2}\Z",
    re.I,
)
_PART_BEHIND = re.compile(r"\s?(?:others?|more|of (?:them|whom|those|which))\b", re.I)
_RATE = re.compile(
    r"\b(?:daily|hourly|weekly|monthly|annual|annually|yearly|(?:an?|per|each|every) (?:hour|day|week|month|year"
    r"|person|head|barrel|share|gallon|night|kilogram|ton|tonne))\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_PERIOD = re.compile(
    r"\b(?:last|previous|next|coming|past|first|second|third|fourth|fiscal) (?:\w+ )?(?:days?|weeks?|months?"
    r"|years?|quarters?|decades?|half)\b|\bso far this year\b|\bsince\b|\bovernight\b|\bdecade\b",
    re.I,
)
_OPPOSED = [
    tuple(frozenset(side.split()) for side in pair.split("/"))
    for pair in (
        "men man male boy/women woman female girl",
        "for favor favour support approve approved back backed yes/against oppose opposed disapprove disapproved no",
        "export exports/import imports",
        "revenue revenues income/spending cost costs loss losses profit profits",
        "rise rose increase increased gain grew/fall fell drop dropped decline declined decrease cut",
        "democrat democrats democratic/republican republicans",
        "minimum lowest/maximum highest",
        "buy bought/sell sold",
        "civilian civilians/soldier soldiers troops military fighter fighters",
        "adult adults/child children",
        "day daily/night overnight",
    )
]
_GENERIC = frozenset(
    "people persons person lives deaths dead fatalities victims injuries arrests casualties injured wounded".split()
)
_EMPTY = frozenset(
    """the a an and or but of in on at to for from by with as is are was were be been has have had
    it its he she they we his her their this that these those who which what when will would can
    could may might not no more most than then about around some over under up out into after
    before during between also other all any one two said says say year years month week day
    million billion trillion thousand hundred percent per cent dollar euro pound people according
    report reported official officials government country new first last time us i you my our there
    least nearly almost just only so if while because such very much many make made monday tuesday
    wednesday thursday friday saturday sunday""".split()
)
_SPEECH = "said|says|told|added|announced|reported|wrote|confirmed|according to|estimates?"
_ATTRIBUTION = re.compile(
    rf"\baccording to [^,.;]*|(?:[A-Z][\w.’'-]* ){{1,5}}(?:{_SPEECH})\b|\b(?:{_SPEECH})(?: [A-Z][\w.’'-]*){{1,5}}"
)
_NAME = re.compile(r"(?<![.!?“\"] )\b[A-Z][\w’-]{2,}")
_SAME_NAME = {
    "french": "france", "dutch": "netherlands", "british": "uk", "britain": "uk", "london": "uk",
    "kingdom": "uk", "england": "uk", "polish": "poland", "warsaw": "poland", "danish": "denmark",
    "spanish": "spain", "swiss": "switzerland", "greek": "greece", "turkish": "turkey",
    "american": "america", "washington": "america", "us": "america", "usa": "america",
    "states": "america", "moscow": "russia", "kremlin": "russia", "kyiv": "ukraine",
    "kiev": "ukraine", "berlin": "germany", "paris": "france", "beijing": "china",
    "tokyo": "japan", "brussels": "europe", "eu": "europe", "european": "europe",
    "welsh": "wales", "irish": "ireland", "norwegian": "norway", "iraqi": "iraq",
    "israeli": "israel", "cyprus": "cypriot", "thai": "thailand", "madrid": "spain",
    "rome": "italy", "ankara": "turkey", "delhi": "india", "tehran": "iran", "seoul": "korea",
}  # fmt: skip
"""Names of one country that do not begin alike: "German" and "Germany" need no entry."""

_CLAUSE = re.compile(r"[,;:]\s|\s[-–—]+\s")
_CLAUSE_LENGTH = 80
_NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december united the president minister prime mr mrs ms
    general senator governor""".split()
)
_WOULD = re.compile(r"\b(?:would|could|might)\b", re.I)
_NAME_LETTERS = 4
_WORDS_NEAR = 9
_WORDS_CLOSE = 5
_MOST_TIMES = {"money": 10.0, "percent": 3.0, "people": 10.0, "count": 3.0}
_LEAST_APART = 0.6
_LEAST_OF_ALL = 0.25
_LEAST_BESIDE = 1.8
_LEAST = {"money": 0.4, "percent": 0.55, "people": 0.3, "count": 0.45}


@dataclass(frozen=True)
class Side:
    """A figure with the words round it, as it is compared."""

    figure: StoredFigure
    before: str
    behind: str

    @classmethod
    def of(cls, figure: StoredFigure) -> "Side":
        """The figure with its sentence cut at it."""
        place = figure.sentence.find(figure.as_written) if figure.as_written else -1
        if place < 0:
            return cls(figure, figure.sentence, "")
        end = place + len(figure.as_written)
        return cls(figure, figure.sentence[:place], figure.sentence[end:])

    @cached_property
    def amounts(self) -> dict[str, float]:
        """Each unit in which the figure is given, with its value."""
        found = {equivalent.unit: equivalent.value for equivalent in self.figure.equivalents}
        return {**found, self.figure.unit: self.figure.value}

    @cached_property
    def near(self) -> frozenset[str]:
        """The stems of the telling words beside the figure and in what it is about."""
        before = words(self.before)[-_WORDS_NEAR:]
        behind = words(self.behind)[:_WORDS_NEAR]
        return _stems([*before, *behind, *words(self.figure.about or "")])

    @cached_property
    def close(self) -> frozenset[str]:
        """The stems of the words right beside the figure and of what it is about."""
        before = words(self.before)[-_WORDS_CLOSE:]
        behind = words(self.behind)[:_WORDS_CLOSE]
        return _stems(words(self.figure.about or "") or [*before, *behind])

    @cached_property
    def names(self) -> frozenset[str]:
        """The beginnings of the names round the figure, but for whoever says it.

        Of people the whole sentence says where; of amounts only the clause says whose.
        """
        before, behind = self.before, self.behind
        if self.figure.kind != "people":
            before = _CLAUSE.split(before)[-1][-_CLAUSE_LENGTH:]
            behind = _CLAUSE.split(behind)[0][:_CLAUSE_LENGTH]
        found = (_NAME.findall(_ATTRIBUTION.sub(" ", " " + part)) for part in (before, behind))
        found = (name.lower().removesuffix("’s") for part in found for name in part)
        kept = (_SAME_NAME.get(name, name) for name in found if name not in _NO_NAMES)
        return frozenset(name[:_NAME_LETTERS] for name in kept)

    @cached_property
    def all(self) -> frozenset[str]:
        """The stems of the telling words of the sentence."""
        return _stems(words(self.figure.sentence))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words beside the figure, unstemmed."""
        return frozenset([*words(self.before)[-_WORDS_NEAR:], *words(self.behind)[:_WORDS_NEAR]])

    @cached_property
    def counted(self) -> str:
        """The noun a number of people counts, "" where it is people at large."""
        last = words(self.figure.as_written)[-1:] if self.figure.as_written else []
        noun = (
            last[0] if last and last[0].isalpha() and len(words(self.figure.as_written)) > 1 else ""
        )
        return "" if noun in _GENERIC else noun

    @cached_property
    def period(self) -> frozenset[str]:
        """What the sentence says about the time that the figure covers, but for weekdays."""
        sentence = self.figure.sentence
        found = [match[0].lower() for match in _YEAR.finditer(sentence)]
        found += [match[0].lower() for match in _MONTH.finditer(sentence)]
        return frozenset(found + [match[0].lower() for match in _PERIOD.finditer(sentence)])

    @cached_property
    def rate(self) -> frozenset[str]:
        """The rates beside the figure ("daily", "a year")."""
        beside = self.before[-60:] + " " + self.behind[:40]
        return frozenset(match[0].lower().split()[-1][:3] for match in _RATE.finditer(beside))

    @property
    def is_part(self) -> bool:
        """Whether the figure is said to be a part of another, or to come on top of one."""
        if self.figure.kind not in ("people", "count"):
            return False
        if _PART_BEFORE.search(self.before[-50:]):
            return True
        last = words(self.figure.as_written)[-1:]
        return last in (["others"], ["more"], ["other"]) or bool(_PART_BEHIND.match(self.behind))

    @property
    def says_it_changed(self) -> bool:
        """Whether the words before the figure say that it replaces an earlier one."""
        return bool(_CHANGED.search(self.before[-60:]))


def _stems(found: list[str]) -> frozenset[str]:
    telling = (word for word in found if word not in _EMPTY and not word[0].isdigit())
    return frozenset(stem(word) for word in telling if len(word) > 1)


# --- like with like -------------------------------------------------------------------------------


def likeness(first: Side, second: Side) -> float:
    """How surely two figures measure the same thing, 0 to 1; 0 where they do not, or may not."""
    one, other = first.figure, second.figure
    if one.kind != other.kind or one.unit != other.unit or one.value * other.value <= 0:
        return 0.0
    if max(one.value / other.value, other.value / one.value) > _MOST_TIMES[one.kind]:
        return 0.0
    if first.is_part or second.is_part or _opposed(first, second) or _other_names(first, second):
        return 0.0
    if bool(_WOULD.search(first.before)) != bool(_WOULD.search(second.before)):
        return 0.0
    if one.kind == "people" and (one.about != other.about or first.counted != second.counted):
        return 0.0
    score = _shared(first, second)
    least = _LEAST_APART if whole_and_part(first, second) else _LEAST[one.kind]
    return score if score >= least else 0.0


def _shared(first: Side, second: Side) -> float:
    """The weight of the telling words both share, as a share of those of the one with fewer."""
    near = first.near & second.near
    people = first.figure.kind == "people"
    if len(near) < (1 if people else 2):
        return 0.0
    beside = min(_weight(first.close & second.near), _weight(second.close & first.near))
    if not people and beside < _LEAST_BESIDE:
        return 0.0
    ours, theirs = (first.all, second.all) if people else (first.near, second.near)
    together = _weight(ours & theirs)
    if first.figure.kind == "percent" and _weight(first.all & second.all) < _LEAST_OF_ALL * max(
        _weight(first.all), _weight(second.all)
    ):
        return 0.0
    least = min(_weight(ours), _weight(theirs))
    return together / least if least else 0.0


def _weight(stems: frozenset[str]) -> float:
    return sum(idf(stemmed) for stemmed in stems)


def _opposed(first: Side, second: Side) -> bool:
    """Whether one side's words say the opposite of the other's ("for", "against")."""
    for one, other in _OPPOSED:
        ours = (bool(first.plain & one), bool(first.plain & other))
        theirs = (bool(second.plain & one), bool(second.plain & other))
        if ours in ((True, False), (False, True)) and theirs == (ours[1], ours[0]):
            return True
    return False


def _other_names(first: Side, second: Side) -> bool:
    """Whether the names say that the figures are of other places, payers or people."""
    if first.figure.kind == "people":
        return bool(first.names and second.names) and not first.names & second.names
    return bool(first.names - second.names and second.names - first.names)


def whole_and_part(first: Side, second: Side) -> bool:
    """Whether the figures cover other times: a rate and a total, this year's and last year's."""
    if first.rate != second.rate:
        return True
    return bool(first.period and second.period) and not first.period & second.period


# --- agreeing -------------------------------------------------------------------------------------


def agree(one: StoredFigure, other: StoredFigure) -> bool:
    """Whether two figures can both be right, their hedges respected."""
    (low, high), (bottom, top) = _range(one), _range(other)
    return low <= top and bottom <= high


def _range(figure: StoredFigure) -> tuple[float, float]:
    low, high = figure.value, figure.value if figure.value_max is None else figure.value_max
    hedge = figure.hedge or ""
    if _NEAR.search(hedge):
        low, high = low * (1 - _SLACK), high * (1 + _SLACK)
    if _MANY.search(hedge):
        high = max(high, high * _BOUND)
    if _FEW.search(hedge):
        low = min(low, low / _BOUND)
    return low, high


def is_rounding(first: Side, second: Side) -> bool:
    """Whether one value is the other to fewer digits."""
    one, other = first.figure, second.figure
    if one.value_max is not None or other.value_max is not None:
        return False
    fine, coarse = sorted((one.value, other.value), key=_digits, reverse=True)
    if _digits(fine) == _digits(coarse):
        return False
    hedged = one.hedge if one.value == coarse else other.hedge
    if not hedged and one.kind in ("people", "count") and coarse < _LEAST_ROUNDED:
        return False
    step = 10 ** (math.floor(math.log10(abs(coarse))) - _digits(coarse) + 1)
    slack = _SLACK if hedged else _SLACK_UNHEDGED
    return abs(fine - coarse) <= min(step / 2, slack * abs(fine))


def _digits(value: float) -> int:
    """How many digits of a value are significant."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").split("e")[0]) or 1
