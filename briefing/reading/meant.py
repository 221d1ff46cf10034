"""Whom a phrase means that is no pronoun: by name, by office, by what the article calls one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from dataclasses import replace

from briefing.kinds import Span
from briefing.model import FoundPerson, Role
from briefing.reading.antecedents import Voice, antecedent
from briefing.reading.cast import NAME_BEHIND, Answer, Cast
from briefing.reading.countries import adjective_forms, country_of
from briefing.reading.descriptions import also_called
from briefing.reading.genders import HE_TITLES, SHE_TITLES
from briefing.reading.given_names import gender_of_name
from briefing.reading.groups import group_meant
from briefing.reading.heads import heads
from briefing.reading.offices import PART_OF_TITLE, compatriot, holder_of
from briefing.reading.phrases import (
    HONORIFICS,
    INDEFINITE,
    capped,
    gender_of_words,
    head_noun,
    is_plural,
    own_words,
)
from briefing.reading.roles import parse_office
from briefing.reading.wordlist import wordlist
from briefing.text import fold

# How sure the way is by which a speaker was found.
BY_NAME = 0.98
BY_SHARED_NAME = 0.8
BY_ONE_WORD = 0.85
BY_WORDS = 0.95
BY_GROUP = 0.7
BY_DESCRIPTION = 0.85

NEAR = 3
"""Sentences for which "the lawyer" still means the one who was named."""
_LEAD = 3
"""Paragraphs in which an article may speak of somebody whom it names only later."""
FAR = 2000
"""Characters back to which another of the kind is looked for."""
SHARED_LEAD = 0.4
"""How close a second bearer of a surname may come to the one it is given to."""

_OFFICES = wordlist(
    """president minister secretary chancellor premier governor mayor senator congressman
    congresswoman representative candidate nominee leader chief commissioner ambassador envoy
    speaker pope king queen prince princess general chairman chairwoman chair ceo executive
    director spokesman spokeswoman coach manager"""
)
_OF_TWO = re.compile(
    r"[Tt]he (?P<which>younger|elder|older) (?:M(?:r|rs|s)\.? )?(?P<name>[A-ZÀ-Þ][\w’'-]+)\Z"
)
_TWO = 2
_ELDERS = wordlist("father mother uncle aunt grandfather grandmother")
_CHILDREN = wordlist("son daughter nephew niece grandson granddaughter")
_YOUNGER, _ELDER = frozenset(["Jr", "II", "III"]), frozenset(["Sr"])
_AND_ANOTHER = re.compile(r"(?:he|she|they) and\b", re.IGNORECASE)
_NAMESAKE = re.compile(r"\b(?:[Aa]nother|[Oo]ther|[Ss]econd) \Z")
_SAID = re.compile(r"\b(?:said|says|wrote|writes|added|adds)\Z")
_COMMA = re.compile(r"\s?,\s+(?=[A-ZÀ-Þ])")
_APPOSED_END = re.compile(r"\s*(?:\Z|[.\n]|,\s+(?:who|said|told)\b|,\s+\d{1,3}\b)")
_APPOSED_HERE = re.compile(r"\A(?:,| is| was|\s[—–-])\s[^.;:\n“”\"]{0,120}")


def by_own_words(cast: Cast, span: Span) -> Answer:
    """Who a phrase means that is no pronoun: a name, an office's holder, or its own words."""
    words = cast.text[span[0] : span[1]]
    low = bisect_left(cast.mentions, span[0] + 1, key=lambda mention: mention[1])
    high = bisect_left(cast.mentions, span[1], key=lambda mention: mention[0])
    inside = [(max(a, span[0]), min(b, span[1]), who) for a, b, who in cast.mentions[low:high]]
    if answer := _by_age(cast, words):
        return answer
    found, several = heads(cast.text, span, inside)
    if several or len(set(found)) > 1 or _AND_ANOTHER.match(words):
        return Answer(Voice(capped(words), "unnamed", plural=True), BY_WORDS)
    named = next((start for start, _, who in inside if found and who == found[0]), span[0])
    if found and _NAMESAKE.search(cast.text, span[0], named):
        return Answer(Voice(own_words(words), "unnamed"), BY_WORDS)
    if found:
        return Answer(found[0], _by_name(cast, found[0], words))
    return (
        _by_shared_name(cast, span[0], words)
        or _by_apposition(cast, span, words)
        or _by_office(cast, span, words)
    )


def _by_name(cast: Cast, voice: Voice, words: str) -> float:
    """How sure a name is: less where another may bear it, or where it may be no person's at all."""
    if voice.kind != "person":
        return BY_NAME
    title = words.split(maxsplit=1)[0].rstrip(".")
    gender = "he" if title in HE_TITLES else "she" if title in SHE_TITLES else None
    misfits = gender is not None and gender_of_name(voice.name.split()[0]) not in {gender, None}
    if misfits or _is_shared(cast, words):
        return BY_SHARED_NAME
    if " " not in voice.name and not gender and voice.gender is None:
        return BY_ONE_WORD
    return BY_NAME


def _by_shared_name(cast: Cast, at: int, words: str) -> Answer | None:
    """A name of the article's people where no mention was found: most often a shared surname.

    Of several who bear it the one counts who agrees with the title and clearly was heard last.
    """
    name = re.split(r"[,(]", words)[0].strip()
    tokens = name.split()
    if not tokens or not all(token[0].isupper() for token in tokens):
        return None
    title = tokens[0].rstrip(".") if tokens[0].rstrip(".") in HONORIFICS else ""
    bearers = cast.bearers.get(fold(name)) or (cast.bearers.get(fold(tokens[-1])) if title else [])
    gender = {"Mr": "he", "Sir": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}.get(title)
    fitting = [v for v in bearers or [] if not gender or v.gender in {gender, None}]
    if len(fitting) == 1:
        return Answer(fitting[0], BY_NAME)
    found = antecedent(cast.scene, at, lambda voice: float(voice in fitting), SHARED_LEAD)
    return Answer(found[0], BY_SHARED_NAME) if found else None


def _is_shared(cast: Cast, words: str) -> bool:
    """Whether the words end in a surname alone that several of the article's people bear."""
    *before, last = fold(words).split() or [""]
    bearers = [name for person in cast.people if last in (name := fold(person.name).split())]
    return len(bearers) > 1 and not any(set(before) & set(name[:-1]) for name in bearers)


def _by_age(cast: Cast, words: str) -> Answer | None:
    """Whom "the younger Talan" means: the son or nephew of that name, and "the elder" the other."""
    match = _OF_TWO.match(re.split(r"[,(]", words)[0])
    if not match:
        return None
    bearers = [p.name for p in cast.people if match["name"] in p.name.rstrip(".").split()]
    elder = {n for n in bearers if _is_of(cast, n, _ELDER, _ELDERS)}
    younger = {n for n in bearers if _is_of(cast, n, _YOUNGER, _CHILDREN)}
    if len(bearers) == _TWO and (elder or younger):
        elder, younger = elder or set(bearers) - younger, younger or set(bearers) - elder
    meant = younger if match["which"] == "younger" else elder
    if len(meant) != 1 or elder & younger:
        return None
    return Answer(cast.voices[meant.pop()], BY_SHARED_NAME, inferred=True)


def _is_of(cast: Cast, name: str, suffixes: Container[str], kin: Iterable[str]) -> bool:
    """Whether somebody's name ends so, or the article calls them a relative of the kind."""
    called = any(name in cast.described.get(noun, ()) for noun in kin)
    return called or name.rstrip(".").split()[-1] in suffixes


def _by_apposition(cast: Cast, span: Span, words: str) -> Answer | None:
    """Who is named right behind the words for one: "said one of them, Mira Talan."."""
    comma = _COMMA.match(cast.text, span[1])
    if not comma or (is_plural(words) and not words.lower().startswith("one ")):
        return None
    before = cast.text[max(0, span[0] - 20) : span[0]].rstrip().lower()
    if before.endswith("according to"):
        return None
    n = bisect_left(cast.mentions, comma.end(), key=lambda mention: mention[0])
    if n == len(cast.mentions) or cast.mentions[n][0] != comma.end():
        return None
    end = cast.mentions[n][1]
    behind_verb = _SAID.search(before) and cast.text.startswith(",", end)
    closed = behind_verb or _APPOSED_END.match(cast.text, end)
    return Answer(cast.mentions[n][2], BY_SHARED_NAME) if closed else None


def _by_office(cast: Cast, span: Span, words: str) -> Answer:
    """The holder of an office, the group that a noun means, or nobody in the words as written."""
    plural = is_plural(words)
    own = Voice(own_words(words), "unnamed", gender_of_words(words), plural=plural)
    if plural or words.split(maxsplit=1)[0].lower() in INDEFINITE:
        return Answer(own, BY_WORDS)
    group = group_meant(cast, words, span[0])
    if group:
        return Answer(group, BY_GROUP, inferred=True)
    person = compatriot(country, cast.people) if (country := _nationality(words)) else None
    if person:
        return Answer(cast.voices[person.name], PART_OF_TITLE, inferred=True)
    office = parse_office(cast.text, span, cast.context)
    if office and NAME_BEHIND.match(cast.text[office.end : span[1]]):
        return Answer(own, BY_WORDS)
    holder = holder_of(office, cast.people, span[0]) if office else None
    if holder and _is_meant(cast, holder[0], head_noun(words), span[0]):
        return Answer(cast.voices[holder[0].name], holder[1], inferred=True)
    if found := _by_description(cast, span, words):
        return found
    if office is None:
        return Answer(own, BY_WORDS)
    return Answer(replace(own, office=_for_linking(cast, office)), BY_WORDS)


def _by_description(cast: Cast, span: Span, words: str) -> Answer | None:
    """Whom the article calls what the words say: the only one, or the one who was heard last."""
    noun = head_noun(words)
    if not (words.lower().startswith("the ") or words.lower() == noun):
        return None
    if noun in _OFFICES and len(words.split()) > 2:
        return None
    gender = gender_of_words(words)
    names = {name for n in also_called(noun) for name in cast.described.get(n, ())}
    fitting = [cast.voices[name] for name in names]
    fitting = [v for v in fitting if gender is None or v.gender in {gender, None}]
    fitting = [voice for voice in fitting if _is_still_meant(cast, voice, noun, span[0])]
    if not fitting:
        return None
    if len(fitting) == 1:
        return Answer(fitting[0], BY_DESCRIPTION, inferred=True)
    found = antecedent(cast.scene, span[0], lambda voice: float(voice in fitting), SHARED_LEAD)
    return Answer(found[0], BY_SHARED_NAME, inferred=True) if found else None


def _is_meant(cast: Cast, holder: FoundPerson, noun: str, at: int) -> bool:
    """Whether "the adviser" is this one: named just before, and no "another adviser" met since.

    An office of which a state has only one needs no such nearness.
    """
    named = max((end for _, end in holder.mentions if end <= at), default=0)
    if noun not in _OFFICES and cast.scene.distance(named, at) > NEAR:
        return False
    return not _meets_another(cast.text[max(named, at - FAR) : at], noun)


def _is_still_meant(cast: Cast, voice: Voice, noun: str, at: int) -> bool:
    """Whether one whom the article calls "a geologist" is named before, and no other one since.

    Headlines and leads may name nobody yet.
    """
    person = next(person for person in cast.people if person.name == voice.name)
    before = [end for _, end in person.mentions if end <= at]
    if not before:
        return bisect_right(cast.scene.paragraphs, at) <= _LEAD
    since = cast.text[max(before[-1], at - FAR) : at]
    own = since if len(before) > 1 else _APPOSED_HERE.sub("", since)
    return not _meets_another(own, noun)


def _meets_another(passage: str, noun: str) -> bool:
    other = rf"\b(?:an?|another|one|second)\s+(?:[\w’'-]+\s+){{0,4}}?{re.escape(noun)}\b"
    return re.search(other, passage, re.IGNORECASE) is not None


def _for_linking(cast: Cast, office: Role) -> Role | None:
    """An office that says enough to find its holder in another article, or None.

    "Talan's lawyer" is no office: what it is of is a person.
    """
    of_person = office.organisation and fold(office.organisation) in cast.bearers
    return None if of_person or not (office.country or office.organisation) else office


def _nationality(words: str) -> str | None:
    """The country of "the German", where the words are no more than that."""
    match = re.fullmatch(r"[Tt]he ([A-Z][\w-]+)", words)
    return country_of(match[1]) if match and match[1] in adjective_forms() else None
