"""Text that kills or stalls its parser costs that text alone."""

import asyncio
import os
import time

import pytest

from briefing.errors import FeedError
from briefing.sync.parsers import Parsers


def double(number: int) -> int:
    return 2 * number


def stall() -> None:
    while True:
        time.sleep(1)


def crash() -> None:
    os._exit(9)


def stumble() -> None:
    raise RecursionError("too deep")


def object_to() -> None:
    raise FeedError("the feed broke off before its end")


@pytest.mark.parametrize(
    ("parser", "reason"),
    [
        (stall, "what came is too much to be read"),
        (crash, "what came is too much to be read"),
        (stumble, "what came cannot be read (RecursionError)"),
        (object_to, "the feed broke off before its end"),
    ],
)
def test_a_bad_text_is_told_and_the_rest_goes_on(parser, reason):
    async def go() -> list[object]:
        with Parsers(workers=1, deadline_s=1) as parsers:
            jobs = [parsers.run(double, 1), parsers.run(parser), parsers.run(double, 2)]
            return await asyncio.gather(*jobs, return_exceptions=True)

    one, bad, two = asyncio.run(go())
    assert (one, two) == (2, 4)
    assert isinstance(bad, FeedError)
    assert str(bad) == reason
