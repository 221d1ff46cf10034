"""Who is in the news in one article, under which names, and in which offices."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model import FoundOrganisation, FoundPerson, Role, Span
from briefing.reading.candidates import Candidate, candidates, shape_evidence
from briefing.reading.countries import learn_places, place_words
from briefing.reading.credit_lines import credit_spans, dateline_spans
from briefing.reading.entities import Entity, entities
from briefing.reading.first_names import HE, SHE, SURNAMES_FIRST
from briefing.reading.names import PARTICLES, SUFFIXES, Word, is_initial, words_of
from briefing.reading.organisations import find_organisations
from briefing.reading.roles import Context, office_key
from briefing.reading.thing_words import THING_WORDS

_ENOUGH = 3.0
"""Evidence from which a name of several words counts as a person's."""

_ENOUGH_ALONE = 3.5
"""Evidence from which a single word counts as a person's name."""


@dataclass(slots=True)
class _Person:
    """A person being gathered: every spelling of the name, every mention."""

    names: list[str]
    tokens: tuple[str, ...]
    mentions: list[Candidate] = field(default_factory=list)


def find_people(
    text: str,
    credits: Sequence[Span] = (),  # noqa: A002 (the trade's own word)
) -> tuple[tuple[FoundPerson, ...], tuple[FoundOrganisation, ...]]:
    """The people in the news and the organisations of one article, in order of first mention.

    Args:
        text: the article.
        credits: spans of bylines and photo credits; who is named only there is left out.
    """
    masked = [*credits, *credit_spans(text), *dateline_spans(text)]
    words = _outside(words_of(text), masked)
    context = Context(learn_places(text), _surnames_of_note(words))
    found = candidates(text, words, context)
    labelled = entities(text, _paragraphs_with(text, found))
    _label(found, labelled)
    gathered = _gather(found)
    people = tuple(_found_person(text, person) for person in gathered)
    mentions = [span for person in people for span in person.mentions]
    return people, find_organisations(text, words, labelled, mentions, context)


def gender_of(found: FoundPerson, text: str) -> str | None:
    """The pronoun a person goes by: "he", "she", or None where nothing tells.

    Titles of address come first, then a common first name, then the pronoun right after a mention.
    """
    for start, _ in found.mentions:
        title = text[max(0, start - 12) : start].split(" ")[-2:-1]
        word = title[0].rstrip(".") if title else ""
        if word in _HE_TITLES or word in _SHE_TITLES:
            return "he" if word in _HE_TITLES else "she"
    first = found.name.split()[0]
    if (first in HE) != (first in SHE):
        return "he" if first in HE else "she"
    return None


_HE_TITLES = frozenset(
    "Mr Sir Lord King Prince Señor Don Brother Father Pope Duke Baron Sheikh".split()
)
_SHE_TITLES = frozenset(
    "Mrs Ms Miss Dame Lady Queen Princess Madam Mme Sister Duchess Baroness".split()
)


def _outside(words: list[Word], masked: Sequence[Span]) -> list[Word]:
    """The words outside the masked spans; where some are left out, a line break stands."""
    kept: list[Word] = []
    for word in words:
        if not any(start <= word.start < end for start, end in masked):
            kept.append(word)
        elif kept and "\n" not in kept[-1].gap:
            kept[-1] = replace(kept[-1], gap=kept[-1].gap[:1] + "\n")
    return kept


def _surnames_of_note(words: list[Word]) -> frozenset[str]:
    """Words that follow a common first name somewhere, so that "Trump official" has no organisation."""
    return frozenset(
        after.text
        for before, after in zip(words, words[1:], strict=False)
        if before.gap == " " and after.capital and (before.text in HE or before.text in SHE)
    ) | {
        word.text
        for word, after in zip(words, words[1:], strict=False)
        if word.capital and word.gap == " " and after.text == "administration"
    }


def _paragraphs_with(text: str, found: list[Candidate]) -> list[Span]:
    """The paragraphs in which a candidate stands, in order."""
    spans: list[Span] = []
    for candidate in found:
        if spans and candidate.start < spans[-1][1]:
            continue
        start = text.rfind("\n", 0, candidate.start) + 1
        end = text.find("\n", candidate.end)
        spans.append((start, len(text) if end < 0 else end))
    return spans


def _label(found: list[Candidate], labelled: list[Entity]) -> None:
    """Gives every candidate the label of the entity that covers most of it."""
    i = 0
    for candidate in found:
        while i < len(labelled) and labelled[i][1] <= candidate.start:
            i += 1
        best = 0
        for start, end, label in labelled[i : i + 4]:
            overlap = min(end, candidate.end) - max(start, candidate.start)
            if overlap > best:
                best, candidate.label = overlap, label
                candidate.exact = overlap * 5 >= 4 * (candidate.end - candidate.start)


def _gather(found: list[Candidate]) -> list[_Person]:
    """The people that the candidates name."""
    by_name: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_name[candidate.tokens].append(candidate)
    spoken = {c.tokens[0] for c in found if len(c.tokens) == 1 and (c.speech or c.honorific)}
    people: list[_Person] = []
    for tokens, places in sorted(by_name.items(), key=lambda item: -len(item[0])):
        if len(tokens) > 1 and _evidence(tokens, places, spoken) >= _ENOUGH:
            _add_full(people, tokens, places)
    _add_short(people, by_name, found)
    for person in people:
        person.mentions.sort(key=lambda c: c.start)
    return sorted((p for p in people if p.mentions), key=lambda p: p.mentions[0].start)


def _evidence(tokens: tuple[str, ...], places: list[Candidate], spoken: set[str]) -> float:
    """How much speaks for a name of several words being a person's."""
    if _is_thing(tokens):
        return -9.0
    score = shape_evidence(tokens)
    score += 3.0 * any(c.honorific or c.age or c.party or c.kin for c in places)
    score += 2.0 * any(c.roles for c in places)
    score += 1.0 * any(c.relative or c.speech for c in places)
    score += 1.5 * (tokens[-1] in spoken)
    score -= 1.5 * (sum(c.the for c in places) * 2 > len(places))
    score -= 1.0 * (sum(c.place_before for c in places) * 2 > len(places))
    labels = [_LABEL_SCORE.get(c.label or "", -1.0) if c.label else 0.0 for c in places]
    return score + sum(labels) / len(labels)


_LABEL_SCORE = {"PERSON": 2.0, "ORG": -1.0, "GPE": -1.5, "LOC": -2.0, "FAC": -2.0, "NORP": -1.0}


def _is_thing(tokens: tuple[str, ...]) -> bool:
    """Whether a word tells that this is a street, a club, a cup or the like."""
    if any(token in THING_WORDS for token in tokens[1:]) or tokens[0] in THING_WORDS:
        return True
    if all(token.isupper() and len(token) > 2 for token in tokens):
        return True
    return " ".join(tokens) in place_words() or any(c.isdigit() for c in "".join(tokens))


def _add_full(people: list[_Person], tokens: tuple[str, ...], places: list[Candidate]) -> None:
    """Adds a full name: to the person it is a shorter form of, or as a new person."""
    fits = [person for person in people if _is_form_of(tokens, person.tokens)]
    if len(fits) == 1:
        fits[0].mentions += places
        fits[0].names.append(places[0].name)
    elif not fits:
        people.append(_Person([places[0].name], tokens, list(places)))


def _is_form_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one full name is a shorter form of another ("Ann Lee" of "Ann B. Lee")."""
    if (short[-1] in SUFFIXES) != (full[-1] in SUFFIXES):
        return False
    if short[0] != full[0] and not (is_initial(short[0]) and short[0][0] == full[0][0]):
        return False
    low = [token.lower() for token in full]
    return short[-1] == full[-1] and all(t.lower() in low for t in short[1:])


def _short_forms(tokens: tuple[str, ...]) -> set[str]:
    """The forms under which a full name may come back: surnames, with and without particles."""
    core = tokens[:-1] if tokens[-1] in SUFFIXES and len(tokens) > 2 else tokens
    forms = {
        core[-1],
        core[-1].split("-")[-1] if core[-1].lower().startswith(("al-", "el-")) else core[-1],
    }
    for i in range(len(core) - 1, 0, -1):
        tail = " ".join(core[i:])
        forms |= {tail, tail[0].upper() + tail[1:]}
        if len(core) > 2 and core[1].lower() not in PARTICLES and not is_initial(core[1]):
            forms.add(core[1])
    if core[0] in SURNAMES_FIRST and len(core) <= 3:
        forms.add(core[0])
    return forms


def _add_short(
    people: list[_Person],
    by_name: dict[tuple[str, ...], list[Candidate]],
    found: list[Candidate],
) -> None:
    """Gives surnames standing alone to their bearers; what is left may be people of one name."""
    taken = {id(c) for person in people for c in person.mentions}
    bearers: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        for form in _short_forms(person.tokens):
            bearers[form].append(person)
    left: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in found:
        if id(candidate) in taken:
            continue
        fits = bearers.get(" ".join(candidate.tokens), [])
        owner = fits[0] if len(fits) == 1 else _introduced_nearby(fits, candidate)
        if owner:
            owner.mentions.append(candidate)
            owner.names.append(candidate.name)
        elif not fits:
            left[candidate.tokens].append(candidate)
    firsts: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        firsts[person.tokens[0]].append(person)
    for tokens, places in left.items():
        if len(tokens) > 1:
            continue
        same = firsts.get(tokens[0], [])
        if len(same) == 1 and tokens[0] not in place_words():
            same[0].mentions += places
            same[0].names.append(places[0].name)
        elif not same and _evidence_alone(tokens[0], places) >= _ENOUGH_ALONE:
            people.append(_Person([places[0].name], tokens, places))


def _introduced_nearby(fits: list[_Person], candidate: Candidate) -> _Person | None:
    """Of several bearers of a surname the one named in full shortly before, if only one was."""
    near = [
        person
        for person in fits
        if any(0 < candidate.start - c.end < 400 and len(c.tokens) > 1 for c in person.mentions)
    ]
    return near[0] if len(near) == 1 else None


def _evidence_alone(word: str, places: list[Candidate]) -> float:
    """How much speaks for a single word being a person's name."""
    if word in THING_WORDS or word in place_words() or (word.isupper() and len(word) > 1):
        return -9.0
    if len(word) < 3 and word not in SURNAMES_FIRST:
        return -9.0
    score = 3.0 * any(c.honorific or c.age or c.party for c in places)
    score += 2.5 * any(c.roles for c in places) + 2.0 * any(c.administration for c in places)
    score += 1.0 * any(c.speech or c.relative for c in places) + 0.5 * (len(places) > 1)
    score -= 1.5 * (sum(c.the and not c.administration for c in places) * 2 > len(places))
    score -= 1.0 * (sum(c.place_before for c in places) * 3 > len(places))
    labels = [_LABEL_SCORE.get(c.label or "", -1.0) if c.label else 0.0 for c in places]
    return score + sum(labels) / len(labels)


def _found_person(text: str, person: _Person) -> FoundPerson:
    """The person as the reading gives it."""
    name = max(person.names, key=lambda name: (len(name.split()), len(name)))
    aliases = tuple(dict.fromkeys(n for n in person.names if n != name))
    roles = _distinct([role for c in person.mentions for role in c.roles])
    countries = [r.country for r in sorted(roles, key=lambda r: r.former) if r.country]
    adjectives = [c.country for c in person.mentions if c.country]
    return FoundPerson(
        name=name,
        mentions=tuple((c.start, c.end) for c in person.mentions),
        aliases=aliases,
        roles=tuple(roles),
        country=next(iter([*countries, *adjectives]), None),
    )


def _distinct(roles: list[Role]) -> list[Role]:
    """One role an office: the same post named again adds nothing but a missing country."""
    kept: dict[tuple[str, bool], Role] = {}
    for role in roles:
        key = (office_key(role.title), role.former)
        known = kept.get(key)
        if known is None or (known.country is None and role.country):
            kept[key] = role
        elif known.country and role.country and known.country != role.country:
            kept[key[0] + role.country, role.former] = role
    return list(kept.values())
