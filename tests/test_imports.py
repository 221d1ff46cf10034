"""What starting costs: heavy libraries are imported where they are used, and nowhere before."""

import subprocess
import sys

import pytest

from tests.making import add_article

HEAVY = "httpx", "spacy", "onnxruntime", "feedparser", "trafilatura", "sqlite_utils"

OPEN_THE_APP = """
import asyncio, sys
from pathlib import Path
from briefing.store.connect import connect
from briefing.ui.app import BriefingApp

async def main():
    app = BriefingApp(Path(sys.argv[1]), connect(Path(sys.argv[1])))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "3", "slash", "b", "o")
        await pilot.pause(0.5)

asyncio.run(main())
"""
ANSWER_A_VERB = """
import sys
from briefing.__main__ import main
assert main(["--db", sys.argv[1], "quotes", "boats"]) == 0
"""


def loaded_after(script: str, store) -> set[str]:
    report = "\nimport sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", script + report, str(store)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stderr.split())


@pytest.mark.parametrize("script", [OPEN_THE_APP, ANSWER_A_VERB])
def test_looking_at_the_edition_loads_no_network_parser_or_engine(script, store, db):
    add_article(db, "Valdoria promises boats", [("Mira Talan", "Forty boats will sail.")])
    loaded = loaded_after(script, store)
    assert "briefing.store.search" in loaded
    assert not loaded & {*HEAVY, "briefing.reading", "briefing.sync"}


def test_answering_a_verb_loads_no_textual(store, db):
    add_article(db, "Valdoria promises boats", [("Mira Talan", "Forty boats will sail.")])
    assert "textual" not in loaded_after(ANSWER_A_VERB, store)
