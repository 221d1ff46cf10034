"""Who said each quote: from the text's own words for the speaker to a name of the same article.

A wrong name is worse than none. Whoever is not surely one of the people or organisations found in
the article stays "unnamed" in the text's own words, several who speak together too ("Talan and
Hask"); a pronoun that may mean two people names nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace

from briefing.kinds import Span
from briefing.model import FoundOrganisation, FoundPerson, FoundQuote
from briefing.reading.antecedents import (
    SOURCE,
    SPEAKER,
    Trace,
    Voice,
    add_pronouns,
    agreement,
    antecedent,
    gender_of_pronoun,
)
from briefing.reading.cast import UNNAMED, Answer, Cast, cast_of
from briefing.reading.labels import of_labels
from briefing.reading.meant import BY_GROUP, by_own_words
from briefing.reading.phrases import (
    FIRST_PERSON,
    GROUP,
    HE_OR_SHE,
    PRONOUNS,
    RELATIVE,
    Gender,
    is_human,
    is_plural,
    trimmed,
)
from briefing.reading.told import teller_of
from briefing.reading.unattributed import of_bare_paragraphs

BY_NEIGHBOUR = 0.8
"""How sure it is that "who" means whoever is named right before it."""

FEW_WORDS = 3
"""Most words before "they" at the start of a sentence, as in "But on Friday they said"."""

LONGEST_CLAUSE = 200
"""Characters within which an opening clause must have its pronoun and its end."""

_OPENING = re.compile(
    r"(?:in|on|at|during|after|before|when|while|as|asked|by|with|for|since|back when|until)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[^,.;:\n“”\"]{0,200},\s")
_TITLES = re.compile(r"(?:(?:the |[A-Z][\w.’'-]*|minister|president|secretary|former)\s*){0,4}")
_APPOSED = re.compile(r"\s?,\s[^.;:\n“”\"]{3,80},\s")
_SOME_PEOPLE = re.compile(
    r"\b(?P<people>(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many"
    r"|most|few|those|others|another|any|\d+(?: percent| per cent)?)(?: [a-z][\w’'-]*){0,4}"
    r"|people|officials|critics|supporters|voters|residents|lawyers|experts),?\s+\Z",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"\b(?:repl(?:y|ied|ies)|respond|retort|counter|answer|shot back)", re.IGNORECASE
)
_BESIDE = re.compile(r"[\s,—–-]*|\s?,\s[^.;:\n“”\"]{3,80},\s")


def resolve(
    text: str,
    quotes: Sequence[FoundQuote],
    people: Sequence[FoundPerson],
    organisations: Sequence[FoundOrganisation],
) -> tuple[FoundQuote, ...]:
    """The quotes with their speakers resolved within the article, in the order given.

    Args:
        text: the article.
        quotes: with ``speaker`` as the text's own words, in the order of the text. One without a
            ``speaker_span`` but ``inferred`` goes on with the speaker of the quote before it.
        people: those found in the article.
        organisations: those found in the article.
    """
    cast = cast_of(text, quotes, people, organisations)
    answers: list[Answer | None] = [None] * len(quotes)
    told = teller_of(quotes)
    read_to = 0
    last: tuple[int, Answer] | None = None
    order = sorted((q.speaker_span, n) for n, q in enumerate(quotes) if q.speaker_span)
    for written, n in order:
        span = trimmed(text, written)
        add_pronouns(cast.scene, read_to, span[0])
        read_to = max(read_to, span[1])
        answer = _answer(cast, quotes, answers, span, last, _replies_to(cast, quotes[n], last))
        if answer and n not in told:
            last = (span[0], answer)
            _hear(cast, span[0], answer.voice)
        answers[n] = answer
    add_pronouns(cast.scene, read_to, len(text))
    of_labels(cast, quotes, answers)
    _carry_on(quotes, answers, told)
    of_bare_paragraphs(quotes, answers, cast)
    return tuple(map(_answered, quotes, answers))


def _answer(
    cast: Cast,
    quotes: Sequence[FoundQuote],
    answers: Sequence[Answer | None],
    span: Span,
    last: tuple[int, Answer] | None,
    other: Voice | None,
) -> Answer | None:
    """Who the words at ``span`` mean, ``last`` being where somebody spoke last.

    ``other`` is whom these words answer, and so does not say them.
    """
    word = cast.text[span[0] : span[1]].lower()
    if not word:
        return None
    if word not in PRONOUNS:
        return by_own_words(cast, span)
    if word in HE_OR_SHE:
        gender = gender_of_pronoun(word)
        agrees = cast.scene.agrees(gender)
        found = _subject_ahead(cast, span, gender) or antecedent(
            cast.scene, span[0], lambda voice: (voice != other) * agrees(voice)
        )
        if found:
            cast.scene.hear(gender, found)
        return Answer(found[0], found[1], inferred=True) if found else None
    if word in RELATIVE:
        return _neighbour(cast, span[0], human=word in ("who", "whom"))
    if word in GROUP:
        return _group(cast, span[0], last, plural=word.startswith("t"))
    return _enclosing(quotes, answers, span) if word in FIRST_PERSON else None


def _replies_to(cast: Cast, quote: FoundQuote, last: tuple[int, Answer] | None) -> Voice | None:
    """Whom a quote answers: "“You knew,” Talan said. “I did not,” he replied." is not Talan."""
    if last is None or not quote.cue_span or quote.kind != "direct":
        return None
    replies = _REPLIES.search(quote.cue or "") and quote.start < quote.cue_span[0]
    sentence = cast.scene.sentence_at(last[0])
    next_to = sentence < cast.scene.sentence_at(quote.start) <= sentence + 1
    return last[1].voice if replies and next_to else None


def _subject_ahead(cast: Cast, span: Span, gender: Gender) -> tuple[Voice, float] | None:
    """Whom a pronoun in an opening clause means, as in "In her letter, Talan said"."""
    opening = cast.scene.sentences[cast.scene.sentence_at(span[0])][0]
    if span[0] - opening > LONGEST_CLAUSE:
        return None
    clause = _OPENING.match(cast.text, opening)
    comma = _CLAUSE_END.match(cast.text, span[1])
    if not clause or not comma or _CLAUSE_END.search(cast.text, opening, span[0]):
        return None
    n = bisect_left(cast.mentions, comma.end(), key=lambda mention: mention[0])
    if n == len(cast.mentions) or not _TITLES.fullmatch(
        cast.text[comma.end() : cast.mentions[n][0]]
    ):
        return None
    start, _, voice = cast.mentions[n]
    agrees = voice.kind == "person" and agreement(voice, gender)
    return (voice, BY_NEIGHBOUR) if agrees and not cast.scene.quoted(start) else None


def _hear(cast: Cast, at: int, voice: Voice) -> None:
    """Leave a trace of a speaker that a pronoun can take up."""
    human = voice.kind == "unnamed" and not voice.plural and is_human(voice.name)
    if voice.kind == "person" or human:
        source = cast.text[max(0, at - 20) : at].rstrip().lower().endswith("according to")
        weight = SOURCE if source else SPEAKER if voice.kind == "person" else UNNAMED
        cast.scene.add(Trace(at, weight, voice))


def _neighbour(cast: Cast, at: int, *, human: bool) -> Answer | None:
    """Whoever is named right before a relative pronoun, or else the words for several people.

    In "Mira Talan, head of the Harbour Union, who said" it is nobody but the person.
    """
    n = bisect_left(cast.mentions, at + 1, key=lambda mention: mention[1]) - 1
    if human and n > 0 and cast.mentions[n][2].kind == "organisation":
        n -= 1
        if not _APPOSED.fullmatch(cast.text, cast.mentions[n][1], at):
            return _people_before(cast, at)
    if n < 0 or not _BESIDE.fullmatch(cast.text, cast.mentions[n][1], at):
        return _people_before(cast, at) if human else None
    return Answer(cast.mentions[n][2], BY_NEIGHBOUR, inferred=True)


def _people_before(cast: Cast, at: int) -> Answer | None:
    """Those without a name before "who", in the words for them: "two farmers who said"."""
    found = _SOME_PEOPLE.search(cast.text, max(0, at - LONGEST_CLAUSE), at)
    return by_own_words(cast, found.span("people")) if found else None


def _group(cast: Cast, at: int, last: tuple[int, Answer] | None, *, plural: bool) -> Answer | None:
    """The group that spoke last, if that was just before: "it" or "they" for police, a mission.

    Within a sentence it more likely means something of that sentence.
    """
    if last is None or cast.scene.distance(last[0], at) > 1:
        return None
    opening = cast.scene.sentences[cast.scene.sentence_at(at)][0]
    if last[0] < opening and len(cast.text[opening:at].split()) > FEW_WORDS:
        return None
    voice = last[1].voice
    several = voice.plural or (voice.kind == "organisation" and is_plural(voice.name))
    fits = several if plural else voice.kind == "organisation"
    return Answer(voice, BY_GROUP, inferred=True) if fits else None


def _enclosing(
    quotes: Sequence[FoundQuote], answers: Sequence[Answer | None], span: Span
) -> Answer | None:
    """The speaker of the direct quote around these words, whom "I" means in it."""
    around = (
        answer
        for quote, answer in zip(quotes, answers, strict=True)
        if answer
        and quote.kind == "direct"
        and any(start <= span[0] < end for start, end in quote.spans)
    )
    answer = next(around, None)
    return replace(answer, inferred=True) if answer else None


def _carry_on(
    quotes: Sequence[FoundQuote], answers: list[Answer | None], told: Container[int]
) -> None:
    """Give a quote that only goes on with another the speaker of that one.

    What is told inside another quote (``told``) is no quote that one could go on with.
    """
    before = 0
    for n, quote in enumerate(quotes):
        if n in told:
            continue
        goes_on = quote.speaker_span is None and quote.inferred
        if n and goes_on and quote.speaker == quotes[before].speaker:
            answers[n] = answers[before]
        before = n


def _answered(quote: FoundQuote, answer: Answer | None) -> FoundQuote:
    if answer is None:
        return replace(quote, speaker=None, speaker_kind=None, office=None, speaker_confidence=0.0)
    return replace(
        quote,
        speaker=answer.voice.name,
        speaker_kind=answer.voice.kind,
        office=answer.voice.office,
        inferred=quote.inferred or answer.inferred,
        speaker_confidence=round((quote.speaker_confidence or 1.0) * answer.certainty, 3),
    )
