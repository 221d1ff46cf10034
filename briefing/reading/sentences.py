"""Where sentences begin and end: a light splitter for news prose, by rules alone.

A full stop ends a sentence unless the word before it is a title, an initial or another
abbreviation; closing quote marks and brackets behind it belong to the sentence. A blank line always
ends one, a single line break does unless the text is wrapped at a fixed width. Each rule looks at a
bounded stretch of text, so a text of any shape takes linear time.
"""

import re

from briefing.kinds import Span
from briefing.reading.wordlist import wordlist

_WRAP_WIDTH = 100
"""Texts whose lines are all shorter than this are taken to be wrapped by a mail or a terminal."""

# Never the end: something must follow.
_OPEN = wordlist(
    """mr mrs ms mx dr prof gen col lt sgt capt cpt maj cmdr cdr adm sen rep reps sens gov rev hon
    fr pres pvt cpl brig amb supt det insp messrs mme mlle mt ft st vs v cf approx ca viz al e.g i.e
    asst assoc dep rt"""
)
# The end only if no number follows.
_BEFORE_NUMBER = wordlist(
    """no nos art sec fig figs p pp vol ch para rs jan feb mar apr jun jul aug sept sep oct nov dec
    tel est max min"""
)
# The end only where a word follows that seldom stands in the middle of a name.
_EITHER = wordlist(
    """inc corp co ltd llc plc bros jr sr etc esq dept univ assn intl natl ave blvd rd ala ariz ark
    calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mont neb nev okla ore penn
    pa tenn tex va vt wash wis wyo phd ph.d m.d b.a m.a d.c a.m p.m"""
)
_STARTERS = wordlist(
    """the a an this that these those he she it they we you i his her its their our my there here
    but and so yet or nor in on at by for from to with as after before when while where since
    until under over among during despite although though because if however meanwhile instead
    also still then now what who why how not no some many most all both each every several another
    according asked speaking"""
)

# A run of terminators with the marks that close behind it, before a space or the end. The
# look-behind lets a match start only where a run does: otherwise a megabyte of dots is quadratic.
_STOP = re.compile(r"(?<![.!?…])([.!?…]++)([\"'”’»)\]]*+)(?=\s|\Z)")
_BLANK = re.compile(r"\n[^\S\n]*+\n\s*+")
_LINE = re.compile(r"\n")
_NEXT = re.compile(r"\s*+[\"'“‘«(\[—–-]{0,4}+\s?(\w?)([\w’'-]{0,30}+)")
_LAST_WORD = re.compile(r"([^\s(\[“\"‘«/]{1,20})\Z")
_ATTRIBUTED = re.compile(
    r"\s(?:[A-Z][\w.’'-]{0,30}\s){1,4}(?:said|says|asked|asks|added|adds|told|wrote|replied"
    r"|wondered|shouted|cried|continued|demanded|exclaimed)\b"
)
_ITEM = re.compile(r"\s*(?:[-*•–—]\s|\d{1,3}[.)]\s)")


def sentence_spans(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space around them.

    Every character that is no white space lies in exactly one span.
    """
    spans: list[Span] = []
    start = 0
    for end in _ends(text):
        if end > start:
            _add(text, start, end, spans)
            start = end
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    part = text[start:end]
    kept = part.strip()
    if kept:
        start += len(part) - len(part.lstrip())
        spans.append((start, start + len(kept)))


def _ends(text: str) -> list[int]:
    ends = [stop.end() for stop in _STOP.finditer(text) if _is_end(text, stop)]
    ends += (blank.start() for blank in _BLANK.finditer(text))
    wrapped = _is_wrapped(text)
    for line in _LINE.finditer(text):
        if not wrapped or _ITEM.match(text, line.end()):
            ends.append(line.start())
    return sorted(ends)


def _is_wrapped(text: str) -> bool:
    """Whether line breaks stand for spaces: a paragraph of three lines, none of them long."""
    paragraphs = (part.strip().split("\n") for part in text.split("\n\n"))
    lines = [lines for lines in paragraphs if len(lines) > 2]
    return bool(lines) and all(len(line) < _WRAP_WIDTH for part in lines for line in part)


def _is_end(text: str, stop: re.Match[str]) -> bool:
    marks, closers = stop.groups()
    following = _NEXT.match(text, stop.end())
    first, rest = following.groups() if following else ("", "")
    if first.islower():
        return False
    if marks[-1] in "!?":
        return not (closers and _ATTRIBUTED.match(text, stop.end()))
    if len(marks) > 1 or marks == "…":
        return True
    return _full_stop_ends(text[max(0, stop.start() - 21) : stop.start()], first, rest)


def _full_stop_ends(before: str, first: str, rest: str) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the one behind."""
    last = _LAST_WORD.search(before)
    word = last[1] if last else ""
    low = word.lower()
    if low in _OPEN:
        return False
    if low in _BEFORE_NUMBER:
        return not first.isdigit()
    initials = len(word) == 1 and word.isalpha() and word.isupper()
    # "He was ill." is no state: the shorter forms count only as they are written.
    either = low in _EITHER and (word != low or "." in word or low == "etc")
    if initials or either or _is_dotted(word):
        return not first or (first + rest).lower() in _STARTERS or not first.isalpha()
    return True


def _is_dotted(word: str) -> bool:
    """Whether a word is letters with full stops between ("U.S", "a.m")."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)
