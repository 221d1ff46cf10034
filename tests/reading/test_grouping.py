import pytest

from briefing.reading.grouping import Attribution, attributions, content_probability
from briefing.reading.speech import to_quotes
from briefing.reading.tagging import engine, tag


def groups(text):
    tagging = tag(text)
    start, end = tagging.layout.word_start, tagging.layout.word_end

    def words(segment):
        return text[start[segment.first] : end[segment.last]] if segment else None

    return [
        ([words(content) for content in group.shares], words(group.cue), words(group.source))
        for group in attributions(tagging, engine().settings)
    ]


def quotes(text):
    tagging = tag(text)
    settings = engine().settings
    return to_quotes(attributions(tagging, settings), tagging, settings)


def test_both_halves_of_a_split_quote_hang_on_one_cue():
    text = '"I have heard it before," Karl Dane said, "and I paid for it."'
    assert groups(text) == [
        (['"I have heard it before,"', '"and I paid for it."'], "said", "Karl Dane")
    ]


def test_two_speakers_of_one_paragraph_are_kept_apart():
    text = "The strike is over, Ada Quill said, but Jon Farrow said it would go on until May."
    assert [(cue, source) for _, cue, source in groups(text)] == [
        ("said", "Ada Quill"),
        ("said", "Jon Farrow"),
    ]


def test_a_cue_may_stand_before_its_source():
    text = "Prices rose by 4 percent in March, according to the statistics office of Valdoria."
    assert groups(text) == [
        (
            ["Prices rose by 4 percent in March"],
            "according to",
            "the statistics office of Valdoria",
        )
    ]


def test_nothing_said_gives_no_group():
    assert groups("The crane was built in 1962. It has been repaired four times.") == []


def test_shares_are_probabilities():
    tagging = tag('"We test it every month," spokeswoman Lina Oder said.')
    (group,) = attributions(tagging, engine().settings)
    assert isinstance(group, Attribution)
    ((content, share),) = group.shares.items()
    assert 0.5 < share <= 1.001
    assert 0.5 < group.source_share <= 1.001
    assert 0.5 < content_probability(tagging, content) <= 1


def test_a_quote_knows_its_words_its_speaker_and_where_they_stand():
    text = 'Finance Minister Petra Ohm said that "a promise is a debt".'
    (quote,) = quotes(text)
    assert (quote.speaker, quote.cue, quote.kind) == (
        "Finance Minister Petra Ohm",
        "said",
        "mixed",
    )
    assert quote.text == 'that "a promise is a debt"'
    assert text[slice(*quote.speaker_span)] == quote.speaker
    assert text[slice(*quote.cue_span)] == quote.cue
    assert text[quote.start : quote.end] == quote.text
    assert 0.5 < quote.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Voters in Karsk believe that the harbour will never be finished.",
        "Locals know the road as “the ditch”.",
        "The premier did not mention the dam at all.",
        "We demand to be heard by the ministry.",
        "Watch: “We are going to start again.”",
    ],
)
def test_what_nobody_said_is_no_quote(text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Transport Minister Vera Stolz promised to “finish what others left” by June.",
            "Transport Minister Vera Stolz",
            "to “finish what others left” by June",
        ),
        (
            "Winde said it was “not his business” to comment on the rates.",
            "Winde",
            "it was “not his business” to comment on the rates",
        ),
        (
            "The chancellor called for putting “a good deal more weight on Tarnland”.",
            "The chancellor",
            "putting “a good deal more weight on Tarnland”",
        ),
    ],
)
def test_half_sentences_in_marks_are_quotes(text, speaker, words):
    (quote,) = quotes(text)
    assert (quote.speaker, quote.text, quote.kind) == (speaker, words, "mixed")


def test_a_quote_of_the_next_paragraph_is_not_pulled_into_this_one():
    text = (
        'Opposition leader Greta Halm called the speech "a fairy tale".\n\n'
        '"And nobody will pay for it twice."'
    )
    assert [quote.text for quote in quotes(text)] == ['the speech "a fairy tale"']
