"""Offices as articles name them: "Ukraine's Minister of Defence", "a Kremlin spokesman"."""

import re
from dataclasses import replace

from briefing.kinds import Span
from briefing.model import Role
from briefing.reading.common_words import is_common
from briefing.reading.countries import place_words
from briefing.reading.names import Word, words_of
from briefing.reading.office_parts import (
    NO_CONTEXT,
    Context,
    head_of,
    is_plural_head,
    role_of,
)
from briefing.reading.office_words import (
    DETERMINERS,
    INSTITUTION_NOUNS,
    KIN,
    MODIFIERS,
    ORGANISATION_NOUNS,
    PORTFOLIOS,
    PREPOSITIONS,
)
from briefing.reading.wordlist import wordlist
from briefing.titles import office_key

__all__ = ["Context", "is_kin", "parse_office", "roles_at", "roles_before", "same_office"]

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_STYLED = wordlist("minister governor senator commissioner ambassador president speaker chairman")
"""Holders of offices who are styled "Chief" as well."""
_STYLES = wordlist(
    """
    Sheikh General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Admiral Adm Brigadier Brig
    Marshal Professor Prof Prince Princess Cardinal Archbishop Bishop Ayatollah Imam Rabbi
    """
)
"""Titles that stand with an office ("The army chief, General Ann Talan")."""
_POSSESSIVE = re.compile(r"(?:['’][sS]|['’]) \Z")
_LONGEST = 12
"""Most words in a role phrase."""


def parse_office(text: str, span: Span, context: Context = NO_CONTEXT) -> Role | None:
    """The office that a speaker phrase names ("the British defense minister"), or None.

    Args:
        text: the article.
        span: the phrase within it; offsets of the role are into ``text``.
        context: the article's own countries (``learn_places``), which no table knows.
    """
    phrase = words_of(text[span[0] : span[1]])
    words = [replace(word, start=word.start + span[0], end=word.end + span[0]) for word in phrase]
    roles, _ = roles_at(text, words, 0, context)
    return roles[0] if roles else None


def same_office(a_title: str, b_title: str) -> bool:
    """Whether two titles name the same post, country and organisation left aside."""
    return office_key(a_title) == office_key(b_title)


def is_kin(role: Role) -> bool:
    """Whether the phrase only says how one stands to another ("brother", "victim")."""
    return any(head_of(word) in KIN for word in role.title.split()[:3])


def roles_at(
    text: str, words: list[Word], first: int, context: Context = NO_CONTEXT
) -> tuple[list[Role], int]:
    """The roles of the phrase that begins at a word, with the index behind it.

    Several where one phrase names several ("president and chief executive of Acme Corp").
    """
    start = first
    opened = start < len(words) and words[start].text.lower() in DETERMINERS
    start += opened
    head = _find_head(words, start, opened=opened)
    if head is None:
        return [], first
    end = _tail_end(words, head)
    role = role_of(text, words, start, head, end, context)
    if end + 1 < len(words) and words[end - 1].gap == " " and words[end].text == "and":
        more, after = roles_at(text, words, end + 1, context)
        if more and words[end].gap == " ":
            # "Chief executive of Acme" is shared, the FBI of "a lawyer and FBI director" is not.
            tail = more[0].organisation if words[end + 1].text.islower() else None
            shared = role.organisation or tail
            return [replace(role, organisation=shared), *more], after
    return [role], end


def _find_head(words: list[Word], start: int, *, opened: bool) -> int | None:
    """The last head of the noun phrase that begins at ``start``."""
    head = None
    for i in range(start, min(start + _LONGEST, len(words))):
        word = words[i]
        if head_of(word.text):
            head = i
        elif head is not None and not words[i - 1].possessive and not _leads_to_head(words, i):
            break
        if not (head == i or _may_modify(word) or (opened and _is_plain_noun(word))):
            break
        if not _links(word):
            break
    return head


def _leads_to_head(words: list[Word], i: int) -> bool:
    """Whether a word behind a head modifies another head ("president-elect's press chief")."""
    return (
        words[i].text.lower() in MODIFIERS
        and i + 1 < len(words)
        and words[i].gap == " "
        and head_of(words[i + 1].text) is not None
    )


def _is_plain_noun(word: Word) -> bool:
    return word.text.isalpha() and word.text.islower() and not is_common(word.text)


def roles_before(
    text: str, words: list[Word], name: int, context: Context = NO_CONTEXT
) -> list[Role]:
    """The roles of the phrase that ends right before the name at index ``name``."""
    if name == 0:
        return []
    gap = words[name - 1].gap
    apposed = gap == ", "
    if not apposed and not words[name - 1].joins:
        return []
    if not apposed and _is_style(words, name - 1):
        name -= 1
        apposed = words[name - 1].gap == ", "
    head = _head_before(words, name, apposed=apposed)
    if head is None:
        return []
    start = _front_before(words, head)
    plural = is_plural_head(words[head].text)
    if apposed and (plural or not _is_definite(words, start, head)):
        return []
    roles = [role_of(text, words, start, head, name, context)]
    if start == head and words[head].text in _STYLES and _head_apposed(words, start) is not None:
        return [*roles_before(text, words, start, context), *roles]
    if _is_second_of_two(words, start) and not (roles[0].country or roles[0].organisation):
        front = _front_before(words, start - 2)
        if front == 0 or words[front - 1].text.lower() not in DETERMINERS:
            roles.insert(0, role_of(text, words, front, start - 2, start - 1, context))
    return roles


def _is_style(words: list[Word], i: int) -> bool:
    """Whether "Chief" is how a holder of an office is addressed ("Governor Chief Talan")."""
    if words[i].text != "Chief" or i == 0 or words[i].gap != " ":
        return False
    styled = words[i - 1].gap == " " and head_of(words[i - 1].text) in _STYLED
    return styled or _head_apposed(words, i) is not None


def _head_apposed(words: list[Word], i: int) -> int | None:
    """The head of a phrase for one holder that ends in a comma before index ``i``, or None."""
    if i == 0 or words[i - 1].gap != ", ":
        return None
    head = _head_before(words, i, apposed=True)
    if head is None or is_plural_head(words[head].text):
        return None
    return head if _is_definite(words, _front_before(words, head), head) else None


def _is_second_of_two(words: list[Word], start: int) -> bool:
    """Whether another office and "and" stand in front ("chairman and chief executive")."""
    if start < 2 or words[start - 1].text != "and" or not head_of(words[start - 2].text):
        return False
    return words[start - 2].gap == words[start - 1].gap == " "


def _front_before(words: list[Word], head: int) -> int:
    """The index of the first word of the phrase that has its head at ``head``."""
    start = head
    titled = words[head].text[0].isupper()
    while start > 0 and head - start < _LONGEST and _links(words[start - 1]):
        word = words[start - 1]
        if _is_of_within(words, start - 1) or _is_and_within(words, start - 1):
            start -= 2
            continue
        out_of_place = titled and not word.capital and word.text not in _BEFORE_TITLE
        if out_of_place or not _may_modify(word) or word.text.lower() in DETERMINERS:
            break
        start -= 1
    return start


_EMPTY_ENDS = frozenset(["of", "for", "at", "the", "and"])
_BEFORE_TITLE = wordlist(
    """
    state former then freshman junior senior retired retiring fellow ex deputy vice assistant
    acting interim outgoing incoming veteran longtime long-time current new late ousted onetime
    top embattled chief first disgraced rookie youth associate star shadow caretaker past
    previous
    """
)
"""Lower-case words in front of a head in capitals ("former President", "state Sen.")."""


def _is_of_within(words: list[Word], i: int) -> bool:
    """Whether "of" here is within an organisation's name ("Bank of Ostmark")."""
    return (
        words[i].text == "of"
        and i > 0
        and words[i - 1].text in ORGANISATION_NOUNS
        and words[i + 1].capital
    )


def _is_and_within(words: list[Word], i: int) -> bool:
    """Whether "and" here joins two fields of one office ("Health and Human Services Secretary")."""
    if words[i].text != "and" or i == 0 or words[i - 1].gap != " ":
        return False
    return all(words[n].capital and words[n].text.lower() in PORTFOLIOS for n in (i - 1, i + 1))


def _is_definite(words: list[Word], start: int, head: int) -> bool:
    """Whether the phrase points at one holder ("Ukraine's", "the"), as an apposition needs."""
    if any(word.possessive for word in words[start:head]) or words[start].capital:
        return True
    return start > 0 and words[start - 1].text.lower() in DETERMINERS | {"whose"}


def _head_before(words: list[Word], name: int, *, apposed: bool) -> int | None:
    """The head of the phrase that ends at ``name``: the word before, or that before "of …"."""
    if head_of(words[name - 1].text):
        return name - 1
    i = name - 1
    while i > 0 and name - i < 10:
        word = words[i]
        low = word.text.lower()
        if i == name - 1 and low in _EMPTY_ENDS:
            return None
        if low in {"of", "for", "at"} and head_of(words[i - 1].text):
            return i - 1 if i < name - 1 and words[i - 1].gap == " " else None
        inside = low in PORTFOLIOS or low in {"and", "the", "of", "for"} or _is_place(words, i)
        if not (inside or (apposed and word.capital)) or not (i == name - 1 or _links(word)):
            return None
        i -= 1
    return None


def _is_place(words: list[Word], i: int) -> bool:
    """Whether a word is a country or a state, or a part of one's name."""
    pairs = (" ".join(word.text for word in words[at : at + 2]) for at in (i - 1, i))
    return words[i].text in place_words() or any(pair in place_words() for pair in pairs)


def _may_modify(word: Word) -> bool:
    """Whether a word may stand in front of a head in a role phrase."""
    low = word.text.lower()
    if low in MODIFIERS or low in {"ministry", "embassy"} or head_of(low) is not None:
        return True
    if low in INSTITUTION_NOUNS and word.possessive:
        return True
    if word.capital:
        return not is_common(word.text)
    return ("-" in low and (low[0].isalpha() or low.endswith("-old"))) or _ORDINAL.fullmatch(
        low
    ) is not None


def _links(word: Word) -> bool:
    return word.gap == " " or word.joins or _POSSESSIVE.match(word.gap) is not None


def _tail_end(words: list[Word], head: int) -> int:
    """The index behind the "of …", "at …" tails that follow a head."""
    end = head + 1
    while end + 1 < len(words) and words[end - 1].gap == " " and words[end].gap == " ":
        if words[end].text.lower() not in PREPOSITIONS:
            break
        after = _object_end(words, end + 1)
        if after == end + 1:
            break
        end = after
    return end


def _object_end(words: list[Word], start: int) -> int:
    """The index behind the noun phrase that a preposition takes, or ``start`` if it is no name."""
    i = start
    if words[i].text.lower() in DETERMINERS and words[i].gap == " " and i + 1 < len(words):
        i += 1
    elif _is_field(words, i):
        return i + 1
    last, portfolio = start, True
    while i < len(words) and i - start < 10:
        low = words[i].text.lower()
        if words[i].capital and portfolio and last > start and not _goes_on(words, i):
            break
        if words[i].capital or low in PORTFOLIOS or low in INSTITUTION_NOUNS:
            last = i + 1
            portfolio = portfolio and low in PORTFOLIOS
        elif low not in {"and", "of", "for", "the", "on", "de", "du"} or last == start:
            break
        if not _links(words[i]):
            break
        i += 1
    return _with_noun(words, start, last)


def _goes_on(words: list[Word], i: int) -> bool:
    """Whether a capitalised word behind a portfolio belongs to it, and is not a person's name."""
    text = words[i].text
    return text.lower() in PORTFOLIOS or text in ORGANISATION_NOUNS


def _with_noun(words: list[Word], start: int, last: int) -> int:
    """Takes the lower-case noun along that a name stands in front of ("of the Karsk orchestra")."""
    if last == start or last >= len(words) or words[last - 1].gap != " ":
        return last
    word = words[last]
    if not _is_plain_noun(word) or word.text in PREPOSITIONS or head_of(word.text):
        return last
    return last + 1 if word.gap != " " else last


def _is_field(words: list[Word], i: int) -> bool:
    """Whether a lone lower-case noun stands here, as in "professor of law at"."""
    word = words[i]
    if word.capital or is_common(word.text) or not word.text.isalpha():
        return False
    ends = word.gap != " " or i + 1 == len(words)
    return ends or words[i + 1].text.lower() in PREPOSITIONS
