"""A headline made from the first words of a story that came without one."""

import re

from briefing.reading.sentences import sentence_spans
from briefing.reading.wordlist import wordlist

_LONGEST = 100
"""Most characters in a headline that is made: about a line of a terminal."""

_SHORTEST = 45
"""Fewest characters left when a sentence is cut where a clause ends, and not merely at a word."""

_CLAUSE = re.compile(
    r"[:;]\s|,\s|\s[—–-]{1,2}\s"
    r"|\s(?:as|after|before|because|but|while|when|which|who|where|whose|although|despite|amid"
    r"|following|since|until|unless|if|so)\s"
)
_HANGING = wordlist(
    """a an and are as at be been but by for from had has have he her his if in into is it its of on
    or over she than that the their they this to under up was were which who will with would more
    most very some all about after before during between against mr mrs ms dr gen sen us new said
    not"""
)
_MARKS = {"“": "”", "(": ")", "[": "]"}


def headline(paragraph: str) -> str:
    """The first sentence of a paragraph in at most 100 characters, marked with "…" where cut.

    A very short one takes the next along: "Enough." is no headline.
    """
    text = " ".join(paragraph[:2_000].split())
    spans = sentence_spans(text)
    if not spans:
        return ""
    start, end = spans[0]
    if end - start < 25 and len(spans) > 1 and spans[1][1] - start <= _LONGEST:
        end = spans[1][1]
    sentence = text[start:end]
    if len(sentence) <= _LONGEST:
        return _closed(re.sub(r"(?<![.A-Z])\.$", "", sentence))
    return re.sub(r",([”\"])$", r"\1", _closed(_cut(sentence))) + "…"


def _cut(sentence: str) -> str:
    clauses = [found.start() for found in _CLAUSE.finditer(sentence, _SHORTEST, _LONGEST)]
    if clauses:
        words = sentence[: clauses[-1]].split(" ")
    else:
        words = sentence[:_LONGEST].split(" ")[:-1] or [sentence[: _LONGEST - 1]]
        # A name is not cut in two.
        following = sentence[len(" ".join(words)) :].split()
        while len(words) > 4 and following and words[-1][0].isupper() and following[0][0].isupper():
            following = [words.pop()]
    # Nothing is left hanging that points to what was cut off.
    while len(words) > 4 and words[-1].lower().rstrip(".,:;—–-") in _HANGING:
        words.pop()
    return " ".join(words).rstrip(" ,;:—–-")


def _closed(title: str) -> str:
    """The title with the quotation marks and brackets closed that the cut left open."""
    for opening, closing in _MARKS.items():
        if title.count(opening) > title.count(closing):
            title += closing
    return title + '"' if title.count('"') % 2 else title
