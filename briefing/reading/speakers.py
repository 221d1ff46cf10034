"""Who said each quote: from the text's own words for the speaker to a name of the same article.

A wrong name is worse than none. Whoever is not surely one of the people or organisations found in
the article stays "unnamed" in the text's own words, several who speak together too ("Talan and
Hask"); a pronoun that may mean two people names nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import FoundOrganisation, FoundPerson, FoundQuote, Role, Span
from briefing.reading.antecedents import (
    SPEAKER,
    Gender,
    Scene,
    Trace,
    Voice,
    add_mentions,
    add_pronouns,
    antecedent,
    gender_of_pronoun,
    genders_by_use,
    scene_of,
)
from briefing.reading.countries import adjective_forms, country_of, learn_places, place_words
from briefing.reading.heads import heads
from briefing.reading.offices import PART_OF_TITLE, compatriot, holder_of
from briefing.reading.people import gender_of
from briefing.reading.roles import Context, parse_office
from briefing.reading.wordlist import wordlist
from briefing.text import fold

# How sure the way is by which a speaker was found.
BY_NAME = 0.98
BY_OFFICE = 0.9
BY_WORDS = 0.95
BY_GROUP = 0.7

MAX_WORDS = 120
"""Longest speaker kept in the text's own words, in characters."""

_HE_OR_SHE = wordlist("he she him her his hers himself herself")
_GROUP = wordlist("they them it itself themselves")
_RELATIVE = wordlist("who which that whom")
_FIRST_PERSON = wordlist("i me we us my our")
_PRONOUNS = _HE_OR_SHE | _GROUP | _RELATIVE | _FIRST_PERSON | {"you"}

_INDEFINITE = wordlist("a an one another any some every each no his her its their my our your")
_QUANTITIES = wordlist(
    """some several many most both two three four five six seven eight nine ten dozens hundreds
    thousands these those few other others all"""
)
_COLLECTIVE = wordlist("police people women men media others both critics")
_HONORIFICS = wordlist("Mr Mrs Ms Miss Dr Sen Rep Gov Gen Prof Sir Lady Lord President Senator")
_GROUP_NOUNS = wordlist(
    """ministry company agency group party court union bank firm commission committee council
    mission department campaign association university organisation organization army charity
    newspaper paper magazine network club league airline regulator foundation institute"""
)
_THINGS = _GROUP_NOUNS | wordlist(
    """statement report study poll survey letter article book document documents website police
    government office spokespeople data figures research video post tweet story release rules"""
)
_WOMEN = wordlist(
    """woman mother wife daughter sister aunt niece grandmother widow girlfriend spokeswoman
    chairwoman congresswoman councilwoman actress queen princess girl saleswoman businesswoman"""
)
_MEN = wordlist(
    """man father husband son brother uncle nephew grandfather widower boyfriend spokesman
    chairman congressman councilman actor king prince boy salesman businessman policeman"""
)

_EDGES = " \t\n\r\xa0,;:.–—-\"“”‘’'()[]"
_LEADING = re.compile(r"(?:and|but|or|as|yet|while|although|though)\s+", re.IGNORECASE)
_CLUTTER = re.compile(
    r",?\s*(?:\bwho\b|\bwhose\b|\bwhich\b|\bspeaking\b|\bciting\b|\bon condition\b"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*\Z",
    re.DOTALL,
)
_NAME_THEN_MORE = re.compile(r"((?:[A-ZÀ-Þ][\w.’'-]*\s+)+[A-ZÀ-Þ][\w’'-]*),\s.*\Z", re.DOTALL)
_HEAD_END = re.compile(
    r",|\b(?:of|for|at|in|on|with|from|to|by|who|which|that|whose|like|familiar|close|near|briefed)\b"
)
_BESIDE = re.compile(r"[\s,—–-]*|,\s[^,.;:\n“”\"]{3,80},\s")


@dataclass(frozen=True, slots=True)
class _Answer:
    """A speaker with how sure the way to it is; ``inferred`` where the words name somebody else."""

    voice: Voice
    certainty: float
    inferred: bool = False


@dataclass(slots=True)
class _Cast:
    """Everybody an article names, with where it names them."""

    text: str
    people: Sequence[FoundPerson]
    mentions: list[tuple[int, int, Voice]]
    voices: Mapping[str, Voice]
    surnames: Mapping[str, Voice | None]
    scene: Scene
    context: Context


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
    cast = _cast_of(text, quotes, people, organisations)
    answers: list[_Answer | None] = [
        _by_own_words(cast, quote) if quote.speaker_span else None for quote in quotes
    ]
    _hear(cast.scene, quotes, answers)
    _follow_pronouns(cast, quotes, answers)
    _carry_on(quotes, answers)
    return tuple(map(_answered, quotes, answers))


# --- everybody named -----------------------------------------------------------------------------


def _cast_of(
    text: str,
    quotes: Sequence[FoundQuote],
    people: Sequence[FoundPerson],
    organisations: Sequence[FoundOrganisation],
) -> _Cast:
    scene = scene_of(text, (span for quote in quotes for span in quote.spans))
    by_use = genders_by_use(scene, people)
    voices = {
        person.name: Voice(person.name, "person", _gender(text, person) or by_use.get(person.name))
        for person in people
    }
    add_mentions(scene, people, voices)
    mentions = [(*span, voices[person.name]) for person in people for span in person.mentions]
    for organisation in organisations:
        voice = Voice(organisation.name, "organisation")
        mentions += [(*span, voice) for span in organisation.mentions]
    surnames = _surnames(people, voices)
    context = Context(learn_places(text), frozenset(p.name.split()[-1] for p in people if p.name))
    return _Cast(text, people, _longest(mentions), voices, surnames, scene, context)


def _longest(mentions: list[tuple[int, int, Voice]]) -> list[tuple[int, int, Voice]]:
    """Mentions in order; of those that overlap, the one that begins first or is longer."""
    kept: list[tuple[int, int, Voice]] = []
    for mention in sorted(mentions, key=lambda m: (m[0], -m[1])):
        if not kept or mention[0] >= kept[-1][1]:
            kept.append(mention)
    return kept


def _surnames(
    people: Sequence[FoundPerson], voices: Mapping[str, Voice]
) -> dict[str, Voice | None]:
    """Each folded name, alias and last word of a name, to its one bearer; None where several.

    Who is called by a surname alone somewhere in the article is its bearer before relatives are.
    """
    called: dict[str, Voice | None] = {}
    last: dict[str, Voice | None] = {}
    for person in people:
        voice = voices[person.name]
        for name in {fold(name) for name in (person.name, *person.aliases) if fold(name)}:
            called[name] = voice if called.get(name, voice) == voice else None
            word = name.split()[-1]
            last[word] = voice if last.get(word, voice) == voice else None
    return last | called


# --- by the quote's own words --------------------------------------------------------------------


def _by_own_words(cast: _Cast, quote: FoundQuote) -> _Answer | None:
    """Who the words mean by themselves; None for pronouns, which need the rest of the article."""
    span = _trimmed(cast.text, quote.speaker_span or (0, 0))
    words = cast.text[span[0] : span[1]]
    if not words or words.lower() in _PRONOUNS:
        return None
    low = bisect_left(cast.mentions, span[0], key=lambda mention: mention[1])
    high = bisect_left(cast.mentions, span[1], key=lambda mention: mention[0])
    inside = [
        (max(a, span[0]), min(b, span[1]), who)
        for a, b, who in cast.mentions[low:high]
        if b > span[0]
    ]
    found, several = heads(cast.text, span, inside)
    if several or len(set(found)) > 1:
        return _Answer(Voice(_capped(words), "unnamed", plural=True), BY_WORDS)
    if found:
        return _Answer(found[0], BY_NAME)
    return _by_surname(cast, words) or _by_office(cast, span, words)


def _trimmed(text: str, span: Span) -> Span:
    """The span without marks, spaces and conjunctions at its edges."""
    start, end = span
    end = min(end, len(text))
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not text.startswith(".", end - 1):
        end -= 1
    joint = _LEADING.match(text, start, end)
    return (joint.end() if joint else start), end


def _by_surname(cast: _Cast, words: str) -> _Answer | None:
    """A name that the article's people bear, written where no mention of it was found."""
    name = re.split(r"[,(]", words)[0].strip(_EDGES)
    tokens = name.split()
    if not tokens or not all(token[0].isupper() for token in tokens):
        return None
    bearer = cast.surnames.get(fold(name)) or (
        cast.surnames.get(fold(tokens[-1])) if tokens[0].rstrip(".") in _HONORIFICS else None
    )
    return _Answer(bearer, BY_NAME) if bearer else None


def _by_office(cast: _Cast, span: Span, words: str) -> _Answer:
    """The holder of an office, the group that a noun means, or nobody in the words as written."""
    first = words.split(maxsplit=1)[0].lower()
    plural = _is_plural(words)
    own = Voice(_own_words(words), "unnamed", _gender_of_words(words), plural=plural)
    if first in _INDEFINITE or plural:
        return _Answer(own, BY_WORDS)
    group = _group_named(cast, words)
    if group:
        return _Answer(group, BY_GROUP, inferred=True)
    person = compatriot(country, cast.people) if (country := _nationality(words)) else None
    if person:
        return _Answer(cast.voices[person.name], PART_OF_TITLE, inferred=True)
    office = parse_office(cast.text, span, cast.context)
    if office is None:
        return _Answer(own, BY_WORDS)
    holder = holder_of(office, cast.people, span[0])
    if holder:
        return _Answer(cast.voices[holder[0].name], holder[1], inferred=True)
    return _Answer(replace(own, office=_for_linking(cast, office)), BY_WORDS)


def _for_linking(cast: _Cast, office: Role) -> Role | None:
    """An office that says enough to find its holder in another article, or None.

    "Talan's lawyer" is no office: what it is of is a person.
    """
    of_person = office.organisation and fold(office.organisation) in cast.surnames
    return None if of_person or not (office.country or office.organisation) else office


def _nationality(words: str) -> str | None:
    """The country of "the German", where the words are no more than that."""
    match = re.fullmatch(r"[Tt]he ([A-Z][\w-]+)", words)
    return country_of(match[1]) if match and match[1] in adjective_forms() else None


def _group_named(cast: _Cast, words: str) -> Voice | None:
    """The one organisation that "the ministry" or "the company" can mean by its name."""
    match = re.fullmatch(r"the (\w+)", words, re.IGNORECASE)
    if not match or match[1].lower() not in _GROUP_NOUNS:
        return None
    named = {
        who
        for *_, who in cast.mentions
        if who.kind == "organisation" and match[1].lower() in fold(who.name).split()
    }
    return named.pop() if len(named) == 1 else None


def _own_words(words: str) -> str:
    """The words as written, in one line, without the clauses that hang on them."""
    plain = " ".join(_CLUTTER.sub("", words).split())
    named = _NAME_THEN_MORE.match(plain)
    plain = (named[1] if named else plain).strip(_EDGES) or " ".join(words.split())
    return _capped(plain)


def _capped(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MAX_WORDS else plain[:MAX_WORDS].rpartition(" ")[0]


def _is_plural(words: str) -> bool:
    head = _HEAD_END.split(words.lower(), maxsplit=1)[0].split()
    if not head:
        return False
    last = head[-1]
    many = last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
    return head[0] in _QUANTITIES or "and" in head or last in _COLLECTIVE or many


def _gender_of_words(words: str) -> Gender | None:
    head = set(_HEAD_END.split(words.lower(), maxsplit=1)[0].split())
    if head & _WOMEN:
        return "she"
    return "he" if head & _MEN else None


def _gender(text: str, person: FoundPerson) -> Gender | None:
    known = gender_of(person, text)
    return "he" if known == "he" else "she" if known == "she" else None


# --- by what came before -------------------------------------------------------------------------


def _hear(scene: Scene, quotes: Sequence[FoundQuote], answers: Sequence[_Answer | None]) -> None:
    """Leave a trace of everybody who speaks under a name or words that a pronoun can take up."""
    for quote, answer in zip(quotes, answers, strict=True):
        if answer and quote.speaker_span and _is_somebody(answer.voice):
            scene.add(Trace(quote.speaker_span[0], SPEAKER, answer.voice))


def _is_somebody(voice: Voice) -> bool:
    if voice.kind != "unnamed":
        return voice.kind == "person"
    words = set(fold(voice.name).split())
    return not voice.plural and not words & _THINGS and voice.name not in place_words()


def _follow_pronouns(
    cast: _Cast, quotes: Sequence[FoundQuote], answers: list[_Answer | None]
) -> None:
    """Answer the quotes whose words are a pronoun, in the order of the text."""
    read_to = 0
    order = sorted(
        (quote.speaker_span[0], n) for n, quote in enumerate(quotes) if quote.speaker_span
    )
    for at, n in order:
        if answers[n] is not None:
            continue
        quote = quotes[n]
        word = cast.text[slice(*_trimmed(cast.text, quote.speaker_span or (0, 0)))].lower()
        add_pronouns(cast.scene, read_to, at)
        read_to = max(read_to, at + len(word))
        answers[n] = _by_pronoun(cast, quotes, answers, n, word)
        answer = answers[n]
        if answer and _is_somebody(answer.voice):
            cast.scene.add(Trace(at, SPEAKER, answer.voice))


def _by_pronoun(
    cast: _Cast,
    quotes: Sequence[FoundQuote],
    answers: Sequence[_Answer | None],
    n: int,
    word: str,
) -> _Answer | None:
    at = (quotes[n].speaker_span or (0, 0))[0]
    if word in _HE_OR_SHE:
        found = antecedent(cast.scene, at, gender_of_pronoun(word))
        return _Answer(found[0], found[1], inferred=True) if found else None
    if word in _RELATIVE:
        return _by_neighbour(cast, at)
    if word in _GROUP:
        return _last_group(cast.scene, quotes, answers, n, plural=word.startswith("t"))
    return None


def _by_neighbour(cast: _Cast, at: int) -> _Answer | None:
    """Whoever is named right before a relative pronoun."""
    n = bisect_left(cast.mentions, at + 1, key=lambda mention: mention[1]) - 1
    if n < 0 or not _BESIDE.fullmatch(cast.text, cast.mentions[n][1], at):
        return None
    return _Answer(cast.mentions[n][2], 0.8, inferred=True)


def _last_group(
    scene: Scene,
    quotes: Sequence[FoundQuote],
    answers: Sequence[_Answer | None],
    n: int,
    plural: bool,
) -> _Answer | None:
    """The group that spoke last, if that was just before: "it" or "they" for police, a mission."""
    at = (quotes[n].speaker_span or (0, 0))[0]
    earlier = [
        (span[0], answer.voice)
        for quote, answer in zip(quotes, answers, strict=True)
        if answer and (span := quote.speaker_span) and span[0] < at
    ]
    if not earlier:
        return None
    before, voice = max(earlier, key=lambda item: item[0])
    fits = voice.plural if plural else voice.kind == "organisation"
    near = scene.distance(before, at) <= 1
    return _Answer(voice, BY_GROUP, inferred=True) if fits and near else None


def _carry_on(quotes: Sequence[FoundQuote], answers: list[_Answer | None]) -> None:
    """Give a quote that only goes on with another the speaker of that one."""
    for n, quote in enumerate(quotes[1:], 1):
        before = quotes[n - 1]
        if quote.speaker_span is None and quote.inferred and quote.speaker == before.speaker:
            answers[n] = answers[n - 1]


def _answered(quote: FoundQuote, answer: _Answer | None) -> FoundQuote:
    if answer is None:
        return replace(quote, speaker=None, speaker_kind=None, office=None)
    return replace(
        quote,
        speaker=answer.voice.name,
        speaker_kind=answer.voice.kind,
        office=answer.voice.office,
        inferred=quote.inferred or answer.inferred,
        confidence=round(quote.confidence * answer.certainty, 3),
    )
