"""Everybody an article names, and where it names or means them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import FoundOrganisation, FoundPerson, FoundQuote
from briefing.reading.antecedents import (
    Scene,
    Trace,
    Voice,
    add_mentions,
    add_strangers,
    prominence,
    scene_of,
)
from briefing.reading.countries import learn_places
from briefing.reading.descriptions import described
from briefing.reading.genders import gender_of
from briefing.reading.offices import holder_of
from briefing.reading.phrases import (
    MEN,
    WOMEN,
    gender_of_words,
    head_noun,
)
from briefing.reading.roles import Context, parse_office
from briefing.reading.wordlist import wordlist
from briefing.text import fold

UNNAMED = 0.8
"""Weight of somebody without a name against somebody with one."""

_OCCUPATIONS = wordlist(
    """employee worker official neighbour neighbor resident student teacher doctor nurse driver
    officer soldier witness victim voter protester farmer owner manager aide adviser lawyer
    attorney reporter journalist analyst expert source diplomat patient survivor passenger
    sponsor spokesperson person friend colleague child parent cousin partner opponent questioner
    judge prosecutor professor researcher scientist singer player coach actor"""
)
_PEOPLE_NOUNS = WOMEN | MEN | _OCCUPATIONS
_OFFICE_NOUN = re.compile(
    r"\b[Tt]he (?:[\w-]+ ){0,2}?(?:president|minister|secretary|chancellor|premier|governor|mayor"
    r"|senator|candidate|nominee)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y) "
    r"(?:[a-z-]+ ){0,2}?(?:" + "|".join(sorted(_PEOPLE_NOUNS)) + r")\b(?![’'-]?[a-z])"
)
_APPOSED_NAME = re.compile(
    r"(?: (?:of|at|for) [^,.;:\n“”\"]{1,40})?, (?:the |an? )?(?:[\w-]+\.? ){0,4}"
)
NAME_BEHIND = re.compile(r"\.?\s+(?:(?:called|named) )?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker with how sure the way to it is; ``inferred`` where the words name somebody else."""

    voice: Voice
    certainty: float
    inferred: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody an article names, with where it names them. ``mentions`` are in order."""

    text: str
    people: Sequence[FoundPerson]
    mentions: list[tuple[int, int, Voice]]
    voices: dict[str, Voice]
    bearers: dict[str, list[Voice]]
    groups: list[Voice]
    scene: Scene
    context: Context
    described: dict[str, frozenset[str]]


def cast_of(
    text: str,
    quotes: Sequence[FoundQuote],
    people: Sequence[FoundPerson],
    organisations: Sequence[FoundOrganisation],
) -> Cast:
    """The cast of an article, its scene filled with where people are named or meant by office."""
    scene = scene_of(text, (span for quote in quotes for span in quote.spans))
    called = described(text, people)
    nouns = {
        person.name: {noun for noun, names in called.items() if person.name in names}
        for person in people
    }
    voices = {
        person.name: Voice(person.name, "person", gender_of(person, text, nouns[person.name]))
        for person in people
    }
    add_mentions(scene, people, voices)
    add_strangers(scene)
    mentions = [(*span, voices[person.name]) for person in people for span in person.mentions]
    groups = [Voice(organisation.name, "organisation") for organisation in organisations]
    for organisation, voice in zip(organisations, groups, strict=True):
        mentions += [(*span, voice) for span in organisation.mentions]
    context = Context(learn_places(text), frozenset(p.name.split()[-1] for p in people if p.name))
    bearers = _bearers(people, voices)
    cast = Cast(
        text,
        people,
        _longest(mentions),
        voices,
        bearers,
        groups,
        scene,
        context,
        called,
    )
    _add_offices(cast)
    _add_unnamed(cast)
    return cast


def _longest(mentions: list[tuple[int, int, Voice]]) -> list[tuple[int, int, Voice]]:
    """Mentions in order; of those that overlap, the one that begins first or is longer."""
    kept: list[tuple[int, int, Voice]] = []
    for mention in sorted(mentions, key=lambda m: (m[0], -m[1])):
        if not kept or mention[0] >= kept[-1][1]:
            kept.append(mention)
    return kept


def _bearers(people: Sequence[FoundPerson], voices: dict[str, Voice]) -> dict[str, list[Voice]]:
    """Each folded name, alias and last word of a name, to those who bear it.

    Who is called by a surname alone somewhere in the article is its bearer before relatives are.
    """
    called: dict[str, list[Voice]] = {}
    last: dict[str, list[Voice]] = {}
    for person in people:
        names = {fold(name) for name in (person.name, *person.aliases)} - {""}
        for name in names:
            called.setdefault(name, []).append(voices[person.name])
        for word in {name.split()[-1] for name in names}:
            last.setdefault(word, []).append(voices[person.name])
    return last | called


def _add_offices(cast: Cast) -> None:
    """Leave a trace wherever somebody is meant by office ("the president's aides")."""
    for match in _OFFICE_NOUN.finditer(cast.text):
        office = parse_office(cast.text, match.span(), cast.context)
        holder = holder_of(office, cast.people, match.start()) if office else None
        if holder and not NAME_BEHIND.match(cast.text, match.end()):
            weight = prominence(cast.scene, match.start(), match.end()) * holder[1]
            cast.scene.add(Trace(match.start(), weight, cast.voices[holder[0].name]))


def _add_unnamed(cast: Cast) -> None:
    """Leave a trace of people met without a name ("a neighbour"), whom a pronoun may mean."""
    offices = {trace.at for trace in cast.scene.traces}
    for match in _SOMEBODY.finditer(cast.text):
        words = match[0]
        unknown = match.start() not in offices and head_noun(words) in _PEOPLE_NOUNS
        if unknown and not _is_named(cast, match.end()):
            voice = Voice(words, "unnamed", gender_of_words(words))
            weight = prominence(cast.scene, match.start(), match.end()) * UNNAMED
            cast.scene.add(Trace(match.start(), weight, voice))


def _is_named(cast: Cast, end: int) -> bool:
    """Whether the name follows of whom the words mean: "his daughter, the chemist Ann Lee"."""
    if NAME_BEHIND.match(cast.text, end):
        return True
    n = bisect_left(cast.mentions, end, key=lambda mention: mention[0])
    if n == len(cast.mentions) or cast.mentions[n][2].kind != "person":
        return False
    return _APPOSED_NAME.fullmatch(cast.text, end, cast.mentions[n][0]) is not None
