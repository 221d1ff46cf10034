from pathlib import Path

import pytest

from tests.calling import Ran, briefing
from tests.verbs.texts import BOATS, BUDGET, HARBOUR, NOTE, ROWS


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose edition took in a file, a folder, a dump and standard input, in one call."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "boats.txt").write_text(BOATS, encoding="utf-8")
    notes = folder / "notes"
    (notes / "deep").mkdir(parents=True)
    (notes / "harbour.html").write_text(HARBOUR, encoding="utf-8")
    (notes / "deep" / "budget.md").write_text(BUDGET, encoding="utf-8")
    (notes / "picture.png").write_bytes(b"\x89PNG\0\0")
    (notes / ".hidden.txt").write_text("Not for anyone.", encoding="utf-8")
    (folder / "rows.jsonl").write_bytes(ROWS)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    return folder


@pytest.fixture(scope="module")
def taken(office: Path) -> Ran:
    """What that call said. Some of its targets cannot be taken in."""
    targets = ["boats.txt", "notes", "rows.jsonl", "missing.txt", "empty.txt", "binary.txt", "-"]
    return briefing("import", *targets, home=office, stdin=NOTE.encode())
