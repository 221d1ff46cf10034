"""What somebody quoted tells that others said."""

from briefing.reading.engine import read
from briefing.reading.shape import as_json


def told(text: str) -> dict[str, tuple[str | None, str]]:
    return {quote.text: (quote.speaker, quote.kind) for quote in read(text).quotes}


def test_an_attribution_inside_another_is_kept_beside_the_whole_one():
    outer = "that the governor had told her the lock would hold until spring"
    quotes = told(f"Lock will hold\n\nPremier Mira Talan said on Monday {outer}.")
    assert quotes[outer] == ("Mira Talan", "indirect")
    (inner,) = (words for words in quotes if words != outer)
    assert inner in outer
    assert inner.endswith("the lock would hold until spring")
    assert quotes[inner] == ("the governor", "indirect")


def test_what_is_told_in_someone_elses_direct_words_is_reported_speech():
    outer = "“The premier told us that the lock would hold until spring,”"
    quotes = told(f"Lock will hold\n\n{outer} Petr Hask, a farmer, said in Sanna on Monday.")
    assert quotes[outer] == ("Petr Hask", "direct")
    (inner,) = (words for words in quotes if words != outer)
    assert quotes[inner] == ("The premier", "indirect")


def test_nobody_is_quoted_who_is_only_he_or_they_in_another_mouth():
    outer = "“They told us that the lock would hold until spring,”"
    quotes = told(f"Lock will hold\n\n{outer} Petr Hask, a farmer, said in Sanna on Monday.")
    assert list(quotes) == [outer]


def test_things_do_not_speak_in_anybodys_mouth():
    outer = "“The report told us that the lock would hold until spring,”"
    quotes = told(f"Lock will hold\n\n{outer} Petr Hask, a farmer, said in Sanna on Monday.")
    assert list(quotes) == [outer]


def test_a_quote_goes_on_with_its_own_speaker_and_not_with_whom_it_told_of():
    first = "“The premier told us that the lock would hold until spring,”"
    then = "“It broke in a week.”"
    text = f"Lock will hold\n\n{first} Petr Hask, a farmer, said in Sanna on Monday.\n\n{then}"
    tellers = {quote.text: (quote.speaker, quote.told_by) for quote in read(text).quotes}
    assert tellers[first] == ("Petr Hask", None)
    assert tellers[then] == ("Petr Hask", None)
    assert ("The premier", "Petr Hask") in tellers.values()


def test_the_json_keeps_what_is_told_with_the_quote_that_tells_it():
    first = "“The premier told us that the lock would hold until spring,”"
    text = f"Lock will hold\n\n{first} Petr Hask, a farmer, said in Sanna on Monday."
    [quote] = as_json(read(text))["quotes"]
    assert quote["speaker"] == "Petr Hask"
    assert [inner["speaker"] for inner in quote["told"]] == ["The premier"]
