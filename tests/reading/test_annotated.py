"""The engine on our own annotated articles, those that it was not trained on: no worse than measured.

The bounds stand a little under what `make eval` prints, so that a change which loses much is seen.
"""

from functools import cache
from pathlib import Path

from briefing.reading.engine import read
from briefing.rows import SURE
from briefing.training import annotated, scoring

FOLDER = Path(__file__).parent.parent / "annotated"


@cache
def held():
    articles = annotated.load(FOLDER, "held")
    return articles, [read(article.text) for article in articles]


def test_every_file_is_in_form_and_a_third_is_held_out():
    articles = annotated.load(FOLDER)
    assert len(articles) > 100
    assert 0.3 < sum(article.split == "held" for article in articles) / len(articles) < 0.4


def test_quotes_are_found_with_their_speakers():
    score = scoring.score_quotes(*held())
    assert score.exact.precision > 0.85
    assert score.end_to_end.f1 > 0.67
    assert score.end_to_end.precision > 0.8


def test_speakers_without_a_probably_are_mostly_right():
    score = scoring.score_quotes(*held())
    sure = [right for doubt, right in score.speaker_right if doubt >= SURE]
    assert len(sure) > 80
    assert sum(sure) / len(sure) > 0.8


def test_people_are_found_and_few_others():
    score = scoring.score_people(*held())
    assert score.people.precision > 0.92
    assert score.people.recall > 0.92


def test_probabilities_of_words_mean_what_they_say():
    assert scoring.calibration_error(scoring.score_quotes(*held()).words_right) < 0.06
