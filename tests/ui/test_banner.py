"""What the banner says of the queue."""

import pytest

from briefing.ui.widgets.banner import queue_words


@pytest.mark.parametrize(
    ("queued", "longest", "seconds", "words"),
    [
        (12, 12, 5, "12 articles to be read"),
        (1, 1, 0, "1 article to be read"),
        (90, 100, 20, "90 articles to be read, about 3 minutes"),
        (2, 100, 60, "2 articles to be read, about 1 minute"),
    ],
)
def test_the_queue_is_told_with_the_time_it_will_take(queued, longest, seconds, words):
    assert queue_words(queued, longest, seconds) == words
