import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store.connect import connect

# The keyring of whoever runs the tests is no place for their secrets.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "edition.db"


@pytest.fixture
def db(store: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(store)
    yield connection
    connection.close()
