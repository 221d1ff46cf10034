"""Rows as the panes and their plain twins show them; their fields are the keys of ``--json``.

They are tuples with names, since the app loads them at its start, where a dataclass takes a
millisecond each.
"""

from typing import NamedTuple

from briefing.kinds import (
    DiscrepancyClass,
    Equivalent,
    FigureKind,
    QuoteKind,
    ReadingState,
    Span,
    SpeakerKind,
)
from briefing.wording import Part


class StoryRow(NamedTuple):
    """A story with what a list shows of it. ``discrepancies`` counts value, conversion, update.

    ``new`` counts articles that came or changed since the user looked at the story: all of them
    where that was never. ``copies`` counts articles that are another outlet's text again.
    """

    id: int
    title: str
    first_published: str | None
    last_published: str | None
    outlets: tuple[str, ...]
    people: tuple[str, ...]
    articles: int
    quotes: int
    discrepancies: int
    new: int = 0
    copies: int = 0


class RoleRow(NamedTuple):
    """An office of a person, first and last seen in articles of these days; the first proves it.

    ``start`` and ``end`` are the span of that article's text which proves it. ``ended`` is the day
    from which articles call the office a former one. ``sentence`` holds the span, where asked for.
    """

    title: str
    country: str | None
    organisation: str | None
    former: bool
    first_seen: str | None
    last_seen: str | None
    article_id: int
    start: int = 0
    end: int = 0
    ended: str | None = None
    sentence: str | None = None


class PersonRow(NamedTuple):
    """A person with what a list shows of them, newest role first."""

    id: int
    name: str
    aliases: tuple[str, ...]
    country: str | None
    roles: tuple[RoleRow, ...]
    quotes: int
    articles: int


class NamedWithRow(NamedTuple):
    """Somebody whom the same articles name."""

    id: int
    name: str
    articles: int


class PersonStoryRow(NamedTuple):
    """A story that names the person."""

    id: int
    title: str
    last_published: str | None


class CalledRow(NamedTuple):
    """A name that articles call the person by, and how many do."""

    name: str
    articles: int


class LinkRow(NamedTuple):
    """Where an article names the person, and why it is linked so; ``tie`` where others fit too."""

    article_id: int
    called: str
    reason: str
    tie: bool
    outlet: str | None
    published: str | None


class PersonDetail(NamedTuple):
    """A person as in ``PersonRow``, with ids of quotes by and about them, company and stories."""

    id: int
    name: str
    aliases: tuple[str, ...]
    country: str | None
    roles: tuple[RoleRow, ...]
    quotes: int
    articles: int
    quotes_by: tuple[int, ...]
    quotes_about: tuple[int, ...]
    named_with: tuple[NamedWithRow, ...]
    stories: tuple[PersonStoryRow, ...]
    called: tuple[CalledRow, ...]
    links: tuple[LinkRow, ...]


class MovedRow(NamedTuple):
    """A line of the log of people: whom linking or the user joined or parted, and why."""

    id: int
    at: str
    kind: str
    by_hand: bool
    reason: str
    from_id: int
    from_name: str
    to_id: int
    to_name: str
    articles: int
    undone: bool


class StepRow(NamedTuple):
    """A step by which linking or the user made stories: articles that went from one to another.

    ``title`` and ``other_title`` are None where the story is gone; ``titles`` are the articles'.
    ``odds`` are the log odds that linking decided by; ``takes_back`` is a step taken back by this.
    """

    id: int
    at: str
    step: str
    by_hand: bool
    story_id: int
    title: str | None
    other_id: int | None
    other_title: str | None
    articles: tuple[int, ...]
    titles: tuple[str, ...]
    odds: float | None
    takes_back: int | None
    undone: bool


SURE = 0.9
"""Probability from which a speaker stands without a "probably"."""


class QuoteRow(NamedTuple):
    """A quote with its speaker and where it stands."""

    id: int
    text: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    cue: str | None
    speaker: str | None
    speaker_as_written: str | None
    speaker_kind: SpeakerKind | None
    person_id: int | None
    role: str | None
    inferred: bool
    confidence: float
    statement_id: int | None
    verified: bool
    article_id: int
    outlet: str | None
    title: str
    published: str | None
    url: str | None
    start: int
    end: int
    story_id: int | None
    speaker_confidence: float
    unsaid: bool
    told_by: str | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the engine has no doubt who said it."""
        return self.speaker_confidence >= SURE


class ChangeRow(NamedTuple):
    """A quote that another version of the engine found, lost, or gave to somebody else."""

    id: int
    change: str
    text: str
    before: str | None
    after: str | None
    article_id: int
    title: str
    published: str | None


class FigureRow(NamedTuple):
    """A figure with its sentence, where it stands, and the discrepancy it is a value of, if any."""

    id: int
    kind: FigureKind
    value: float
    value_max: float | None
    unit: str
    hedge: str | None
    as_written: str
    equivalents: tuple[Equivalent, ...]
    about: str | None
    sentence: str
    article_id: int
    outlet: str | None
    published: str | None
    story_id: int | None
    start: int
    end: int
    discrepancy_id: int | None = None


class ValueRow(NamedTuple):
    """One side of a discrepancy."""

    figure_id: int
    value: float
    unit: str
    outlet: str | None
    published: str | None
    sentence: str


class DiscrepancyRow(NamedTuple):
    """A discrepancy, its values oldest first. ``kind`` is the ``class`` of ``--json``."""

    id: int
    story_id: int
    kind: DiscrepancyClass
    about: str
    values: tuple[ValueRow, ...]


class CarrierRow(NamedTuple):
    """A quote that carries a statement, in its article's words."""

    quote_id: int
    article_id: int
    outlet: str | None
    published: str | None
    speaker: str | None
    text: str


class StatementRow(NamedTuple):
    """A statement in its longest form, with the quotes that carry it, oldest first.

    ``speakers`` are whom its carriers name: two or more where outlets do not agree who said it.
    """

    id: int
    text: str
    speakers: tuple[str, ...]
    first_published: str | None
    outlets: tuple[str, ...]
    quotes: tuple[int, ...]
    carriers: tuple[CarrierRow, ...] = ()


class ArticleRow(NamedTuple):
    """An article without its text, which is the ``revision``-th that its outlet published.

    ``updated`` is the instant that it came in, where it is not the first.
    """

    id: int
    external_id: str | None
    title: str
    outlet: str | None
    outlet_inferred: bool
    byline: str | None
    place: str | None
    published: str | None
    url: str | None
    story_id: int | None
    words: int
    language: str | None
    reading: ReadingState
    seen: bool
    revision: int = 1
    updated: str | None = None
    copy_of: int | None = None


class EditRow(NamedTuple):
    """An article's text, the ``revision``-th, beside the one that it took the place of then.

    ``changes`` make up both: those that are not new the old one, those that are not gone the new.
    """

    article_id: int
    revision: int
    replaced: str
    outlet: str | None
    url: str | None
    title: str
    title_changes: tuple[Part, ...]
    changes: tuple[Part, ...]


class SourceRow(NamedTuple):
    """A source with its health; the counts are of its last sync. Times are ISO instants in UTC.

    ``folder`` names the folders it stands in, outermost first.
    """

    id: int
    title: str
    url: str
    kind: str
    state: str
    last_ok: str | None
    next_check: str | None
    error: str | None
    new: int
    updated: int
    unchanged: int
    folder: tuple[str, ...] = ()
