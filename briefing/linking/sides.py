"""A figure with the words round it, as it is compared with those of other articles."""

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.linking.clauses import without_speech
from briefing.linking.named import firm_names, form, in_one_form, loose_names
from briefing.linking.periods import Period, period_of
from briefing.linking.slots import givers, head_of, places, slots
from briefing.linking.telling import telling_stems
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
_PART_BEHIND = re.compile(
    r"\s?(?:others?|more|new|of (?:them|whom|those|which))\b|\s(?:as well|too)\b", re.IGNORECASE
)
_CONTRIBUTION = re.compile(r"\s(?:of it\b|towards? (?:the|its|their) (?:cost|price|total|bill)\b)")
_TOLL = re.compile(r"\btolls?\b[^.;]{0,50}\Z", re.IGNORECASE)
_SURVEY = re.compile(
    r"\b(?:margins?|sampling) (?:of )?errors?\b"
    r"|\b(?:survey(?:ed|s|ing)?|poll(?:ed|ing)|question(?:ed|ing)|interview(?:ed|s)|sampled)\b",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"\b(?:polls?|polled|polling|surveys?|surveyed|respondents?|likely voters|registered voters"
    r"|(?:dis)?approves? of|approval rating|(?:un)?favou?rabl[ey])\b",
    re.IGNORECASE,
)
_NAMES = r"[A-Z][\w.&’'/-]*(?:[ -][A-Z][\w.&’'/-]*)*"
_POLLSTER = re.compile(
    rf"{_NAMES} (?:poll|survey|study)|(?:poll|survey|study) (?:by|from|for) (?:the )?{_NAMES}"
)
_OLD = re.compile(
    r"\b(?:(?:up|down|compared (?:to|with)|versus|vs\.?|against|instead of|rather than|cut|reduced"
    r"|lowered|raised|lifted|increased|rose|fell|dropped|rate|it|them)(?: \w+)? from"
    r"|compared (?:to|with)|versus|vs\.?|instead of|rather than|from \w+ to)"
    r"(?: (?:about|some|nearly|around|over|just))* ?\Z",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(by|to|at) (?:(?:about|around|some|nearly|almost|over|more than|less than|just|only"
    r"|at least|up to|a record|roughly|as much as) )*\Z",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expect\w*|forecasts?|predict\w*|project(?:ed|s|ions?)|anticipat\w+|(?:analysts|economists)"
    r"(?: \w+)? estimate\w*)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s|ing)? for|request(?:ed|s|ing)?|seek(?:s|ing)?|sought|demand(?:ed|s|ing)?"
    r"|want(?:ed|s)?|propos(?:ed|es|als?)|call(?:ed|s|ing)? for|offer(?:ed|s)?)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_WORLD = re.compile(
    r"\b(?:world-?wide|global(?:ly)?|around the (?:world|globe)|across the (?:world|globe))\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    "people persons person lives deaths dead fatalities victims injuries arrests casualties souls"
    " injured wounded individuals others missing bodies".split()
)
_SOME_OF_THEM = frozenset(
    """children child boys girls boy girl women woman men man adults adult officers officer police
    civilians civilian soldiers soldier troops journalists foreigners nationals babies teenagers
    students pupils teachers educators militants gunmen fighters attackers""".split()
)
"""Those who may be only some of "40 people" in the same event."""

# What happened to people is compared as such; said again it tells nothing about where and when.
_HAPPENING = telling_stems(
    """kill killed dead die died death deaths injure injured injury injuries wound wounded hurt
    missing arrest arrested detained toll critically seriously many number fatalities victims lives
    leaving left including employ employed gathered attended stand stood climb rise rose risen reach
    pass grow grew jump confirmed claimed displaced infected""".split()
)
_OTHER_NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*\d?(?!\w*[-–]year)|\b(?:%|percent)\b")
_CLAUSE_END = re.compile(r"[;:]\s|\s[-–—]+\s|, (?=[a-z])")
_CLAUSE_LENGTH = 80
_STAGE_WORDS = 70
_NEAR = 12
_NEAR_PEOPLE = 16


@dataclass(frozen=True, eq=False)
class Side:
    """A figure with the words round it, as it is compared. No two are equal, for quick look-ups."""

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
    def gist(self) -> tuple[str, str]:
        """The words before and behind the figure, without who says so."""
        return without_speech(self.before, self.behind)

    @cached_property
    def clause(self) -> tuple[str, str]:
        """The gist as far as other numbers, which have words of their own."""
        before, behind = self.gist
        numbers = list(_OTHER_NUMBER.finditer(before))
        if numbers and len(words(before[numbers[-1].end() :])) > 2:
            before = before[numbers[-1].end() :]
        number = _OTHER_NUMBER.search(behind)
        return before, behind[: number.start()] if number else behind

    @cached_property
    def amounts(self) -> dict[str, float]:
        """Each unit in which the figure is given, with its value."""
        found = {equivalent.unit: equivalent.value for equivalent in self.figure.equivalents}
        return {**found, self.figure.unit: self.figure.value}

    @cached_property
    def near(self) -> frozenset[str]:
        """The stems of the telling words beside the figure, in its clause."""
        before, behind = self.clause
        people = self.figure.kind == "people"
        reach = _NEAR_PEOPLE if people else _NEAR
        found = [*words(in_one_form(before))[-reach:], *words(in_one_form(behind))[:reach]]
        found += self._noun if people else [*words(self.figure.about or ""), *self._noun]
        stems = telling_stems(found)
        return stems - _HAPPENING if people else stems

    @cached_property
    def all(self) -> frozenset[str]:
        """The stems of the telling words of the sentence, without who says so."""
        before, behind = self.gist
        told = [*words(in_one_form(before)), *words(in_one_form(behind)), *self._noun]
        stems = telling_stems(told)
        return stems - _HAPPENING if self.figure.kind == "people" else stems

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words beside the figure, unstemmed."""
        before, behind = self.clause
        beside = [*words(before)[-_NEAR:], *words(behind)[:_NEAR]]
        return frozenset([*beside, *words(self.figure.as_written)])

    @property
    def _noun(self) -> list[str]:
        return [word for word in words(in_one_form(self.figure.as_written)) if word.isalpha()]

    @cached_property
    def names(self) -> frozenset[str]:
        """The beginnings of words that are names, or may be, round the figure."""
        return loose_names(*self._where_named)

    @cached_property
    def all_names(self) -> frozenset[str]:
        """The same of the whole sentence, its dateline and whoever says it."""
        return loose_names(self.figure.sentence, "")

    @cached_property
    def firm_names(self) -> frozenset[str]:
        """The same of the words that surely are names."""
        return firm_names(*self._where_named)

    def names_lacking_in(self, other: "Side") -> frozenset[str]:
        """The names round this figure that the other sentence has neither as names nor as words.

        Who says it does not count: "Ostmark lost 40 tanks, Valdoria's army said".
        """
        said = {form(word) for part in other.gist for word in words(part)}
        return self.firm_names - other.names - said

    @property
    def _where_named(self) -> tuple[str, str]:
        """Of people the whole sentence says where; of amounts only the clause says whose."""
        if self.figure.kind == "people":
            return self.gist
        before, behind = self.clause
        before = _CLAUSE_END.split(before)[-1][-_CLAUSE_LENGTH:]
        written = self.figure.as_written
        return before, f"{written} {_CLAUSE_END.split(behind)[0][:_CLAUSE_LENGTH]}"

    @cached_property
    def givers(self) -> frozenset[str]:
        """The names that share in the figure, where the clause joins several givers or places."""
        before, behind = self.clause
        return givers(before) or (places(behind) if self.figure.kind == "people" else frozenset())

    @cached_property
    def head(self) -> frozenset[str]:
        """The noun of which the figure is an amount, as its stem."""
        return head_of(self.before)

    @cached_property
    def slots(self) -> dict[str, tuple[str, ...]]:
        """What follows each preposition behind the figure, and what follows it at once."""
        return slots(in_one_form(_CLAUSE_END.split(self.clause[1])[0]))

    @cached_property
    def whole(self) -> frozenset[str]:
        """The stems of the telling words of the whole sentence."""
        return telling_stems(words(in_one_form(self.figure.sentence)))

    @cached_property
    def counted(self) -> str:
        """The noun a number of people counts, "" where it is people at large."""
        written = words(self.figure.as_written)
        noun = written[-1] if len(written) > 1 and written[-1].isalpha() else ""
        return "" if noun in _GENERIC else stem(noun)

    @cached_property
    def counts_some(self) -> bool:
        """Whether the noun is one for some of many people only ("children", "officers")."""
        written = words(self.figure.as_written)
        return len(written) > 1 and written[-1] in _SOME_OF_THEM

    @cached_property
    def period(self) -> Period:
        """What the sentence says about the time that the figure covers."""
        return period_of(*self.gist, self.figure.published, is_rate=self.figure.kind != "percent")

    @cached_property
    def is_toll(self) -> bool:
        """Whether the figure is given as the toll, which needs no words to say of what."""
        return bool(_TOLL.search(self.before)) and not _PART_BEFORE.search(self.before)

    @cached_property
    def is_of_a_survey(self) -> bool:
        """Whether the figure is a poll's margin of error or size, which is each poll's own."""
        if self.figure.kind == "count":
            return bool(_SURVEY.search(self.figure.sentence))
        return bool(_SURVEY.match(self.figure.sentence)) or (
            "error" in self.plain and bool(_SURVEY.search(self.figure.sentence))
        )

    @cached_property
    def polls(self) -> frozenset[str] | None:
        """Whose poll a percentage is out of, as names; None where it is out of none."""
        sentence = self.figure.sentence
        if self.figure.kind != "percent" or not _POLL.search(sentence):
            return None
        return loose_names(" ".join(match[0] for match in _POLLSTER.finditer(sentence)), "")

    @cached_property
    def is_part(self) -> bool:
        """Whether the figure is said to be a part of another, or to come on top of one."""
        if _CONTRIBUTION.match(self.behind):
            return True
        if self.figure.kind not in ("people", "count"):
            return False
        if self.figure.as_written.lower() == "one":
            return True
        if _PART_BEFORE.search(self.before[-50:]) and not self._is_event:
            return True
        last = words(self.figure.as_written)[-1:]
        beyond = bool(last) and last[0] in ("others", "more", "other")
        return beyond or bool(_PART_BEHIND.match(self.behind))

    @property
    def _is_event(self) -> bool:
        """Whether the noun says what happened: deaths are no part of the cases before them."""
        return words(self.figure.as_written)[-1:] in (["deaths"], ["fatalities"], ["injuries"])

    @cached_property
    def is_old(self) -> bool:
        """Whether the figure is what another one of the sentence is compared with."""
        return bool(_OLD.search(self.before[-60:]))

    @cached_property
    def step(self) -> str:
        """Whether the figure is a change ("by 6 crowns"), a level ("to 18 crowns"), or ""."""
        step = _STEP.search(self.before[-40:])
        return "" if step is None else "by" if step[1].lower() == "by" else "to"

    @cached_property
    def stage(self) -> str:
        """Whether the words before the figure tell of what was asked for, expected, would be."""
        before, behind = self.gist
        beside = before[-_STAGE_WORDS:]
        if _EXPECTED.search(beside):
            return "expected"
        if _ASKED.search(beside) or _ASKED.search(behind[:40]):
            return "asked"
        # "The navy said it would cost" tells of what will be, "it would cost" of what may.
        reported = (before, behind) != (self.before, self.behind)
        return "would" if _WOULD.search(beside) and not reported else ""

    @cached_property
    def is_of_the_world(self) -> bool:
        """Whether the figure is given for the whole world."""
        return bool(_WORLD.search(self.figure.sentence))

    @property
    def says_it_changed(self) -> bool:
        """Whether the words before the figure say that it replaces an earlier one."""
        return bool(_CHANGED.search(self.before[-60:]))
