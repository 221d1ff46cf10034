"""A row as a person reads it in a pipe, a mail or with a screen reader: no columns, no boxes."""

from functools import singledispatch

from briefing import wording
from briefing.export.amounts import amount
from briefing.export.citations import citation
from briefing.rows import (
    ArticleRow,
    CarrierRow,
    ChangeRow,
    DiscrepancyRow,
    EditRow,
    FigureRow,
    MovedRow,
    PersonDetail,
    PersonRow,
    QuoteRow,
    RoleRow,
    SourceRow,
    StatementRow,
    StepRow,
    StoryRow,
)


@singledispatch
def plain(row: object) -> str:
    """The row in words, over one line or more, with an empty line behind it where it has more."""
    raise TypeError(f"no plain form for {type(row).__name__}")


@plain.register
def _(row: StoryRow) -> str:
    counts = [several(row.articles, "article"), several(row.quotes, "quote")]
    if row.copies:
        counts[0] += f" ({several(len(row.outlets), 'outlet')}, {several(row.copies, 'copy')})"
    if row.discrepancies:
        counts.append(f"figures differ: {row.discrepancies}")
    if 0 < row.new < row.articles:
        counts.append(f"{row.new} new since you looked")
    days = _days(row.first_published, row.last_published)
    return _block(
        row.title,
        ", ".join(filter(None, (days, ", ".join(row.outlets), *counts))),
        ", ".join(row.people),
    )


@plain.register(PersonRow)
@plain.register(PersonDetail)
def _(row: PersonRow | PersonDetail) -> str:
    about = [_role(role) for role in row.roles] or [row.country or ""]
    counts = f"{several(row.quotes, 'quote')}, {several(row.articles, 'article')}"
    return _block(row.name, "; ".join(filter(None, about)), counts)


@plain.register
def _(row: MovedRow) -> str:
    who = f"{row.from_name} ({row.from_id}), {several(row.articles, 'article')}"
    way = "joined to" if row.kind == "merge" else "parted, now"
    undone = ", taken back" if row.undone else ""
    what = f"{row.id}: {who} {way} {row.to_name} ({row.to_id})"
    return _block(what, f"{row.at[:16].replace('T', ' ')}, {row.reason}{undone}")


@plain.register
def _(row: StepRow) -> str:
    moved = f"{several(len(row.articles), 'article')} ({', '.join(map(str, row.articles))})"
    first = f", “{row.titles[0]}”" if row.titles else ""
    came = "" if row.other_id is None else f" from {_story(row.other_id, row.other_title)}"
    done = "parted" if row.step == "split" else "joined"
    why = "by hand" if row.odds is None else f"by linking, log odds {row.odds:.1f}"
    back = f"takes {row.takes_back} back" if row.takes_back else ""
    notes = (row.at[:16].replace("T", " "), why, back, "taken back" if row.undone else "")
    return _block(
        f"{row.id}: {moved}{first}",
        f"{done}{came} to {_story(row.story_id, row.title)}",
        ", ".join(filter(None, notes)),
    )


def _story(story_id: int, title: str | None) -> str:
    return f"story {story_id}, “{title}”" if title else f"story {story_id} (gone)"


@plain.register
def _(row: QuoteRow) -> str:
    return citation(row) + "\n"


@plain.register
def _(row: FigureRow) -> str:
    same = "".join(f" (= {amount(e.value, e.unit)})" for e in row.equivalents)
    hedge = f"{row.hedge} " if row.hedge else ""
    about = f", {row.about}" if row.about else ""
    return _block(f"{hedge}{row.as_written}{same}{about}", row.sentence, _place(row))


@plain.register
def _(row: DiscrepancyRow) -> str:
    values = [
        f"  {amount(value.value, value.unit)}, {_place(value)}: {value.sentence}"
        for value in row.values
    ]
    return _block(f"{row.about} ({row.kind})", *values)


@plain.register
def _(row: StatementRow) -> str:
    who = ", ".join(row.speakers) or "no speaker named"
    if len(row.speakers) > 1:
        who = f"{' or '.join(row.speakers)}: outlets name different speakers"
    first = f"first carried {row.first_published[:10]}" if row.first_published else ""
    return _block(
        row.text,
        ", ".join(filter(None, (who, first))),
        *(_carrier(row, one) for one in row.carriers),
    )


def _carrier(row: StatementRow, one: CarrierRow) -> str:
    words = wording.marked(wording.carried(row.text, one.text))[0] or "the same words"
    who = one.speaker or "no speaker named"
    return f"  {', '.join(filter(None, (_place(one), who)))}: {words}"


@plain.register
def _(row: ArticleRow) -> str:
    unread = "" if row.reading == "done" else f"reading: {row.reading}"
    copy = "" if row.copy_of is None else f"copy of {row.copy_of}"
    about = (_place(row), row.byline, unread, copy)
    return _block(row.title, ", ".join(filter(None, about)), row.url)


@plain.register
def _(row: EditRow) -> str:
    when = f"changed {row.replaced[:16].replace('T', ' ')}, text {row.revision}"
    changed = [_changed(row.title_changes) if _differs(row.title_changes) else row.title]
    changed.append(", ".join(filter(None, (row.outlet, when))))
    if _differs(row.changes):
        changed.append(_changed(row.changes))
    return _block(*changed)


def _differs(parts: tuple[wording.Part, ...]) -> bool:
    return any(part.kind != "same" for part in parts)


def _changed(parts: tuple[wording.Part, ...]) -> str:
    return wording.marked(wording.abridged(parts))[0]


@plain.register
def _(row: SourceRow) -> str:
    counts = f"new {row.new}, updated {row.updated}, unchanged {row.unchanged}"
    went = f"{row.state}, {counts}" if row.state == "ok" or not row.error else None
    health = "; ".join(filter(None, (went, row.error)))
    return f"{' / '.join((*row.folder, row.title or row.url))}: {health}"


@plain.register
def _(row: ChangeRow) -> str:
    told = {
        "new": f"now also quoted: {row.after or 'nobody named'}",
        "gone": f"no longer quoted: {row.before or 'nobody named'}",
        "speaker": f"now by {row.after or 'nobody named'}, not {row.before or 'nobody named'}",
    }
    return _block(
        f"{told[row.change]}: {row.text}", ", ".join(filter(None, (row.title, _place(row))))
    )


def _role(role: RoleRow) -> str:
    title = f"former {role.title}" if role.former else role.title
    place = role.organisation or role.country
    return f"{title}, {place}" if place else title


def several(number: int, noun: str) -> str:
    """A count in words that agree with it."""
    many = f"{noun[:-1]}ies" if noun.endswith("py") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"


def _days(first: str | None, last: str | None) -> str:
    days = dict.fromkeys(day[:10] for day in (first, last) if day)
    return " to ".join(days)


def _place(row: FigureRow | ArticleRow | object) -> str:
    outlet, published = getattr(row, "outlet", None), getattr(row, "published", None)
    return ", ".join(filter(None, (outlet, (published or "")[:10])))


def _block(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part) + "\n"
