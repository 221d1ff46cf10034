"""Organisations of one article that speak or act: ministries, companies, courts, parties."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.kinds import Span
from briefing.model import FoundOrganisation
from briefing.reading.bodies import (
    ACRONYMS,
    BODY_NOUNS,
    METONYMS,
    NO_BODIES,
    STATE_BODIES,
    STATE_POWERS,
)
from briefing.reading.common_words import is_common
from briefing.reading.countries import adjective_forms, capital_forms, country_forms, country_of
from briefing.reading.country_names import US_STATES
from briefing.reading.names import Word
from briefing.reading.naming import Entity
from briefing.reading.office_parts import Context, head_of
from briefing.reading.office_words import PORTFOLIOS
from briefing.reading.small_words import small_words
from briefing.reading.surroundings import SPEECH
from briefing.reading.thing_words import THING_WORDS
from briefing.reading.wordlist import wordlist
from briefing.text import fold

_LONGEST = 12
"""Most words in an organisation's name."""

_FIELDS = PORTFOLIOS | wordlist(
    """
    management budget immigrant immigrants refugee refugees control prevention standards quality
    safety statistics arts sciences letters medicine ethics enforcement urban conservation wildlife
    """
)
"""What bodies are for: behind one "and" goes on with the name ("of Management and Budget")."""
_PARTS = wordlist("Office Committee Subcommittee Commission Council Democrats Republicans Bureau")
"""Nouns of what is a part of what their name begins with: the Senate is no short form of them."""
_SENT = frozenset(["Mission", "Office", "Delegation", "Embassy"])
_OWNER = r"(?:[A-ZÀ-Þ][\w.-]+(?: [A-ZÀ-Þ][\w.-]+)?)(?:['’]s?)?"
_BODY = re.compile(rf"\b({_OWNER}) (?:({STATE_BODIES})|({STATE_POWERS}))\b|\b({STATE_BODIES})\b")
_SHORT = re.compile(r" \(([A-Z][A-Za-z&.-]{1,9})\)")
_SPEAKS_AFTER = re.compile(rf",? (?:also |has |had |have )?(?:{'|'.join(sorted(SPEECH))})\b")
_SPEAKS_BEFORE = re.compile(r"\b[Aa]ccording to (?:the )?\Z")
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}s?\Z")
_NO_BODY = re.compile(
    r"['’]s |^(?:Hurricane|Storm|Tropical|State of|Air Force) |Republic of|Hill\Z"
)
_GENERIC = BODY_NOUNS | {"Channel", "Radio"}
_THE = re.compile(r"[Tt]he \Z")
_TRAILING = re.compile(r"(?: (?:and|of|for|the|in|on|at))+\Z")
_HYPHENED = re.compile(r"-[a-z]+\Z")
_LEGAL = re.compile(r"(?:,? (?:Inc|Corp|Corporation|Ltd|LLC|PLC|plc|Co|Group|Holdings)\.?)+\Z")


@dataclass(slots=True)
class _Body:
    """An organisation being gathered under its fullest name."""

    name: str
    mentions: dict[Span, str] = field(default_factory=dict)


def find_organisations(
    text: str,
    words: list[Word],
    labelled: Sequence[Entity],
    people: Sequence[Span],
    context: Context,
    called: Sequence[Span] = (),
) -> tuple[FoundOrganisation, ...]:
    """The organisations of an article, in order of first mention.

    Args:
        text: the article.
        words: its words outside credits and datelines.
        labelled: the model's entities.
        people: mentions of people, which are no organisations.
        context: the article's own countries and names.
        called: names that the words around call a firm or the like.
    """
    spans = _longest(
        [
            *_named(words),
            *_in_small_letters(text, words, context),
            *_labelled_well(text, words, labelled, context),
            *called,
        ],
        people,
    )
    named: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        named[text[slice(*span)]].append(span)
    bodies = _merged(text, named)
    found = [_found(body) for body in bodies]
    return tuple(sorted(found, key=lambda body: body.mentions[0]))


def _found(body: _Body) -> FoundOrganisation:
    mentions = sorted(body.mentions)
    names = dict.fromkeys(body.mentions[span] for span in mentions)
    return FoundOrganisation(
        body.name, tuple(mentions), tuple(name for name in names if name != body.name)
    )


# --- where they are named ------------------------------------------------------------------------


def _named(words: list[Word]) -> Iterator[Span]:
    """Capitalised names with a noun that tells ("Karsk Institute"), and metonyms."""
    i = 0
    while i < len(words):
        end = _name_end(words, i) if words[i].capital else i
        if end == i:
            i += 1
            continue
        start = _name_start(words, i, end)
        if start < end:
            yield words[start].start, words[end - 1].end
        i = max(end, i + 1)


def _name_end(words: list[Word], first: int) -> int:
    """The index behind the name that begins at a capital, or ``first`` if none is told of."""
    last = first
    i = first
    while i < len(words) and i - first < _LONGEST:
        word = words[i]
        pair = f"{word.text} {words[i + 1].text}" if i + 1 < len(words) else ""
        if pair in METONYMS and word.gap == " ":
            last = i = i + 2
        elif (
            word.text in METONYMS
            or (word.text in BODY_NOUNS and i > first)
            or (word.text in BODY_NOUNS and _takes_of(words, i))
        ):
            last = i = i + 1
        elif word.capital and not (i > first and is_common(word.text)):
            i += 1
            last = i if last > first and _within_of(words, first, i) else last
        elif word.text in {"of", "for", "and", "the", "on", "in", "to"} and i > first:
            if not _may_go_on(words, i, last):
                break
            i += 1
        else:
            break
        if words[i - 1].gap not in {" ", " & "}:
            break
    return last


def _takes_of(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i].gap == " " and words[i + 1].text in {"of", "for"}


def _within_of(words: list[Word], first: int, i: int) -> bool:
    """Whether the capital before ``i`` belongs to an "of …" behind the noun that tells."""
    back = i - 1
    while back > first and (words[back].capital or words[back].text in {"and", "the"}):
        if words[back].text == "and" and words[back - 1].text.lower() not in _FIELDS:
            return False
        back -= 1
    return (
        words[back].text in {"of", "for", "on", "in", "to"} and words[back - 1].text in BODY_NOUNS
    )


def _may_go_on(words: list[Word], i: int, last: int) -> bool:
    """Whether a small word is within a name: behind the noun that tells, or between portfolios."""
    word, before = words[i].text, words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or words[i].gap != " ":
        return False
    if word in {"of", "for"}:
        return last == i and (after.capital or after.text == "the")
    if word == "in":
        return before.text in _SENT and after.capital and last == i
    if word == "the":
        return before.text in {"of", "for", "on", "to"} and after.capital
    if word == "to":
        return before.text in _SENT and last == i
    if word == "on":
        return before.text in BODY_NOUNS and after.capital
    return before.text.lower() in _FIELDS and after.capital


def _name_start(words: list[Word], first: int, end: int) -> int:
    """Where the name begins behind sentence openers, offices and the like ("President", "When")."""
    start = first
    while start + 1 < end and _is_no_part(words[start].text):
        start += 1
    return start if end - start > 1 or words[start].text in METONYMS else end


def _is_no_part(word: str) -> bool:
    if is_common(word) or word in {"AP", "AFP", "PHOTO"} or _HYPHENED.search(word):
        return True
    return head_of(word) is not None and word not in {"General", "Police", "Attorney"}


def _in_small_letters(text: str, words: list[Word], context: Context) -> Iterator[Span]:
    """Ministries, and armies and governments of a country where they speak."""
    starts = {word.start for word in words}
    for match in _BODY.finditer(text):
        owner = re.sub(r"['’]s?\Z", "", match[1] or "")
        known = country_of(owner, context.places) or capital_forms().get(owner)
        if match[4] or (match[2] and not known):
            span = match.span(4) if match[4] else match.span(2)
        elif known and (match[2] or _speaks(text, match.span())):
            span = match.span()
        else:
            continue
        if span[0] in starts:
            yield span


def _labelled_well(
    text: str, words: list[Word], labelled: Sequence[Entity], context: Context
) -> Iterator[Span]:
    """The model's organisations, without what it is known to take for one."""
    starts = {word.start for word in words}
    counts: dict[str, int] = defaultdict(int)
    spans = []
    for start, end, label, _ in labelled:
        if label != "ORG":
            continue
        span = _trimmed(text, start, end)
        name = text[slice(*span)]
        if span[0] in starts and name and _may_be_body(text, span, name, context):
            counts[name] += 1
            spans.append(span)
    for span in spans:
        name = text[slice(*span)]
        told = any(word in BODY_NOUNS or word in THING_WORDS for word in name.split())
        if told or _ACRONYM.match(name) or _speaks(text, span) or counts[name] > 2:
            yield span


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without article, possessive ending and stray marks."""
    name = text[start:end]
    lead = re.match(r"(?:[Tt]he|[Aa]n?|[^\w(])\s*(?=[^\w]*\w)(?<![A-Za-z]{4})", name)
    if lead and (lead[0].endswith(" ") or not lead[0][0].isalpha()):
        start += lead.end()
    name = _TRAILING.sub("", text[start:end])
    return start, start + len(re.sub(r"(?:['’]s?|[^\w.)])+\Z", "", name))


def _may_be_body(text: str, span: Span, name: str, context: Context) -> bool:
    parts = re.findall(r"[\w.&-]+", name)
    if not parts or not name[0].isupper() or "\n" in name or text[span[1] : span[1] + 1] == "-":
        return False
    if name in NO_BODIES or name in country_forms() or name in US_STATES or name in context.places:
        return False
    bracketed = text[span[0] - 1 : span[0]] == "(" and text[span[1] : span[1] + 1] == ")"
    if bracketed and _ACRONYM.match(name):
        return False  # of whom it is short stands before, or it is a share's
    if len(parts) == 1 and name in _GENERIC and not _THE.search(text, max(0, span[0] - 4), span[0]):
        return False
    if _NO_BODY.search(name) and parts[-1] not in BODY_NOUNS:
        return False
    if parts[-1] in context.names or parts[0] in context.names or is_common(parts[0]):
        return False
    if parts[0] in adjective_forms():
        parts = parts[1:]
    if (
        not parts
        or head_of(parts[-1])
        or all(p in NO_BODIES or p.lower() in PORTFOLIOS for p in parts)
    ):
        return False
    if name.isupper() and any(part.lower() in small_words() for part in parts):
        return False
    credited = "/" in text[max(0, span[0] - 2) : span[0]] + text[span[1] : span[1] + 2]
    return not (credited or "/" in name or any(c.isdigit() for c in name))


def _speaks(text: str, span: Span) -> bool:
    """Whether a verb of speech follows, or "according to" stands in front."""
    after = _SPEAKS_AFTER.match(text, span[1])
    return (
        after is not None or _SPEAKS_BEFORE.search(text, max(0, span[0] - 20), span[0]) is not None
    )


def _longest(spans: list[Span], people: Sequence[Span]) -> list[Span]:
    """The spans that no longer one and no person's name overlaps, in order."""
    taken = sorted(people)
    kept = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        at = bisect_left(taken, span)
        clear = at == len(taken) or taken[at][0] >= span[1]
        if clear and (at == 0 or taken[at - 1][1] <= span[0]):
            taken.insert(at, span)
            kept.append(span)
    return sorted(kept)


# --- one organisation under several names --------------------------------------------------------


def _merged(text: str, named: dict[str, list[Span]]) -> list[_Body]:
    """Gathers names of the same organisation: cases, short forms in brackets, names cut short."""
    owners: dict[str, list[_Body]] = {}
    for name in sorted(named, key=len, reverse=True):
        known = _owners_of(name, owners)
        body = known[0] if len(known) == 1 else _Body(name)
        if body.name == name:
            for short in _short_forms(name):
                owners.setdefault(f"~{short}", []).append(body)
        owners.setdefault(_key(name), [body])
        for span in named[name]:
            body.mentions[span] = name
            if given := _SHORT.match(text, span[1]):
                owners[_key(given[1])] = [body]
                body.mentions[given.span(1)] = given[1]
    return list({id(body): body for bodies in owners.values() for body in bodies}.values())


def _short_forms(name: str) -> set[str]:
    """The one word that a longer name may be cut to: its first, or its initials."""
    words = name.split()
    if len(words) < 2:
        return set()
    first = set() if _PARTS.intersection(words[1:]) else {_key(name).split()[0]}
    return first | {_initials(name).lower()}


def _owners_of(name: str, owners: dict[str, list[_Body]]) -> list[_Body]:
    """The organisations that a name may stand for: its own, or those it is a short form of."""
    spelt_out = ACRONYMS.get(name.replace(".", ""), name)
    if known := owners.get(_key(name)) or owners.get(_key(spelt_out)):
        return known
    short = " " not in name and name not in country_forms()
    return owners.get(f"~{_key(name)}", []) if short else []


def _key(name: str) -> str:
    return fold(_LEGAL.sub("", name)).replace(".", "") or name


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[\w'’-]+", name) if word[0].isupper())
