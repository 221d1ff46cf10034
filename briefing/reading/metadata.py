"""Lines over an article that say when, by whom and where it was published, and nothing else."""

import re
from typing import NamedTuple

from briefing.reading.bylines import (
    is_first_name,
    is_names,
    is_outlet,
    is_person,
    is_role,
    read_byline,
)
from briefing.reading.datelines import cased_place, read_dateline
from briefing.reading.dates import MONTH, WEEKDAY, leading_date

_LONGEST = 250
"""Most characters in a line of metadata that is not a block of ``Key: value``."""


class Metadata(NamedTuple):
    """What one line says. ``end`` is where it ends in the line: a dump's line may run on."""

    end: int
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    outlet: str | None = None
    title: str | None = None
    place: str | None = None


_FIELDS = {
    "title": "title headline heading hed subject",
    "published": "date dated published publication-date pubdate pub-date published-on"
    " date-published published-at published-date posted posted-on issued release-date created"
    " first-published",
    "updated": "updated last-updated modified last-modified date-modified date-updated load-date",
    "byline": "author authors by byline writer written-by journalist reporter creator",
    "outlet": "source publication outlet publisher newspaper site site-name website agency",
    "place": "place location dateline",
    "": "url link id guid section language lang keywords tags tag category categories length words"
    " word-count copyright document-type subject-terms document-id edition page pages type slug"
    " permalink canonical image thumbnail status layout draft topics isbn issn rights"
    " content-type format from to cc message-id",
    "body": "body text content article full-text fulltext",
}
_KEYS = {key: field for field, keys in _FIELDS.items() for key in keys.split()}
# Keys that are trusted in the middle of a line, as a dump's "Title: … Date: … Source: …".
_INLINE = frozenset(
    "Title Headline Date Published Source Publication Outlet Author Authors By Byline URL Url Link"
    " Text Body Content".split()
)
_NAMES_OF_KEYS = "|".join(
    sorted((key.replace("-", "[ _-]") for key in _KEYS), key=len, reverse=True)
)
_KEY = re.compile(rf"(?<![\w-])({_NAMES_OF_KEYS})\s?(?::(?!//)|=)\s*", re.IGNORECASE)
_ANY_KEY = re.compile(r"[A-Za-z][\w -]{0,30}:(?:\s|$)")
_PUBLISHED = re.compile(
    r"[(\[]?\s*(?:(?P<updated>(?:last |date )?(?:updated|modified|edited)(?: on| at| @)?:?)"
    r"|(?:first |date |originally )?(?:published|posted|issued|released|created|dated|filed)"
    r"(?: on| at| online)?:?|(?P<dump>date\s?:?))\s+",
    re.IGNORECASE,
)
_DATE_ANYWHERE = re.compile(r"(?<![\w/.-])(?=\d|[A-Z][a-z]{2}|[A-Z]{3})")
_SEPARATOR = re.compile(r"\s*[|•·]+\s*|\s+[–—-]{1,2}\s+|\s*[,;]\s*|\s*\n\s*|\s+/\s+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?:\s+©|\s+\(c\))?)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?P<outlet>.*)",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"[.,]?\s*all rights reserved.*$|\.$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\d+ (?:minute|hour|day|week|month|year)s? ago|\d+[ -]min(?:ute)?s?(?: read)?|advertisement"
    r"|listen to (?:this )?article|share(?: this)?(?: article)?(?: (?:share|tweet|post|email))*"
    r"|print|save|(?:\d+ )?comments?"
    rf"|[(\[]?(?:last )?(?:updated?|published|posted)(?: at| on| @)?:? {WEEKDAY}"
    rf"(?:{MONTH} )?\d[\w:.,/ ]{{0,30}}[)\]]?"
    r"|photos?|close|(?:news )?(?:analysis|opinion|commentary|editorial|comment)(?:/\w+)?:?"
    r"|\*+|_{2,}|-{3,}|={3,}",
    re.IGNORECASE,
)


def read_metadata(line: str, *, below_byline: bool = False) -> Metadata | None:
    """What a line of metadata says; None for a line of a story.

    Args:
        line: The line, with no white space before it.
        below_byline: Whether the line above is a byline, below which a job or an outlet stands.
    """
    return (
        _keyed(line)
        or _dump_line(line)
        or _short_line(line)
        or _rights(line)
        or (_below_byline(line) if below_byline else None)
    )


def is_keyed(line: str) -> bool:
    """Whether a line is a ``Key: value`` of a block, known key or not."""
    return len(line) <= _LONGEST * 2 and bool(_ANY_KEY.match(line))


def _keyed(line: str) -> Metadata | None:
    """``Date: 3 March 2026``, or several such on one line."""
    first = _KEY.match(line)
    if not first:
        return None
    keys = [first, *(key for key in _KEY.finditer(line, first.end()) if key[1] in _INLINE)]
    values: dict[str, str] = {}
    end = len(line)
    for key, following in zip(keys, [*keys[1:], None], strict=True):
        if _field(key) == "body":
            end = key.end()
            break
        value = line[key.end() : following.start() if following else None]
        values.setdefault(_field(key), value.strip("\"' \t"))
    if len(keys) == 1 and values and not _is_value(*next(iter(values.items()))):
        return None
    return _from_values(values, end)


def _is_value(field: str, value: str) -> bool:
    """Whether a lone ``Key: value`` is one, and not a sentence with a colon."""
    if field in {"published", "updated"}:
        found = leading_date(value)
        return found is not None and found[1] >= len(value.rstrip(" .)"))
    if field == "byline":
        return is_names(value)
    if field == "title":
        return len(value) <= 300
    return len(value) <= 120 and not re.search(r"[a-z]{2}\.(?: |$)", value)


def _field(key: re.Match[str]) -> str:
    return _KEYS[re.sub(r"[ _]", "-", key[1].lower())]


def _from_values(values: dict[str, str], end: int) -> Metadata:
    byline = read_byline(f"By {values['byline']}") if values.get("byline") else None
    dates = {field: leading_date(values.get(field, "")) for field in ("published", "updated")}
    published, updated = (date[0] if date else None for date in dates.values())
    return Metadata(
        end,
        published=published,
        updated=updated,
        byline=(byline.names if byline else values.get("byline")) or None,
        outlet=values.get("outlet") or (byline.outlet if byline else None),
        title=values.get("title") or None,
        place=cased_place(values.get("place", "")) or None,
    )


def _dump_line(line: str) -> Metadata | None:
    """A dump's first line: ``date 2025-04-11`` and then a byline, a caption or the story itself."""
    label = _PUBLISHED.match(line)
    start = label.end() if label else 0
    found = leading_date(line, start)
    if not found or not line[start : start + 4].isdigit():
        return None
    published, end = found
    rest = line[end:].lstrip(" |,:–—-)]\t")
    if not rest:
        return Metadata(len(line), published=published)
    if metadata := _short_line(rest) or _byline(rest):
        return metadata._replace(end=len(line), published=published)
    opens = rest[0].isupper() or rest[0] in "“\"'‘(["
    if opens and (label is None or label["dump"]):
        return Metadata(len(line) - len(rest), published=published)
    return None


def _byline(line: str) -> Metadata | None:
    found = read_byline(line)
    return Metadata(len(line), byline=found.names, outlet=found.outlet) if found else None


def _short_line(line: str) -> Metadata | None:
    """A line made of dates, names and outlets alone, whatever stands between them."""
    if len(line) > _LONGEST:
        return None
    if found := _byline(line):
        return found
    dates, rest = _without_dates(line)
    if not dates and _FURNITURE.fullmatch(line):
        return Metadata(len(line))
    if line.endswith(":"):
        return None
    filed = read_dateline(f"{line} — It") if dates else None
    if filed and filed.published and filed.span[1] > len(line) and line[:3].isupper():
        return Metadata(len(line), filed.published, place=filed.place, outlet=filed.agency)
    pieces = [piece.strip(" ()[]:,.") for piece in _SEPARATOR.split(rest)]
    said = _pieces([piece for piece in pieces if piece], dated=bool(dates))
    if said is None:
        return None
    published = dates.get("published", dates.get("updated"))
    return said._replace(end=len(line), published=published) if dates or said.byline else None


def _without_dates(line: str) -> tuple[dict[str, str | None], str]:
    """The dates in a line by what they tell, and the line without them and their labels."""
    dates: dict[str, str | None] = {}
    rest, at = "", 0
    for place in _DATE_ANYWHERE.finditer(line):
        if place.start() < at or not (found := leading_date(line, place.start())):
            continue
        before = line[at : place.start()]
        label = re.search(_PUBLISHED.pattern + r"$", before, re.IGNORECASE)
        dates.setdefault("updated" if label and label["updated"] else "published", found[0])
        rest += (before[: label.start()] if label else before) + " | "
        at = found[1]
    return dates, rest + line[at:]


def _pieces(pieces: list[str], *, dated: bool) -> Metadata | None:
    """Names, outlets, jobs and furniture, in any order; None as soon as one piece is prose."""
    byline = outlet = None
    for piece in pieces:
        written = read_byline(piece)
        if written:
            byline, outlet = byline or written.names, outlet or written.outlet
        elif is_outlet(piece):
            outlet = outlet or piece
        elif not byline and len(pieces) + dated > 1 and _is_writer(piece, dated=dated):
            byline = piece
        elif not (is_role(piece) or _FURNITURE.fullmatch(piece) or _is_label(piece)):
            return None
    return Metadata(0, byline=byline, outlet=outlet) if byline or outlet or dated else None


def _is_writer(piece: str, *, dated: bool) -> bool:
    known = dated or is_first_name(piece)
    return known and is_person(piece) and _all_capitalised(piece)


def _is_label(piece: str) -> bool:
    """A section's or a town's name: up to three words, each with a capital."""
    return len(piece.split()) <= 3 and _all_capitalised(piece)


def _all_capitalised(piece: str) -> bool:
    return all(word[0].isupper() or word in {"and", "&", "of", "de"} for word in piece.split())


def _rights(line: str) -> Metadata | None:
    found = _RIGHTS.match(line) if len(line) <= _LONGEST else None
    if not found or not (line[0] in "©(" or re.search(r"\d{4}", line)):
        return None
    holder = _RESERVED.sub("", found["outlet"]).strip()
    return Metadata(
        len(line), outlet=holder if is_outlet(holder) or len(holder.split()) <= 3 else None
    )


def _below_byline(line: str) -> Metadata | None:
    """A job, or an outlet with or without the place of its writer ("BBC News, Karsk")."""
    if is_role(line):
        return Metadata(len(line))
    outlet, _, place = line.partition(", ")
    if not is_outlet(outlet) or (place and not _is_label(place)):
        return None
    return Metadata(len(line), outlet=outlet)
