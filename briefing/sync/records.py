"""How sources are, written down: those of one moment in one transaction."""

import asyncio
import sqlite3
from pathlib import Path

from briefing.store.connect import told, writing
from briefing.store.sources import Health, Source, move_source, record_health
from briefing.sync.schedule import new_address


class Records:
    """Writes to the store what became of each source.

    A transaction for each costs more than the rest of a source that has nothing new, and answers
    come in by the dozen: all that came while the loop was busy are written together.

    Args:
        db: the store.
        store_path: where it is.
        instant: when this sync began, as the store has it.
    """

    def __init__(self, db: sqlite3.Connection, store_path: Path, instant: str) -> None:
        self._db = db
        self._store_path = store_path
        self._instant = instant
        self._waiting: list[tuple[Source, Health]] = []
        self._written: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def write(self, source: Source, health: Health) -> None:
        """Write down how ``source`` is; done once it is committed.

        Raises:
            StoreError: the store cannot be used any more.
        """
        if not self._waiting:
            loop = asyncio.get_running_loop()
            self._written = loop.create_future()
            loop.call_soon(self._write_all)
        self._waiting.append((source, health))
        await asyncio.shield(self._written)

    def _write_all(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            with told(self._store_path), writing(self._db):
                for source, health in waiting:
                    self._write(source, health)
        except Exception as error:  # raised again where it is waited for
            self._written.set_exception(error)
        else:
            self._written.set_result(None)

    def _write(self, source: Source, health: Health) -> None:
        record_health(self._db, source.id, health, now=self._instant)
        if health.state == "ok" and (moved := new_address(source, health)):
            move_source(self._db, source, moved)
