"""A figure with the words round it, as it is compared with those of other articles."""

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.linking.words import stem, words
from briefing.model import StoredFigure

_CHANGED = re.compile(
    r"\b(?:(?:r[oi]se|risen|rises|rising|climb\w*|raised|raises|raising|increas\w+|grew|grown|jump\w*)"
    r" to"
    r"|(?:revis\w+|updated|corrected|lowered)(?: \w+)? to|now stands|up from|down from|tolls?)\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|the dead|those)|of (?:them|whom|those|which)|another"
    r"|an? (?:additional|further|extra)|other|part of|as part|out of)\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(r"\s?(?:others?|more|of (?:them|whom|those|which))\b", re.IGNORECASE)
_TOLL = re.compile(r"\btolls?\b[^.;]{0,50}\Z", re.IGNORECASE)
_ERROR = re.compile(r"\b(?:margins?|sampling) (?:of )?errors?\b", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:daily|hourly|weekly|monthly|annual|annually|yearly|(?:an?|per|each|every) (?:hour|day"
    r"|week|month|year|person|head|barrel|share|gallon|night|kilogram|ton|tonne))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_PERIOD = re.compile(
    r"\b(?:last|previous|next|coming|past|first|second|third|fourth|fiscal) (?:\w+ )?(?:days?"
    r"|weeks?|months?|years?|quarters?|decades?|half)\b"
    r"|\b(?:so far this year|since|overnight|decade)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "people persons person lives deaths dead fatalities victims injuries arrests casualties"
    " injured wounded".split()
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
# What happened to people is compared as such; said again it tells nothing about where and when.
_HAPPENING = frozenset(
    stem(word)
    for word in """kill killed dead die died death deaths injure injured injury injuries wound
    wounded hurt missing arrest arrested detained toll critically seriously many number fatalities
    victims lives leaving left including employ employed gathered attended stand stood climb rise
    rose risen reach pass grow grew jump put confirmed""".split()
)
_SPEECH = "said|says|told|added|announced|reported|wrote|confirmed|according to|estimates?"
_ATTRIBUTION = re.compile(
    rf"\baccording to [^,.;]*|(?:[A-Z][\w.’'-]* ){{1,5}}(?:{_SPEECH})\b"
    rf"|\b(?:{_SPEECH})(?: [A-Z][\w.’'-]*){{1,5}}"
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
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december united the president minister prime mr mrs
    ms general senator governor""".split()
)
_WOULD = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_NAME_LETTERS = 4
_WORDS_NEAR = 9
_WORDS_CLOSE = 5


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
        stems = _stems([*before, *behind, *words(self.figure.about or "")])
        return stems - _HAPPENING if self.figure.kind == "people" else stems

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
        parts = (_ATTRIBUTION.sub(" ", " " + part) for part in (before, behind))
        found = [name.lower().removesuffix("’s") for part in parts for name in _NAME.findall(part)]
        kept = (_SAME_NAME.get(name, name) for name in found if name not in _NO_NAMES)
        return frozenset(name[:_NAME_LETTERS] for name in kept)

    @cached_property
    def all(self) -> frozenset[str]:
        """The stems of the telling words of the sentence."""
        stems = _stems(words(self.figure.sentence))
        return stems - _HAPPENING if self.figure.kind == "people" else stems

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

    @cached_property
    def is_toll(self) -> bool:
        """Whether the figure is given as the toll, which needs no words to say of what."""
        return bool(_TOLL.search(self.before)) and not _PART_BEFORE.search(self.before)

    @cached_property
    def is_error(self) -> bool:
        """Whether the figure is a poll's margin of error, which is each poll's own."""
        return bool(_ERROR.search(self.figure.sentence))

    @cached_property
    def is_part(self) -> bool:
        """Whether the figure is said to be a part of another, or to come on top of one."""
        if self.figure.kind not in ("people", "count"):
            return False
        if self.figure.as_written.lower() == "one":
            return True
        if _PART_BEFORE.search(self.before[-50:]):
            return True
        last = words(self.figure.as_written)[-1:]
        beyond = bool(last) and last[0] in ("others", "more", "other")
        return beyond or bool(_PART_BEHIND.match(self.behind))

    @cached_property
    def says_would(self) -> bool:
        """Whether the words before the figure speak of what would be."""
        return bool(_WOULD.search(self.before))

    @property
    def says_it_changed(self) -> bool:
        """Whether the words before the figure say that it replaces an earlier one."""
        return bool(_CHANGED.search(self.before[-60:]))


def _stems(found: list[str]) -> frozenset[str]:
    telling = (word for word in found if word not in _EMPTY and not word[0].isdigit())
    return frozenset(stem(word) for word in telling if len(word) > 1)
