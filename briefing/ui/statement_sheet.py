"""A statement's page laid out in lines for a width."""

from briefing.ui.dates import long, short
from briefing.ui.drawing import Line, joined, several, wrap
from briefing.ui.pages import StatementPage, Target
from briefing.ui.sheets import MEASURE, Lines, Sheet, carrier_lines


def statement_sheet(page: StatementPage, width: int) -> Sheet:
    """A statement: its longest form, whom outlets name for it, then all who carry it."""
    row, out = page.row, Lines()
    out.add([], [("In its longest form", "accent")], [])
    measure = min(width - 2, MEASURE)
    out.add(*([("  ", ""), (row.text[a:b], "said")] for a, b in wrap(row.text, measure)), [])
    if len(row.speakers) > 1:
        out.add([("Outlets name different speakers", "warn")], [])
        out.add(*_named(page), [])
    out.add([("Carried by", "accent"), ("  [-not theirs-] {+theirs+}", "quiet")], [])
    for quote in page.carriers:
        target = Target(quote.article_id, quote.id)
        out.stop(carrier_lines(quote, row.text, width), target)
        out.add([])
    who = " or ".join(row.speakers) or "Speaker not named"
    first = f"first {long(row.first_published)}" if row.first_published else None
    counts = several(len(row.quotes), "quote"), several(len(row.outlets), "outlet")
    meta = joined([first, *counts])
    return out.sheet([[(who, "strong")], [(meta, "quiet")]])


def _named(page: StatementPage) -> list[Line]:
    """Each speaker, with the outlets that name them."""
    lines: list[Line] = []
    for name in page.row.speakers:
        where = [
            joined([one.outlet, short(one.published)], " ")
            for one in page.row.carriers
            if one.speaker == name
        ]
        lines.append([(f"  {name}", "strong"), (f"  {', '.join(where)}", "quiet")])
    return lines
