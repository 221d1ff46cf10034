"""An article's edits laid out in lines for a width."""

from briefing.rows import EditRow
from briefing.ui.dates import long
from briefing.ui.drawing import Line, block, changed_lines, joined, several
from briefing.ui.pages import EditsPage
from briefing.ui.sheets import MEASURE, Lines, Sheet
from briefing.wording import abridged


def edits_sheet(page: EditsPage, width: int) -> Sheet:
    """An article's edits, newest first: what went and what came, with a few words around."""
    out = Lines()
    for edit in page.edits:
        out.add([], [(f"Changed {long(edit.replaced)}", "accent")], [])
        out.add(*_edit(edit, width))
    row = page.row
    texts = several(row.revision, "text")
    more = f"the last {len(page.edits)} changes" if len(page.edits) < row.revision - 1 else None
    meta = joined([row.outlet, texts, more, "[-gone-] {+new+}"])
    return out.sheet([*block(row.title, width, 2, base="strong"), [(meta, "quiet")]])


def _edit(edit: EditRow, width: int) -> list[Line]:
    lines: list[Line] = []
    for parts in (edit.title_changes, edit.changes):
        if any(part.kind != "same" for part in parts):
            lines += [*changed_lines(abridged(parts), min(width, MEASURE)), []]
    return lines
