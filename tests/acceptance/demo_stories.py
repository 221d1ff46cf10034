"""Prints the demo edition's articles, each with its author's story, for ``briefing.training.stories``:
``python -m tests.acceptance.demo_stories EDITION``, after ``briefing demo --plain --db EDITION``."""

import json
import sys
from contextlib import closing
from pathlib import Path

from briefing.store.connect import connect
from tests import demo_expected as expected


def main(path: Path) -> None:
    """Print a line of JSON for each article."""
    with closing(connect(path)) as db:
        for row in db.execute("SELECT title, text, published AS date FROM articles ORDER BY id"):
            cluster = expected.story_of(row["title"]) or row["title"]
            print(json.dumps({**dict(row), "cluster": cluster}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
