"""The edition's overview in plain text: how fresh it is, and its newest stories."""

import sys
from contextlib import closing
from pathlib import Path

from briefing.export.plain import several
from briefing.export.rows import lines
from briefing.store import search
from briefing.store.connect import connect, told
from briefing.store.overview import freshness
from briefing.store.stories import story_rows

STORIES = 20
"""Stories in the plain overview: a day's, on one page."""

EMPTY = """\
Nothing is here yet.
  briefing demo          see a fictional edition
  briefing add URL       add a news feed, then: briefing sync
  briefing add --list    well-known public feeds to choose from
  briefing import PATH   take in your own documents
"""


def print_overview(path: Path) -> int:
    """Print how fresh the edition is and its newest stories."""
    with told(path), closing(connect(path)) as db:
        fresh = freshness(db)
        stories = story_rows(db, search.story_ids(db, limit=STORIES))
    if not fresh.articles:
        sys.stdout.write(EMPTY)
        return 0
    counts = f"{several(fresh.articles, 'article')}, {several(fresh.sources, 'source')}"
    sys.stdout.write(f"{counts}, synced {fresh.last_ok or 'never'}\n")
    if fresh.queued:
        sys.stdout.write(
            f"{several(fresh.queued, 'article')} to be read: briefing sync reads them\n"
        )
    for source in fresh.failed:
        sys.stdout.write(f"failed: {source.title or source.url}: {source.error}\n")
    sys.stdout.write("\n")
    for line in lines(stories, "plain"):
        sys.stdout.write(f"{line}\n")
    return 0
