"""Who is in the news in one article, under which names, and in which offices."""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.kinds import Span
from briefing.model import FoundOrganisation, FoundPerson, Role
from briefing.reading.bearers import Bearer, gather
from briefing.reading.candidates import candidates
from briefing.reading.capitals import in_small_letters
from briefing.reading.countries import learn_places
from briefing.reading.datelines import read_dateline
from briefing.reading.first_names import is_first_name
from briefing.reading.genders import gender_of
from briefing.reading.header import read_header
from briefing.reading.homelands import give_countries
from briefing.reading.names import Word, unwrapped, words_of
from briefing.reading.naming import Entity
from briefing.reading.office_parts import Context, head_of
from briefing.reading.office_words import ABBREVIATED, CAMPS, HONORIFICS
from briefing.reading.organisations import find_organisations
from briefing.reading.surroundings import Candidate
from briefing.reading.wordlist import wordlist
from briefing.titles import office_key

_MOST_ROLES = 60
"""Roles looked at for one person in one article, so that no odd text takes minutes."""

_LESSER = wordlist("deputy vice assistant under shadow associate acting interim elect")
"""Words that make an office another one."""

_LED = CAMPS - {"government"}
_ACRONYM = 4
"""Letters that words in capitals have which are no names ("the Tarn GOP chairman")."""

_PARAGRAPHS_WITH_DATELINE = 12
"""First lines of a text that are looked at for a dateline: captions and titles may come before."""

__all__ = ["find_people", "gender_of"]


def find_people(
    text: str,
    labelled: Sequence[Entity],
    credits: Sequence[Span] = (),
    sources: Sequence[Span] = (),
) -> tuple[tuple[FoundPerson, ...], tuple[FoundOrganisation, ...]]:
    """The people in the news and the organisations of one article, in order of first mention.

    Args:
        text: the article.
        labelled: the names that a model sees in it, in order.
        credits: spans of bylines and photo credits; who is named only there is left out. Without
            any, the article's own header is read for them.
        sources: spans of the words for those who speak, in any order: whoever is named there first
            is rather a person than a place or a thing.
    """
    text = unwrapped(text)
    opening = {start for start, _ in sources}
    masked = [*(credits or read_header(text).credits), *_datelines(text, opening)]
    words = _outside(words_of(text), masked)
    context = Context(learn_places(text), _names_of_note(words))
    found = candidates(text, in_small_letters(text, words), context)
    _label(found, labelled)
    for candidate in found:
        # "Valdoria said" is no sign; a turn ("TALAN: No.") and a name of several words are.
        telling = len(candidate.tokens) > 1 or text.startswith(":", candidate.end)
        if telling and candidate.start in opening:
            candidate.speech = True
    bearers = gather(found)
    give_countries(text, bearers, context.places)
    people = tuple(_found_person(bearer) for bearer in bearers)
    mentions = [span for person in people for span in person.mentions]
    bodies = [(c.start, c.end) for c in found if c.thing == "body"]
    return people, find_organisations(text, words, labelled, mentions, context, bodies)


def _datelines(text: str, opening: Container[int]) -> list[Span]:
    """The datelines of the first paragraphs: their places and agencies are not in the news.

    What stands where a speaker is named (``opening``) is a turn: "MAYOR TALAN: No."
    """
    spans, start = [], 0
    for _ in range(_PARAGRAPHS_WITH_DATELINE):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        lead = len(line) - len(line.lstrip())
        turn = start + lead in opening
        if not turn and (dateline := read_dateline(line[lead : lead + 300])):
            spans.append((start, start + lead + dateline.span[1]))
        if end < 0:
            break
        start = end + 1
    return spans


def _outside(words: list[Word], masked: Sequence[Span]) -> list[Word]:
    """The words outside the masked spans; where some are left out, a line break stands."""
    kept: list[Word] = []
    spans = iter(sorted(masked))
    span = next(spans, None)
    for word in words:
        while span and span[1] <= word.start:
            span = next(spans, None)
        if not span or word.start < span[0]:
            kept.append(word)
        elif kept and "\n" not in kept[-1].gap:
            kept[-1] = replace(kept[-1], gap=kept[-1].gap[:1] + "\n")
    return kept


def _names_of_note(words: list[Word]) -> frozenset[str]:
    """Words that are plainly someone's name: "Talan official" then has no organisation."""
    noted = set()
    for before, word in pairwise(words):
        if not (word.capital and before.joins) or head_of(word.text):
            continue
        titled = before.text in HONORIFICS or (head_of(before.text) and before.capital)
        if is_first_name(before.text) or titled:
            noted.add(word.text)
    for word, after in pairwise(words):
        if after.text in _LED and word.capital and word.gap == " ":
            noted.add(word.text)
    return frozenset(word for word in noted if not (word.isupper() and len(word) <= _ACRONYM))


def _label(found: list[Candidate], labelled: Sequence[Entity]) -> None:
    """Gives every candidate the label of the entity that covers most of it."""
    i = 0
    for candidate in found:
        while i < len(labelled) and labelled[i].end <= candidate.start:
            i += 1
        best = 0
        for name in labelled[i : i + 4]:
            overlap = min(name.end, candidate.end) - max(name.start, candidate.start)
            if overlap > best:
                best, candidate.label, candidate.likely = overlap, name.label, name.probability


def _found_person(bearer: Bearer) -> FoundPerson:
    """The person as the reading gives it."""
    names = [candidate.name for candidate in bearer.mentions]
    name = max(bearer.full_names() or names, key=lambda name: (len(name.split()), len(name)))
    roles = _distinct([role for c in bearer.mentions for role in c.roles])
    countries = [role.country for role in sorted(roles, key=lambda r: r.former) if role.country]
    adjectives = [c.country for c in bearer.mentions if c.country]
    return FoundPerson(
        name=name,
        mentions=tuple((c.start, c.end) for c in bearer.mentions),
        aliases=tuple(dict.fromkeys(n for n in names if n != name)),
        roles=tuple(roles),
        country=next(iter([*countries, *adjectives]), None),
    )


def _distinct(roles: list[Role]) -> list[Role]:
    """One role an office, in the fullest words: "Gov." says nothing beside "Tarn Gov."."""
    kept: list[Role] = []
    for role in roles[:_MOST_ROLES]:
        same = next((n for n, known in enumerate(kept) if _is_same(known, role)), None)
        if same is None:
            kept.append(role)
        elif _said(role) > _said(kept[same]):
            kept[same] = role
    return kept


def _is_same(known: Role, role: Role) -> bool:
    one, other = _key(known), _key(role)
    alike = one <= other or other <= one
    if not alike or (one ^ other) & _LESSER or known.former != role.former:
        return False
    countries = {known.country, role.country} - {None}
    organisations = {known.organisation, role.organisation} - {None}
    return len(countries) < 2 and len(organisations) < 2


def _key(role: Role) -> frozenset[str]:
    words = (ABBREVIATED.get(word.rstrip("."), word) for word in role.title.split())
    return frozenset(office_key(" ".join(words)).split())


def _said(role: Role) -> tuple[int, int]:
    told = (role.country is not None) + (role.organisation is not None)
    return told, len(_key(role))
