"""Worker processes that end with the process that started them."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from threading import Thread


def pool(count: int) -> ProcessPoolExecutor:
    """Spawned worker processes: a fork would share the caller's threads and the store's handle.

    Left alone, a worker would wait for work for ever when its starter is killed, holding on to all
    the memory the engine takes.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_starter)


def patient_pool(count: int) -> ProcessPoolExecutor:
    """As ``pool``, whose workers leave the processor to whatever else wants it."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_patiently)


def _end_patiently() -> None:
    os.nice(10)
    _end_with_starter()


def _end_with_starter() -> None:
    # Ctrl+c reaches every process of the terminal; the starter decides what comes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_wait_for_end_of_starter, daemon=True).start()


def _wait_for_end_of_starter() -> None:
    if starter := multiprocessing.parent_process():
        starter.join()
        os._exit(1)
