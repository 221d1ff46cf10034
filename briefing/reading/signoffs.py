"""The small print under and between paragraphs that names those who made the article."""

import re

from briefing.kinds import Span
from briefing.reading.bylines import AGENCIES, is_names, read_byline

_WORK = (
    r"(?:additional |further |extra )?(?:reporting|reported|writing|written|editing|edited|compiled"
    r"|produced|translated|graphics?|photography|photos?|video|research|fact[- ]check(?:ed|ing))"
)
_BY = re.compile(rf"(?:{_WORK}(?:,| and| &)? ?)+by:? ", re.IGNORECASE)
_WITH = re.compile(
    r"(?:with|additional) (?:files?|inputs?|additional reporting|reporting|contributions?|material"
    r"|agency inputs?|assistance|information) (?:from|by) ",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed (?:to this|to the|reporting|additional)|helped report this)\b.{0,80}\Z",
    re.DOTALL,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\) ?(?=\d)|copyright(?: ©| \(c\))? (?=\d|the |[A-Z])|all rights reserved)"
)
_FOLLOW = re.compile(
    r"Follow .{2,80} (?:on|at) (?:Twitter|X|Facebook|Bluesky|Mastodon|Instagram)\b"
)
_WRITER = re.compile(
    r"(?:[^\W\d_a-z][\w’'.-]* ){2,4}(?:is|was) (?:an?|the|our) (?:[\w-]+ ){0,4}"
    r"(?:reporter|columnist|correspondent|editor|writer|journalist|contributor|commentator|author"
    r"|analyst|blogger|fellow|professor|producer)s? (?:for|at|of|with|based|covering|and|who)\b"
)
_SPEAKS = re.compile(r"\b(?:said|says|told|wrote)\b")
_SOURCES = re.compile(rf"[(\[—–-]?\s?{AGENCIES}(?:(?:, ?| ?/ ?| and ){AGENCIES}|, agencies)*[)\]]?")
_CLOSING_SOURCE = re.compile(rf"[(\[]{AGENCIES}(?:(?:, ?| ?/ ?| and ){AGENCIES})*[)\]]\Z")
_INITIALS = re.compile(r"[a-z]{2,4}(?:, ?[a-z]{2,4})*/[a-z]{2,4}\s?\([^()]{2,80}\)")
_WORDS_OF_CREDITS = re.compile(
    r"\b(?:additional|further|reporting|writing|editing|edited|compiled|written|by|with|files|inputs?"
    r"|this|report|story|article|our|correspondents?|agenc(?:y|ies)|wires?|contributions?|photos?"
    r"|graphics?|video|newsroom|produced|translated|bureaux?|colleagues|material|research)\b",
    re.IGNORECASE,
)
_LONGEST = 500
"""Most characters in a line of credits: lists of contributors run to about 300."""


def sign_off(paragraph: str) -> Span | None:
    """The part of a paragraph that only credits people and agencies, or None.

    "Reporting by Jane Doe; Editing by John Roe" is one as a whole, of "… he said. (AFP)" the end.
    """
    text = paragraph.strip()
    if len(text) <= _LONGEST and _is_credit(_bare(text)):
        return 0, len(paragraph)
    closing = _CLOSING_SOURCE.search(text[-60:])
    if closing and paragraph.endswith(text):
        return len(paragraph) - len(closing[0]), len(paragraph)
    return None


def is_about_writer(paragraph: str) -> bool:
    """Whether a paragraph at the end of a text tells who wrote it ("Ann Lee is a reporter for …").

    Whoever is in the news is named elsewhere in the text as well.
    """
    if len(paragraph) > _LONGEST or _SPEAKS.search(paragraph):
        return False
    return _WRITER.match(_bare(paragraph)) is not None


def _bare(text: str) -> str:
    """A line without the brackets round it and the dash before it."""
    if text[:1] in {"(", "["} and text[-1] in {")", "]"}:
        text = text[1:-1].strip()
    return text.lstrip("—–-_* ")


def _is_credit(text: str) -> bool:
    work = _BY.match(text) if text[:1].isupper() else None
    if made := work or _WITH.match(text):
        names = _WORDS_OF_CREDITS.sub("", text[made.end() :]).strip(" ;.")
        return not names or is_names(names)
    if _SOURCES.fullmatch(text) or _INITIALS.fullmatch(text) or _FOLLOW.match(text):
        return True
    if _RIGHTS.match(text.lower()[:40]) or text.startswith("©"):
        return len(text) <= 250
    contributed = _CONTRIBUTED.search(text) and len(text) <= 350 and text.count(". ") <= 1
    return bool(contributed) or read_byline(text) is not None
