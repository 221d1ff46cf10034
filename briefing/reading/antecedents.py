"""Whom "he" or "she" means in an article: weighed from what a reader sees, without a parser.

Everybody named or heard before the pronoun leaves a trace of some weight: most as a speaker or as
the subject of a sentence, least inside quotation marks. Weights fade with every sentence outside
quotes. The best candidate wins only if it clearly leads; else nobody is named.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from briefing.kinds import Span, SpeakerKind
from briefing.model import FoundPerson, Role
from briefing.reading.heads import PREPOSITIONS
from briefing.reading.layout import paragraphs_of
from briefing.reading.marks import mask_of, quoted_runs
from briefing.reading.office_words import HEADS
from briefing.reading.phrases import Gender, gender_of_words
from briefing.reading.sentences import sentence_spans
from briefing.reading.wordlist import wordlist

# Weights of a trace, set by hand in their order of prominence and checked on news.
SPEAKER = 1.0
SOURCE = 0.6
SUBJECT = 0.95
PRONOUN = 0.9
EMBEDDED = 0.75
LIKELY_SUBJECT = 0.7
POSSESSIVE = 0.5
OTHER = 0.4
QUOTED = 0.12

REPORTED = 0.6
"""Factor for whoever is named within reported speech."""

HERE = 1.2
"""Factor for a speaker of the same sentence."""
FADE = 0.72
"""What is left of a trace after one sentence outside quotes."""
NEW_PARAGRAPH = 0.85
"""What is left of a trace of an earlier paragraph, beside that."""
REACH = 12
"""Sentences after which a trace counts for nothing."""
UNNAMED_REACH = 2
"""Sentences after which somebody without a name is forgotten."""
MOST = 150
"""Traces looked back at, which bounds the work in a text that never leaves its quotes."""
UNSURE_GENDER = 0.85
"""Weight of a candidate whose gender is unknown."""
OTHERWISE_HEARD = 0.2
"""The same where the text went on about them by the other pronoun."""
CLEAR = 0.8
"""Certainty of a pronoun from which it tells of a gender."""
LEAD = 0.82
"""A second candidate above this share of the best leaves the pronoun open."""

FAINT = 0.6
"""Weight of a trace below which it is one of long ago, or of nobody the text was about."""
FADED = 0.85
"""Factor for those: 79% of them were right, and 96% of the others, on marked articles."""

_CLAUSE_START = wordlist(
    """and but or as that when while because if although though since whereas where after before
    so yet until then however meanwhile whether why how what"""
)
_FINITE = wordlist(
    "is was has had will would can could may might must should did does said says told"
)
_VERBS = _FINITE | wordlist(
    """do added went came took made gave began won lost met spoke wrote saw got put ran led left
    held thought knew felt kept found set sat stood fell became chose rose sought also never still
    later then now often already once first himself herself who"""
)
_PAST = wordlist("meant went came took made gave began spoke wrote saw got felt knew chose rose")
_TITLES = wordlist(
    """the a an former then new defence defense foreign prime finance interior vice deputy minister
    president secretary chancellor senator governor mayor chief leader candidate nominee adviser
    spokesman spokeswoman lawyer director general chairman chairwoman professor coach manager"""
)
_NEXT_WORD = re.compile(r",?\s+([a-z][\w-]*)")
_NEXT_NOUN = re.compile(r" [a-z]")
_APPOSITIVE = re.compile(r",[^.;:!?,\n“”\"]{2,120},\s+([a-z][\w-]*)")
_PLACED = re.compile(r" (?:at|of|from|in|with) (?:the )?(?:[A-Z][\w.’'-]* ){1,4}([a-z][\w-]*)")
_MODIFIES = re.compile(r"\b[Tt]he \Z")
_BESIDE_ANOTHER = re.compile(r"[A-Z][\w’'-]*,? (?:and|or) \Z")
_OFFICE_OF = re.compile(
    r"\b(?:secretary|minister|head|chief|director|president|governor|commander|leader|member)"
    r" (?:of|for)\Z",
    re.IGNORECASE,
)
_STRANGER = re.compile(r"(?:An?|One|Another)(?: [\w’'-]+){1,4}")
_NAMED = re.compile(r",? [A-Z]")
_APPOSED_TO = re.compile(r"[^.;:!?\n“”\"]{0,80}, (?:he|she)\b")
_PERSONS = HEADS | wordlist(
    "man woman boy girl mother father widow widower teenager student pensioner"
)
_WHO = re.compile(r"\s?, who\b")
_PRONOUN = re.compile(r"\b(?i:he|she)\b(?! [A-Z][a-z])")
_HE_WORDS = wordlist("he his him himself")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody a later word can mean again."""

    name: str
    kind: SpeakerKind
    gender: Gender | None = None
    office: Role | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """That somebody stands at a place, and how prominently."""

    at: int
    weight: float
    voice: Voice = field(compare=False)


@dataclass(slots=True)
class Scene:
    """What an article has told up to where it is read: its sentences, its quotes, its traces."""

    text: str
    inside: bytes
    reported: bytearray
    sentences: list[Span]
    plain: list[int]
    paragraphs: list[int]
    traces: list[Trace] = field(default_factory=list)
    heard: dict[str, Gender] = field(default_factory=dict)
    """By which pronoun those went whose gender nothing else tells."""

    def quoted(self, at: int) -> bool:
        """Whether a character stands in quotation marks."""
        return at < len(self.inside) and self.inside[at] == 1

    def sentence_at(self, at: int) -> int:
        """The index of the sentence around a character, or of the last before it."""
        return max(bisect_right(self.sentences, (at, len(self.text) + 1)) - 1, 0)

    def distance(self, before: int, after: int) -> int:
        """How many sentences that say something outside quotes lie between two places."""
        if not self.plain:
            return 0
        return self.plain[self.sentence_at(after)] - self.plain[self.sentence_at(before)]

    def one_paragraph(self, before: int, after: int) -> bool:
        """Whether two places lie in the same paragraph."""
        return bisect_right(self.paragraphs, before) == bisect_right(self.paragraphs, after)

    def agrees(self, gender: Gender) -> Callable[[Voice], float]:
        """How well somebody fits "he" or "she", by what is known and has been heard of them."""
        return partial(agreement, gender=gender, heard=self.heard)

    def hear(self, gender: Gender, found: tuple[Voice, float]) -> None:
        """Keep by which pronoun somebody clearly went."""
        voice, certainty = found
        if voice.kind == "person" and voice.gender is None and certainty >= CLEAR:
            self.heard.setdefault(voice.name, gender)

    def add(self, trace: Trace) -> None:
        """Keep a trace, in the order of the text."""
        insort(self.traces, trace)


def scene_of(text: str, contents: Iterable[Span]) -> Scene:
    """An article's text with its sentences counted, ``contents`` being what is said in it."""
    paragraphs = paragraphs_of(text)
    inside = mask_of(len(text), quoted_runs(text, paragraphs)).tobytes()
    reported = bytearray(len(text))
    for start, end in contents:
        reported[start:end] = b"\1" * (end - start)
    sentences = sentence_spans(text)
    plain: list[int] = []
    for start, end in sentences:
        speaks = any(not inside[at] and text[at].isalpha() for at in range(start, end))
        plain.append((plain[-1] if plain else 0) + speaks)
    return Scene(text, inside, reported, sentences, plain, [start for start, _ in paragraphs])


def add_mentions(scene: Scene, people: Iterable[FoundPerson], voices: Mapping[str, Voice]) -> None:
    """Leave a trace wherever somebody is named."""
    scene.traces += [
        Trace(start, prominence(scene, start, end), voices[person.name])
        for person in people
        for start, end in person.mentions
    ]
    scene.traces.sort()


def add_strangers(scene: Scene) -> None:
    """Leave a trace wherever a sentence begins with somebody who has no name ("A pilot …")."""
    for start, _ in scene.sentences:
        met = _STRANGER.match(scene.text, start)
        words = met[0].split() if met else []
        heads = [n for n, word in enumerate(words) if word.lower() in _PERSONS]
        name = " ".join(words[: heads[0] + 1]) if heads else ""
        if name and _APPOSED_TO.match(scene.text, start + len(name)):
            continue  # "A retired driver and father of three, he lost his boat"
        if name and not scene.inside[start] and not _NAMED.match(scene.text, start + len(name)):
            voice = Voice(name, "unnamed", gender_of_words(name))
            scene.add(Trace(start, SUBJECT, voice))


def add_pronouns(scene: Scene, start: int, end: int) -> None:
    """Leave a trace wherever "he" or "she" between two places clearly means somebody."""
    for match in _PRONOUN.finditer(scene.text, start, end):
        if not scene.quoted(match.start()):
            gender = gender_of_pronoun(match[0])
            found = antecedent(scene, match.start(), scene.agrees(gender))
            if found:
                scene.hear(gender, found)
                weight = PRONOUN * (REPORTED if scene.reported[match.start()] else 1.0)
                scene.add(Trace(match.start(), weight, found[0]))


def antecedent(
    scene: Scene, at: int, fit: Callable[[Voice], float], lead: float = LEAD
) -> tuple[Voice, float] | None:
    """Whom a word at a place takes up, with a certainty from 0.64 to 0.95; None where it is open.

    Args:
        scene: the article up to there.
        at: where the word stands.
        fit: how well somebody fits the word, from 0 to 1.
        lead: the share of the best that a second candidate may reach.
    """
    scores: dict[Voice, float] = {}
    end = bisect_right(scene.traces, at, key=lambda trace: trace.at)
    for n in range(end - 1, max(end - MOST, 0) - 1, -1):
        trace = scene.traces[n]
        distance = scene.distance(trace.at, at)
        if distance > REACH:
            break
        if distance > UNNAMED_REACH and trace.voice.kind == "unnamed":
            continue
        score = trace.weight * FADE**distance * fit(trace.voice)
        if distance == 0 and trace.weight == SPEAKER:
            score *= HERE
        if not scene.one_paragraph(trace.at, at):
            score *= NEW_PARAGRAPH
        scores[trace.voice] = max(score, scores.get(trace.voice, 0.0))
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return None
    best, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0
    if second > lead * best:
        return None
    certainty = 0.75 + 0.2 * (1 - second / best)
    return ranked[0][0], certainty if best >= FAINT else certainty * FADED


def gender_of_pronoun(word: str) -> Gender:
    """Which of the two a pronoun in any case and case form is."""
    return "he" if word.lower() in _HE_WORDS else "she"


def agreement(voice: Voice, gender: Gender, heard: Mapping[str, Gender] = {}) -> float:
    """How well somebody agrees with "he" or "she"; ``heard`` are pronouns taken up before."""
    if voice.plural or voice.kind == "organisation":
        return 0.0
    if voice.gender is None:
        return UNSURE_GENDER if heard.get(voice.name, gender) == gender else OTHERWISE_HEARD
    return 1.0 if voice.gender == gender else 0.0


def prominence(scene: Scene, start: int, end: int) -> float:
    """The weight of a mention, by whether it is quoted or reported and by its place."""
    if scene.quoted(start):
        return QUOTED
    weight = _by_place(scene.text, scene.sentences[scene.sentence_at(start)][0], start, end)
    return weight * (REPORTED if scene.reported[start] else 1.0)


def _by_place(text: str, first: int, start: int, end: int) -> float:
    """The weight of a mention by the words around it, in a sentence that begins at ``first``."""
    if text.startswith(("’s", "'s"), end):
        return POSSESSIVE
    if _WHO.match(text, end):
        return LIKELY_SUBJECT
    if _MODIFIES.search(text, max(first, start - 4), start) and _NEXT_NOUN.match(text, end):
        return OTHER  # "the Talan campaign"
    behind = _behind(text[max(first, start - 90) : start])
    following = _NEXT_WORD.match(text, end)
    if behind == "word":
        if following and following[1] in _FINITE:
            return EMBEDDED
        return LIKELY_SUBJECT if following and following[1] in _PAST else OTHER
    if behind == "preposition":
        return OTHER
    apposed = _APPOSITIVE.match(text, end)
    placed = _PLACED.match(text, end)
    acts = any(match and _is_verb(match[1]) for match in (following, apposed, placed))
    beside = _BESIDE_ANOTHER.search(text, max(first, start - 40), start)
    return SUBJECT if acts and not beside else LIKELY_SUBJECT


def _behind(before: str) -> Literal["start", "preposition", "word"]:
    """What a name stands behind, titles aside: the start of a clause, or something within it."""
    while before := before.rstrip():
        if not (before[-1].isalnum() or before[-1] == "."):
            break
        word = before.rsplit(maxsplit=1)[-1]
        low = word.lower().strip(".")
        if low in PREPOSITIONS and not _OFFICE_OF.search(before):
            return "preposition"
        if low in _CLAUSE_START:
            break
        if not word[0].isupper() and low not in _TITLES and low not in {"of", "for"}:
            return "word"
        before = before[: -len(word)]
    return "start"


def _is_verb(word: str) -> bool:
    return word in _VERBS or word.endswith("ed") or (word.endswith("s") and len(word) > 3)
