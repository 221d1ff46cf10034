"""Photo captions and their credits: who is in a picture is in the news, who took it is not."""

import re
from typing import NamedTuple

from briefing.kinds import Span
from briefing.reading.bylines import AGENCIES, is_outlet

_LONGEST = 1_000
"""Most characters in a caption: the longest of the agencies' run to about 600."""

# They sell pictures to everyone: their credit says nothing of whose text this is.
_PICTURES = (
    r"(?:Getty(?: Images)?|EPA(?:-EFE)?|European Pressphoto Agency|NurPhoto|Shutterstock|Alamy"
    r"|iStock(?:photo)?(?:\.com)?|Sipa(?: USA| Press)?|ZUMA(?: Press| Wire)?|Corbis|Redux|Magnum"
    r"|Landov|Polaris|Wikimedia(?: Commons)?|Flickr|Handout|Pool|PA Images|Imago|Picture Alliance)"
)
_AGENCY = rf"(?:{AGENCIES}|{_PICTURES})"
_PHOTO = (
    r"(?:photos?|photographs?|pictures?|pic|images?|credit|courtesy|handout|video|illustration)"
)
_CAPITALISED = r"[^\W\d_a-z](?:\.|[\w'’-]+)"
_NAME = rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|de|van|von|der|al|bin|la|le|da)){{1,4}}"
_THROUGH = rf"(?:,| via| for| \||,? ?/) ?(?:the )?{_AGENCY}"

# What stands between the brackets of a credit, as a whole.
_BRACKETED = re.compile(
    rf"(?i:(?:file )?{_PHOTO}(?: credit)?(?:\s*[:/]\s*| (?:by|of|courtesy|via) )).*"
    rf"|{_AGENCY}(?: file| File)? ?[Pp]hotos?(?:[ /,:].*)?"
    r"|(?:(?:[^\W\d_a-z][\w.&'’-]*|of) ){1,5}(?:file )?(?:photo|photograph|image)s?"
    r"|(?i:file(?: photo| image| picture)?|handout|screengrab|screenshot)(?:[:/,].*)?"
    rf"|{_NAME} ?/ ?[^\W\d_a-z].*|(?:REUTERS|AP|AFP|EPA)/.*"
    rf"|(?:via )?{_PICTURES}(?:[ /,].*)?|{_NAME}{_THROUGH}(?:[ /,].*)?"
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
_LABELLED = re.compile(
    r"(?:\A(?!FILE|PHOTO)|[.!?\"”’)\]]\s*)((?i:(?:file )?(?:photo(?:graph|s)?|picture|image|credit)"
    r"(?: credits?)?(?:\s?:| by))\s[^\W\d_a-z][^\n]{1,80})\Z"
)
_SLASHED = re.compile(
    rf"(?:\A|(?<=\s))({_NAME}(?: ?/ ?{_AGENCY})+(?:(?: [—–-]| via) {_AGENCY})?"
    rf"|{_NAME} \| {_AGENCY}|REUTERS/[^\n]{{3,60}})\.?\Z"
)
# "… at the talks. | AP Photos", with a headline behind it in texts scraped from web pages.
_PIPED = re.compile(
    rf"\| ?({_NAME} ?/ ?(?:{_AGENCY}|[A-Z]{{3,}})|{_AGENCY} Photos?"
    rf"|(?<=[.?!] \| ){_AGENCY}(?= [A-Z]))"
)
_OPENING = re.compile(
    r"FILE(?: PHOTO)?\s?[-–—:]|PHOTO:|(?:Photo )?[Cc]aption:|(?:Hide|Toggle) caption\b"
    r"|Enlarge (?:this )?image\b|Image (?:source|caption)\b"
)
_SPLIT = re.compile(r"\s*/\s*|\s+via\s+|,\s+|\s+[—–-]\s+|:\s*")
_WORD_OF_PHOTO = re.compile(rf"\b(?:file )?{_PHOTO}\b(?: (?:by|of|credit))?", re.IGNORECASE)


class Photo(NamedTuple):
    """A caption at the start of a paragraph: where it ends, its credit, and whose photo it is.

    ``outlet`` is an agency or a paper that writes too; a mere seller of pictures is none.
    """

    end: int
    credit: Span | None
    outlet: str | None


def read_photo(paragraph: str) -> Photo | None:
    """The photo caption that a paragraph is or begins with, or None. A bare credit is one too."""
    if len(paragraph) > _LONGEST * 3:
        return None
    credit = _closing_credit(paragraph) or _inner_credit(paragraph)
    if credit and credit[1] <= _LONGEST:
        return Photo(credit[1], credit, _outlet(paragraph[credit[0] : credit[1]]))
    if _OPENING.match(paragraph) and len(paragraph) <= _LONGEST:
        return Photo(len(paragraph), None, None)
    return None


def _closing_credit(paragraph: str) -> Span | None:
    text = paragraph.rstrip(" .\n")
    for bracketed in _BRACKETS.finditer(text, max(0, len(text) - 125)):
        if bracketed.end() == len(text) and _BRACKETED.fullmatch(bracketed[1]):
            return bracketed.start(), len(paragraph)
    start = max(0, len(text) - 160)
    for pattern in (_LABELLED, _SLASHED):
        if found := pattern.search(text[start:]):
            return start + found.start(1), len(paragraph)
    return None


def _inner_credit(paragraph: str) -> Span | None:
    """A credit with more behind it: a dump's line that runs from the caption into the story."""
    for found in _BRACKETS.finditer(paragraph, 0, _LONGEST):
        follows = paragraph[found.end() :].lstrip(" .\n")[:1]
        if (follows.isupper() or follows in {"“", '"', "("}) and _BRACKETED.fullmatch(found[1]):
            return found.span()
    piped = _PIPED.search(paragraph, 0, _LONGEST)
    return piped.span(1) if piped else None


def _outlet(credit: str) -> str | None:
    """The outlet that a credit names: the AFP of "(Jane Doe/AFP)" and of "(AFP photo)"."""
    bare = _WORD_OF_PHOTO.sub("", credit.strip("()[] .|\n"))
    parts = [part.strip(" :.") for part in _SPLIT.split(bare)]
    named = [part for part in parts if part and not re.fullmatch(_PICTURES, part)]
    for part in named:
        if re.fullmatch(AGENCIES, part):
            return part
    return next((part for part in named if is_outlet(part)), None)
