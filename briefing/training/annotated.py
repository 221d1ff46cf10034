"""Annotated articles: what a person marked in a text, in the form that tests/annotated explains.

``python -m briefing.training.annotated FILE …`` checks files and names every fault with its line.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from briefing.kinds import Span, SpeakerKind

Said = Literal["said", "belief", "unsaid"]
"""Speech; thought or planned without being said; speech that did not happen, or not yet."""

_TAG = re.compile(r"<(?P<end>/?)(?P<what>[qcs](?P<numbers>\d+(?:,\d+)*)|p)>")
_LINE = re.compile(
    r"q(?P<number>\d+)(?P<said> belief| unsaid)?: ?(?:-|(?P<kind>[a-z]+): (?P<name>.+))"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: the spans of its contents, cue and source, and who is meant.

    ``speaker`` is the name as fully as the article has it, None where nobody can tell.
    """

    contents: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    said: Said | None = "said"
    kind: SpeakerKind | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated text. ``people`` holds for each person the full name and other forms of it.

    ``mentions`` are the spans of people's names, None where they are not marked.
    ``discarded`` are stretches that nothing is known of, ``unsure`` contents of which nobody knows
    what they tell that others said.
    """

    id: str
    text: str
    split: str
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Span, ...] | None = None
    people: tuple[tuple[str, ...], ...] = ()
    genre: str = ""
    discarded: tuple[Span, ...] = ()
    unsure: tuple[Span, ...] = ()


class AnnotationError(ValueError):
    """A file that breaks the form; says where and how."""


def parse(source: str) -> Article:
    """The article of one file.

    Raises:
        AnnotationError: The file is not in the form that the guide describes.
    """
    parts = re.split(r"^===\n", source, flags=re.MULTILINE)
    if len(parts) != 3:
        raise AnnotationError(f"{len(parts)} parts in place of 3 divided by ===")
    head = dict(line.split(": ", 1) for line in parts[0].splitlines() if ": " in line)
    marked = parts[1].strip("\n")
    text, spans = _unmarked(marked)
    lines = [line for line in parts[2].splitlines() if line.strip()]
    people = tuple(
        tuple(form.strip() for form in line.removeprefix("person:").split("="))
        for line in lines
        if line.startswith("person:")
    )
    speakers = [line for line in lines if not line.startswith("person:")]
    article = Article(
        id=head.get("id", ""),
        text=text,
        split=head.get("split", ""),
        attributions=tuple(_attributions(spans, speakers)),
        mentions=tuple(sorted(spans["p"])),
        people=people,
        genre=head.get("genre", ""),
    )
    _check(article)
    return article


def load(folder: Path, split: str | None = None) -> list[Article]:
    """The articles of a folder, of one split or of all, by name.

    Raises:
        AnnotationError: A file is not in the form that the guide describes; names the file.
    """
    articles = []
    for path in sorted(folder.glob("*.txt")):
        try:
            articles.append(parse(path.read_text("utf-8")))
        except AnnotationError as fault:
            raise AnnotationError(f"{path}: {fault}") from fault
    return [article for article in articles if split in {None, article.split}]


def _unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without tags, and the spans of each tag in it."""
    pieces, spans = [], defaultdict(list)
    opened: list[tuple[str, int]] = []
    at = length = 0
    for tag in _TAG.finditer(marked):
        pieces.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        what = tag["what"]
        if not tag["end"]:
            opened.append((what, length))
            continue
        if not opened or opened[-1][0] != what:
            last = opened[-1][0] if opened else "nothing"
            line = marked.count("\n", 0, tag.start()) + 1
            raise AnnotationError(f"text line {line}: </{what}> closes <{last}>")
        begin = opened.pop()[1]
        if begin == length:
            raise AnnotationError(f"<{what}> is empty")
        for key in _keys(what):
            spans[key].append((begin, length))
    if opened:
        raise AnnotationError(f"<{opened[-1][0]}> is never closed")
    text = "".join(pieces) + marked[at:]
    if stray := re.search(r"</?[a-z]\d*>|</?[qcs]\b", text):
        raise AnnotationError(f"no tag of ours: {stray[0]}")
    return text, spans


def _keys(what: str) -> Iterator[str]:
    if what == "p":
        yield what
    else:
        yield from (what[0] + number for number in what[1:].split(","))


def _attributions(spans: dict[str, list[Span]], lines: Sequence[str]) -> Iterator[Attribution]:
    described = _described(lines)
    for key in spans:
        if key[0] in "cs" and f"q{key[1:]}" not in spans:
            raise AnnotationError(f"{key} has no q{key[1:]}")
        if key != "p" and key[1:] not in described:
            raise AnnotationError(f"q{key[1:]} has no line below")
    for number, match in described.items():
        if f"q{number}" not in spans:
            raise AnnotationError(f"q{number} is described and not marked")
        yield Attribution(
            contents=tuple(sorted(spans[f"q{number}"])),
            cue=tuple(sorted(spans.get(f"c{number}", []))),
            source=tuple(sorted(spans.get(f"s{number}", []))),
            said=cast("Said", (match["said"] or "said").strip()),
            kind=cast("SpeakerKind | None", match["kind"]),
            speaker=match["name"],
        )


def _described(lines: Sequence[str]) -> dict[str, re.Match[str]]:
    """The lines that describe attributions, by number."""
    described: dict[str, re.Match[str]] = {}
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if not match:
            raise AnnotationError(f"not understood: {line!r}")
        if match["kind"] and match["kind"] not in get_args(SpeakerKind):
            raise AnnotationError(f"no kind of speaker: {line!r}")
        if match["number"] in described:
            raise AnnotationError(f"q{match['number']} is described twice")
        described[match["number"]] = match
    return described


def _check(article: Article) -> None:
    """Raise where names in the text and names below do not fit."""
    forms = {form for person in article.people for form in person}
    parts = {part for form in forms for part in _parts(form)}
    for start, end in article.mentions or ():
        name = article.text[start:end]
        if not set(_parts(name)) <= parts:
            raise AnnotationError(f"<p>{name}</p> is a part of no person's name below")
    full = {person[0] for person in article.people}
    for attribution in article.attributions:
        if attribution.kind != "person" or attribution.speaker is None:
            continue
        for name in attribution.speaker.split(" & "):
            if name not in full:
                raise AnnotationError(f"speaker {name!r} is no person below")
    if article.split not in {"train", "held"}:
        raise AnnotationError(f"split is {article.split!r}, neither train nor held")


def _parts(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.lower())


def main(paths: Sequence[str]) -> int:
    """Check files; 1 where one has a fault."""
    faults = 0
    for path in paths:
        try:
            parse(Path(path).read_text("utf-8"))
        except AnnotationError as fault:
            faults += 1
            print(f"{path}: {fault}")
    print(f"{len(paths)} files, {faults} with a fault")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
