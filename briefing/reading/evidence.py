"""How much speaks for a run of capitals being a person's name. Weights were set by reading news.

A name's places are weighed together: one clear sign anywhere counts for all of them.
"""

import re
from collections.abc import Container, Iterable, Sequence

from briefing.reading.bodies import METONYMS
from briefing.reading.candidates import SHORT_BODIES
from briefing.reading.countries import adjective_forms, country_forms, place_words
from briefing.reading.first_names import SURNAMES_FIRST, is_first_name
from briefing.reading.given_names import gender_of_name
from briefing.reading.names import PARTICLES, SUFFIXES, is_initial
from briefing.reading.small_words import small_words
from briefing.reading.surroundings import Candidate
from briefing.reading.thing_words import NAMED_AFTER_PEOPLE, SURNAME_THINGS, THING_WORDS
from briefing.reading.wordlist import wordlist

ENOUGH = 2.0
"""Evidence from which a name of several words counts as a person's."""

ENOUGH_ALONE = 3.0
"""Evidence from which a single word counts as a person's name."""

_NOT = -9.0
_LABELS = {"PERSON": 4.0, "ORG": -1.0, "GPE": -1.5, "LOC": -2.0, "FAC": -2.0}
_OFTEN_WRONG = frozenset(["ORG", "GPE", "NORP"])
"""Labels that the model often gives to a person with a common first name."""

_NAMESAKES = wordlist(
    """
    Austin Charlotte Virginia Georgia Jordan Chelsea Jackson Houston Madison Carson Paris Sydney
    Florence Victoria Israel Chad Dallas Lincoln Orlando Santiago Salvador Diego Antonio
    Francisco Berlin Vienna Verona
    """
)
"""First names that are towns as well."""

_THING = 5.0
"""What it counts against a name that the words around it call it a ship, a firm or the like."""
_OTHER_LABEL = -1.0
_DOUBT, _DOUBT_ALONE = 3, 6
"""How strongly a label counts for less where the tagger is not sure of it (an exponent)."""
_NOBODY = wordlist("Dem Dems Fed Veep Dept Ald Gov Sen Rep")
"""Short forms that the tagger takes for surnames."""
_LOWER_TAIL = re.compile(r"\A[A-ZÀ-Þ].*-[a-z]")
_ROMAN = re.compile(r"[IVXLC]{2,}\Z")


def evidence(tokens: tuple[str, ...], places: Sequence[Candidate], spoken: Container[str]) -> float:
    """How much speaks for a name of several words.

    Args:
        tokens: its words.
        places: where it stands.
        spoken: words that stand alone with a verb of speech or a title of address somewhere.
    """
    capitals = all(token.isupper() and len(token) > 2 for token in tokens)
    if capitals and not any(c.honorific or c.roles for c in places):
        return _NOT
    if is_thing(tokens) or (_is_numbered(tokens) and not _is_numbered_person(tokens, places)):
        return _NOT
    score = _shape(tokens)
    score += 3.0 * any(c.honorific or c.age or c.party or c.kin for c in places)
    score += 2.0 * any(c.roles or c.camp for c in places)
    score += 1.0 * any(c.relative or c.speech or c.owner or c.acts or c.fate for c in places)
    score += 0.5 * (len(places) > 1) + 0.5 * any(c.country for c in places)
    alone = tokens[-1] in spoken
    score += 2.0 * alone
    score -= 3.0 * _mostly(c.the and not c.camp for c in places)
    score -= 1.0 * (not alone and _mostly(c.place_before for c in places))
    score -= _THING * _half(c.thing is not None for c in places)
    score -= 1.0 * _mostly(c.body for c in places)
    if not _is_given(tokens[0]):
        score -= 1.0 * (tokens[-1] in SURNAME_THINGS or tokens[0] in SURNAME_THINGS)
    score -= 1.0 * sum(_is_small(token) for token in tokens)
    score -= 1.5 * places[0].small
    score -= 1.0 * max(0, sum(token.lower() not in PARTICLES for token in tokens) - 4)
    known = _is_given(tokens[0]) or _are_initials(tokens[0])
    return score + _label_score(places, _DOUBT, known=known)


def evidence_alone(word: str, places: Sequence[Candidate]) -> float:
    """How much speaks for a single word being a person's name."""
    if word in THING_WORDS or word in place_words() or (word.isupper() and len(word) > 1):
        return _NOT
    bodys = word in METONYMS and not any(c.honorific for c in places)
    if bodys or word in _NOBODY or _LOWER_TAIL.search(word):
        return _NOT
    if (len(word) < 3 and word not in SURNAMES_FIRST) or any(c.place for c in places):
        return _NOT
    score = 3.0 * any(c.honorific or c.age or c.party or c.kin for c in places)
    score += 3.0 * any(c.roles for c in places)
    score += (
        1.5 * any(c.camp for c in places)
        + 1.5 * any(c.rules for c in places)
        + 1.5 * any(c.owner for c in places)
    )
    score += 1.0 * any(c.speech or c.relative or c.acts or c.fate for c in places)
    score += 2.5 * any(c.named and c.label == "PERSON" for c in places)
    score -= 1.5 * (_is_small(word) and not any(c.kin for c in places))
    score += 0.5 * (len(places) > 1) + 0.5 * (len(places) > 4)
    score += 3.0 * any(c.times and c.label == "PERSON" for c in places)
    score -= 1.5 * _mostly(c.the and not (c.camp or c.times) for c in places)
    score -= 1.5 * _mostly(c.place_before for c in places)
    called = [c.thing is not None for c in places]
    score -= _THING / 2 * (any(called) + _half(called))
    score -= 1.5 * _half(c.body for c in places)
    score -= 1.5 * ("-" in word) + 2.0 * (places[0].small or places[0].firm)
    return score + _label_score(places, _DOUBT_ALONE, known=_is_given(word), alone=True)


def _is_given(word: str) -> bool:
    return is_first_name(word) and word not in _NAMESAKES


def _is_small(word: str) -> bool:
    return word.lower() in small_words() and not is_first_name(word)


def is_thing(tokens: tuple[str, ...]) -> bool:
    """Whether a word tells that this is a street, a club, a cup, a country or the like."""
    last = tokens[-1]
    if any(token in THING_WORDS for token in tokens if not is_first_name(token) or token == last):
        return True
    if tokens[0] in _LEADING or any(c.isdigit() for c in "".join(tokens)):
        return True
    parts = [part for token in tokens for part in token.split("-") if len(part) > 1]
    if any(part in THING_WORDS for part in parts[1:]):
        return True
    name = " ".join(tokens)
    if name in place_words() or name in NAMED_AFTER_PEOPLE:
        return True
    return last in country_forms() and last not in _PEOPLE_TOO | adjective_forms()


def _is_numbered(tokens: tuple[str, ...]) -> bool:
    """Whether a single letter or a Roman number stands last ("Title IX", "Generation Z")."""
    last = tokens[-1]
    return len(last) == 1 or (_ROMAN.match(last) is not None and len(tokens) == 2)


def _is_numbered_person(tokens: tuple[str, ...], places: Sequence[Candidate]) -> bool:
    return is_first_name(tokens[0]) or any(c.roles or c.honorific for c in places)


_LEADING = wordlist(
    """
    St Saint Fort Mount Lake Cape Banque Banco Banca Maison Casa Calle Kanal Avenida Rua Piazza
    Château Chateau Cerro Lago Ilha Puerto Santa
    """
)
"""First words of what is named: streets, banks, capes."""
_PEOPLE_TOO = wordlist(
    """
    Jordan Chad Israel England French Holland Ireland Georgia German Pole Scott
    """
)


def _shape(tokens: tuple[str, ...]) -> float:
    """What the words of a name alone say: a first name, initials, particles."""
    if is_first_name(tokens[0]):
        return 2.5
    if (
        tokens[-1] in SUFFIXES
        or is_initial(tokens[0])
        or _are_initials(tokens[0])
        or (len(tokens) > 2 and is_initial(tokens[1]))
    ):
        return 1.5
    if any(
        token.startswith(("al-", "el-", "Al-")) or token in _NAME_PARTICLES for token in tokens[1:]
    ):
        return 1.5
    if gender_of_name(tokens[0]):
        return 1.0
    if tokens[0] in SURNAMES_FIRST and len(tokens) in {2, 3}:
        return 1.0
    return 0.0


def _are_initials(word: str) -> bool:
    """Whether a word is two initials without full stops ("JK"), and no usual short form."""
    return len(word) == 2 and word.isupper() and word not in SHORT_BODIES


_NAME_PARTICLES = PARTICLES - {"de", "la", "las", "los", "du", "st", "y", "del", "do", "das"}


def _label_score(
    places: Sequence[Candidate], doubt: int, *, known: bool, alone: bool = False
) -> float:
    """Between the mean and the best of what the model's labels say; the mean for a single word.

    With a common first name in front some labels say little: the model often errs there.
    """
    scores = [_score_of_label(place, doubt, known=known) for place in places]
    mean = sum(scores) / len(scores)
    return mean if alone else (mean + max(scores)) / 2


def _score_of_label(place: Candidate, doubt: int, *, known: bool) -> float:
    if not place.label:
        return 0.0
    weight = _LABELS.get(place.label, _OTHER_LABEL)
    score = weight * place.likely**doubt
    if place.rules and place.label == "ORG":
        return 0.0
    return max(score, -0.5) if known and place.label in _OFTEN_WRONG else score


def _half(signs: Iterable[bool]) -> bool:
    values = list(signs)
    return sum(values) * 2 >= len(values)


def _mostly(signs: Iterable[bool]) -> bool:
    values = list(signs)
    return sum(values) * 2 > len(values)
