"""Names in labels that a text sets in capitals."""

from briefing.reading.engine import read

LABELLED = (
    "What they said about the ferry\n\nReactions to the end of the ferry of Tarn on Monday.\n\n"
    "ILSE BREN-ORAN, MAYOR OF TARN:\n\n“We shall miss it. We shall miss the noise most.”\n\n"
    "PRIME MINISTER BO MCRAVN OF OSTMARK, in a letter:\n\n“It was late by a hundred years.”"
)


def test_names_in_labels_are_written_as_names():
    reading = read(LABELLED)
    assert [person.name for person in reading.people] == ["Ilse Bren-Oran", "Bo McRavn"]
    assert [quote.speaker for quote in reading.quotes] == ["Ilse Bren-Oran", "Bo McRavn"]
    place = reading.people[0].mentions[0]
    assert LABELLED[slice(*place)] == "ILSE BREN-ORAN"


def test_a_headline_in_capitals_names_nobody():
    text = (
        "FERRY OF TARN SINKS AT LAST\n\nThe ferry of Tarn sank on Monday, the harbour office said."
    )
    assert read(text).people == ()
