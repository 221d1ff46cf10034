import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store.connect import connect


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "edition.db"


@pytest.fixture
def db(store: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(store)
    yield connection
    connection.close()
