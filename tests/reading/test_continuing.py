import pytest

from tests.reading.finding import find_quotes


def said(text):
    return [(quote.speaker, quote.text, quote.inferred) for quote in find_quotes(text)]


def test_a_paragraph_that_opens_again_belongs_to_the_speaker_before():
    text = (
        '"We have poured the last of the concrete," Oskar Lunde said. "There will be light.\n\n'
        '"Nobody will be left without a house. Nobody will be left without a field.\n\n'
        '"And nobody will pay for it twice."\n\n'
        "The dam has cost 2 billion crowns."
    )
    quotes = find_quotes(text)
    (quote,) = quotes
    assert (quote.speaker, quote.inferred) == ("Oskar Lunde", False)
    assert [text[start:end].split(maxsplit=1)[0] for start, end in quote.spans] == [
        '"We',
        '"There',
        '"Nobody',
        '"And',
    ]


def test_a_paragraph_that_is_one_quote_belongs_to_the_speaker_before():
    text = (
        '"The year is the one that counts," Sanna Kroll said.\n\n'
        '"We are sending a signal to the coast, and we stand with it."'
    )
    assert said(text)[1] == (
        "Sanna Kroll",
        '"We are sending a signal to the coast, and we stand with it."',
        True,
    )


def test_a_quote_behind_reported_speech_gives_it_in_full():
    text = (
        "President Dario Velk said the pipeline would be open by autumn.\n\n"
        '"The pipes are in the ground. What is missing is a signature."'
    )
    assert said(text)[1][0] == "President Dario Velk"
    assert said(text)[1][2]


def test_an_answer_is_not_given_to_the_one_who_asked():
    text = (
        '"Will you resign?" a reporter from the Valdoria Times asked.\n\n'
        '"Not this year, and not the next."'
    )
    assert said(text)[1] == (None, '"Not this year, and not the next."', False)


def test_a_speaker_is_not_carried_over_other_news():
    text = (
        '"We are ready," Sanna Kroll said. The hall was full. Dario Velk, the premier, came late.\n\n'
        '"It is a sad day for the coast."'
    )
    assert said(text)[1] == (None, '"It is a sad day for the coast."', False)


def test_a_talk_is_not_given_to_one_speaker():
    text = '"It is late," Ada Quill said.' + '\n\n"It is not as late as that."' * 5
    speakers = [speaker for speaker, _, _ in said(text)]
    assert speakers[:2] == ["Ada Quill", "Ada Quill"]
    assert speakers[-1] is None


def test_who_spoke_may_be_told_in_the_last_paragraph():
    text = (
        "The strike went on.\n\n"
        "“The talks went on until four in the morning, and nobody listened.\n\n"
        "“Then they sent us home,” Ada Quill said."
    )
    (quote,) = find_quotes(text)
    assert (quote.speaker, quote.inferred) == ("Ada Quill", False)
    assert [text[start:end][:10] for start, end in quote.spans] == ["“The talks", "“Then they"]


@pytest.mark.parametrize(
    "text",
    [
        '"This budget is a promise," Petra Ohm said. "And a promise is a debt."',
        '"This budget is a promise," said Petra Ohm, who took over in January. "And a promise is a debt."',
        '"This budget is a promise," Petra Ohm said, "and a promise is a debt."',
    ],
)
def test_a_second_half_belongs_to_the_first(text):
    (quote,) = find_quotes(text)
    assert len(quote.spans) == 2
    assert quote.speaker.startswith("Petra Ohm")


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "silver road" runs from Karsk to the sea.',
        'The film "The Last Ferry" was shot there in 1984. A book, "Roads of Valdoria", gives it two pages.',
        "The mint “ makes 40 million coins a year.",
        "“Old Tide”\n\n“Silver Road”\n\nThe two halls were opened on Monday.",
    ],
)
def test_titles_and_irony_are_no_quotes(text):
    assert find_quotes(text) == []


def test_a_title_before_a_quote_is_no_part_of_it():
    text = 'In a column titled "The Long Quay," Hanna Obrecht wrote: "In May the quay was dry."'
    (quote,) = find_quotes(text)
    assert quote.text == '"In May the quay was dry."'


def test_a_stray_mark_loses_nothing_behind_it():
    text = (
        'The harbour master said the crane was "not fit for any load after an inspection.\n\n'
        "The crane was built in 1962. It has been repaired four times.\n\n"
        'The authority denied it. "We test it every month," spokeswoman Lina Oder said.'
    )
    assert said(text)[-1] == ("spokeswoman Lina Oder", '"We test it every month,"', False)
    assert all("1962" not in words for _, words, _ in said(text))


def test_a_paragraph_in_marks_is_one_quote_whatever_is_told_inside_it():
    text = (
        "“We wrote twice,” Ada Quill said.\n\n"
        "“The ministry answered that it had no engineer until the autumn. I kept the letter.”"
    )
    told = said(text)
    assert told[1][0] == "Ada Quill"
    assert told[1][1].endswith("I kept the letter.”")


def test_a_quote_of_its_own_does_not_hang_on_words_that_do_not_lead_up_to_it():
    text = (
        "Asked about the letter, a clerk said the ministry did not discuss its post.\n\n"
        "“I would be out there too if I could walk.”\n\nBo Ravn, 79, lost his boat in the storm."
    )
    assert all(
        "clerk" not in (speaker or "") or inferred for speaker, _, inferred in said(text)[1:]
    )
