"""A person's page laid out in lines for a width."""

from collections.abc import Iterable

from briefing.rows import LinkRow, QuoteRow, RoleRow
from briefing.ui.dates import short
from briefing.ui.drawing import Line, block, flat, joined, several, spread
from briefing.ui.pages import PersonPage, Target
from briefing.ui.sheets import Lines, Sheet
from briefing.ui.widgets.people import role_words
from briefing.ui.widgets.quotes import speaker

PROOF_LINES = 3
"""Lines of the sentence that proves an office."""


def person_sheet(page: PersonPage, width: int) -> Sheet:
    """A person: offices with their proof, names, company, stories, what is said of them, links."""
    row, out = page.row, Lines()
    out.add([])
    if row.roles:
        out.add([("Seen as", "accent")], [])
    for role in row.roles:
        out.stop(_role(role, width), Target(role.article_id, span=(role.start, role.end)))
        out.add([])
    if row.aliases:
        called = (f"{one.name} ({one.articles})" for one in row.called)
        _listed(out, "Called, in how many articles", called, width)
    fellows = (f"{one.name} ({one.articles})" for one in row.named_with)
    _listed(out, "Named with, in how many articles", fellows, width)
    _listed(out, "In these stories", (story.title for story in row.stories), width, apart=True)
    if page.about:
        out.add([("Said about them", "accent")], [])
    for quote in page.about:
        out.stop(_about(quote, width), Target(quote.article_id, quote.id))
        out.add([])
    out.add([("Where they are named, and why it is they", "accent")], [])
    for link in row.links:
        out.stop(_link(link, width), Target(link.article_id))
    meta = joined([row.country, several(row.quotes, "quote"), several(row.articles, "article")])
    return out.sheet([[(flat(row.name), "strong")], [(meta, "quiet")]])


def _role(role: RoleRow, width: int) -> list[Line]:
    seen = joined(dict.fromkeys([short(role.first_seen), short(role.last_seen)]), " – ")
    until = f"{seen}, left by {short(role.ended)}" if role.ended else seen
    head = spread([(f"  {role_words(role)}", "")], [(until, "quiet")], width)
    proof = block(role.sentence or "", width - 4, PROOF_LINES, base="quiet")
    return [head, *([("    ", ""), *line] for line in proof)]


def _listed(
    out: Lines, title: str, words: Iterable[str], width: int, *, apart: bool = False
) -> None:
    """A heading over words, one after another or each on a line of its own."""
    given = list(words)
    if not given:
        return
    texts = given if apart else [", ".join(given)]
    out.add([(title, "accent")], [])
    for text in texts:
        out.add(*([("  ", ""), *line] for line in block(text, width - 2, 1 if apart else 4)))
    out.add([])


def _about(quote: QuoteRow, width: int) -> list[Line]:
    source = joined([quote.outlet, short(quote.published)])
    head = spread([("  ", ""), *speaker(quote)], [(source, "quiet")], width)
    return [head, *([("  ", ""), *line] for line in block(quote.text, width - 2, 3))]


def _link(link: LinkRow, width: int) -> list[Line]:
    source = joined([link.outlet, short(link.published)])
    mark = [("? ", "warn")] if link.tie else [("  ", "")]
    head = spread([*mark, (flat(link.called), "")], [(source, "quiet")], width)
    return [head, [("  ", ""), (link.reason, "quiet")]]
