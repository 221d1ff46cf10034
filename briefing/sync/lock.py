"""One sync at a time over all processes."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from briefing.errors import LockedStore, StoreError
from briefing.places import private_folder


@contextmanager
def sync_lock(store_path: Path, now: datetime) -> Iterator[None]:
    """Hold the lock of syncing beside the store; the system lets go of it when the process ends.

    Raises:
        LockedStore: another process is syncing; the message says which and since when.
    """
    path = store_path.with_name(f"{store_path.name}.sync-lock")
    try:
        private_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened ({error.strerror}): check its folder") from error
    try:
        _take(handle)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} since {now:%H:%M:%S} UTC".encode(), 0)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 100, 0).decode("ascii", "replace") or "another process"
        raise LockedStore(f"a sync is running ({holder}): wait for it to end") from None
