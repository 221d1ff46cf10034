"""Bylines, photo credits and datelines, as far as their wording alone gives them away."""

import re

from briefing.model import Span

_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|der|bin|al|la))*"
_NAMES = rf"{_NAME}(?:(?:,| and|, and| &) {_NAME})*"
_AGENCIES = (
    r"(?:AFP|AP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|PA(?: Wire| Images)?|Shutterstock|Bloomberg|"
    r"Alamy|Rex Features|Associated Press|Xinhua|ANP|dpa|Press Association|Zuma|Corbis|WireImage|"
    r"FilmMagic|Handout|Courtesy|NBC|ABC|CBS|CNN|USA TODAY Sports|Imagn|Anadolu|NurPhoto)"
)

_PATTERNS = (
    rf"(?m)^\s*(?:date [\d-]+ )?(?:[Bb]y|BY) {_NAMES}[^\n.!?“\"]{{0,80}}$",
    rf"\b(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ritten|[Ee]dited|[Cc]ompiled|[Pp]roduced|[Pp]hoto(?:graph)?s?|"
    rf"[Pp]icture|[Ii]llustration|[Vv]ideo|[Gg]raphics?|[Pp]hotography|[Aa]dditional reporting) by:? {_NAMES}",
    r"\b(?:Photo(?:graph)?|Photo [Cc]redit|Picture|Image|Image [Cc]redit|Credit|Illustration|Video|PHOTO|CREDIT|Pic|"
    r"Source)s?: [^\n.)]{2,90}(?=[\n.)]|$)",
    rf"\([^()\n]{{0,60}}\b{_AGENCIES}[^()\n]{{0,40}}\)",
    rf"{_NAME} ?/ ?(?:[\w ]{{2,30}}/ ?)?{_AGENCIES}(?: Images| via [\w ]{{2,20}})?",
    rf"(?:{_NAME}, )?{_NAME}[^.\n]{{0,90}} contributed (?:to|reporting)[^.\n]{{0,80}}",
    r"(?m)^[^\n]{0,120}\b(?:contributed (?:to|reporting)|can be (?:reached|followed|contacted) (?:at|on)|"
    r"reported from [A-Z][^\n.]{2,60}, (?:and|with) )[^\n]{0,160}",
    r"(?i:\bfollow) [^\n.]{2,60} on (?:Twitter|Facebook|X|Instagram)[^\n.]{0,60}",
    r"(?:©|\(c\)|Copyright) [^\n]{2,80}",
    r"[\w.-]+@[\w-]+\.[\w.-]+",
    r"(?:https?://|www\.)\S+",
    r"(?<!\w)@\w+",
)
_CREDITS = re.compile(
    "|".join(f"(?:{_p})" if "(?m)" not in _p else _p.replace("(?m)", "") for _p in _PATTERNS),
    re.MULTILINE,
)

_DATELINE = re.compile(
    r"(?m)^\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?: ?,[^\n—–()]{1,40})?(?: ?\([^)\n]{2,40}\))?|"
    r"(?:[A-Z][\w.]+(?: [A-Z][\w.]+)*(?:, [\w.]+)? )?\([A-Z][\w ./]{1,30}\))(?: ?,? ?[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?(?:—|–|--|-|:)(?=\s)"
)


def credit_spans(text: str) -> list[Span]:
    """Spans of a text that name who reported or photographed, in order."""
    return [match.span() for match in _CREDITS.finditer(text)]


def dateline_spans(text: str) -> list[Span]:
    """Spans of datelines ("KARSK, Valdoria —", "(NPA) —") at the start of lines, in order."""
    return [match.span() for match in _DATELINE.finditer(text)]
