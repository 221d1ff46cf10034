"""Readers that die, err or count, for workers to be given; they must be importable by a process."""

import os
import signal
from concurrent.futures import Executor, Future
from dataclasses import replace

from briefing.errors import EngineError
from briefing.model import FoundPerson, FoundQuote, Reading
from briefing.readers import Job, Outcome


def plain_reader(job: Job) -> Outcome:
    """Finds one quote: the words between the first two curly marks, said by Mira Talan."""
    start, end = job.text.find("“"), job.text.find("”") + 1
    if start < 0:
        return Outcome(job, reading=Reading(), language="en", lead=job.text)
    name = job.text.find("Mira Talan")
    quote = FoundQuote(
        ((start, end),),
        job.text[start:end],
        "direct",
        speaker="Mira Talan",
        speaker_span=(name, name + 10),
        speaker_kind="person",
        confidence=0.95,
        speaker_confidence=0.95,
    )
    people = (FoundPerson("Mira Talan", ((name, name + 10),)),)
    return Outcome(job, reading=Reading((quote,), people), language="en", lead=job.text)


def later_reader(job: Job) -> Outcome:
    """Ends the quote a word earlier, and gives it to nobody."""
    outcome = plain_reader(job)
    (quote,) = outcome.reading.quotes
    end = job.text.rfind(" ", 0, quote.end)
    shorter = replace(
        quote,
        spans=((quote.start, end),),
        text=job.text[quote.start : end],
        speaker=None,
        speaker_span=None,
        speaker_kind=None,
    )
    return replace(outcome, reading=replace(outcome.reading, quotes=(shorter,)))


def doubting_reader(job: Job) -> Outcome:
    """Finds the same words, and does not know who said them."""
    outcome = plain_reader(job)
    (quote,) = outcome.reading.quotes
    nobodys = replace(quote, speaker=None, speaker_span=None, speaker_kind=None)
    return replace(outcome, reading=replace(outcome.reading, quotes=(nobodys,)))


def mortal_reader(job: Job) -> Outcome:
    """Is killed by what says POISON, errs over what says ERROR."""
    if "POISON" in job.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "ERROR" in job.text:
        raise ValueError("no such thing")
    return plain_reader(job)


def stillborn_reader(job: Job) -> Outcome:
    """Is killed by everything, as where there is no memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return plain_reader(job)


def cramped_reader(job: Job) -> Outcome:
    """Has no memory to read in."""
    raise MemoryError


def roomless_reader(job: Job) -> Outcome:
    """Has no room on the disk for what the engine unpacks."""
    raise OSError(28, "No space left on device")


def broken_reader(job: Job) -> Outcome:
    """Has no engine to read with."""
    raise EngineError("the engine cannot be loaded")


class Inline(Executor):
    """An executor that does the work at once, in this process."""

    def __init__(self, _: int) -> None:
        self.submitted = 0

    def submit(self, fn, /, *args, **kwargs):
        self.submitted += 1
        future: Future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future
