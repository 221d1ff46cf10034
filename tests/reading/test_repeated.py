from briefing.reading.engine import read

HEADING = "“My father mended nets”"
SAID = (
    "“My father mended nets, and so did I,” Ilse Oran said on Monday. “The sea is for the young.”"
)


def _speakers(text: str) -> dict[str, str | None]:
    return {quote.text: quote.speaker for quote in read(text).quotes}


def test_a_heading_in_marks_is_by_whoever_says_the_same_in_the_article():
    told = _speakers(f"Nets\n\n{HEADING}\n\nThe harbour of Tarn is to close.\n\n{SAID}")
    assert told[HEADING] == "Ilse Oran"


def test_a_heading_that_nobody_repeats_is_left_alone():
    told = _speakers(f"Nets\n\n“Bread and butter pudding”\n\nTarn closes.\n\n{SAID}")
    assert len(told) == 1


def test_words_that_two_people_say_are_given_to_neither():
    other = "“My father mended nets,” said Bo Ravn, who keeps the lock at Tarn."
    told = read(f"Nets\n\n{HEADING}\n\nTarn closes.\n\n{SAID}\n\n{other}").quotes
    assert all(quote.text != HEADING or quote.speaker for quote in told)
    assert {quote.speaker for quote in told} == {"Ilse Oran", "Bo Ravn"}


def test_a_passage_in_a_headline_is_by_whoever_says_the_same():
    told = _speakers(f"‘My father mended nets’: Tarn closes\n\nThe harbour is to close.\n\n{SAID}")
    assert told["‘My father mended nets’"] == "Ilse Oran"
