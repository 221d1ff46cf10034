from tests.reading.finding import find_quotes


def test_a_dateline_is_no_part_of_what_was_said():
    text = (
        "KARSK (NPA) — Valdoria will not sign the treaty this year, Ilka Drummel said on Tuesday."
    )
    (quote,) = find_quotes(text)
    assert quote.text == "Valdoria will not sign the treaty this year"
    assert text[quote.start : quote.end] == quote.text


def test_a_speaker_ends_where_the_second_half_begins():
    text = (
        '"No harbour will be closed," said Tomas Verrin, the mayor of Port Merrin, '
        '"and no boat will be sold."'
    )
    (quote,) = find_quotes(text)
    assert quote.speaker == "Tomas Verrin, the mayor of Port Merrin"
    assert quote.text == '"No harbour will be closed," … "and no boat will be sold."'
    assert text[slice(*quote.speaker_span)] == quote.speaker


def test_marks_belong_to_the_quote():
    for opening, closing in ('""', "“”", "«»", "„“"):
        text = f"{opening}We test the crane every month,{closing} spokeswoman Lina Oder said."
        (quote,) = find_quotes(text)
        assert (quote.text[0], quote.text[-1]) == (opening, closing)


def test_a_quote_in_short_lines_is_told_in_one():
    text = (
        "The harbour master said on Tuesday that the crane, which was\n"
        "built in 1962, was not fit for any load. “We test it every\n"
        "month,” said Lina Oder, a spokeswoman for the port authority\n"
        "of Lindau Bay. “We will test it\n"
        "again tomorrow.”"
    )
    _, quote = find_quotes(text)
    assert quote.text == "“We test it every month,” … “We will test it again tomorrow.”"
    assert quote.speaker == "Lina Oder, a spokeswoman for the port authority of Lindau Bay"
    assert text[slice(*quote.spans[0])] == "“We test it every\nmonth,”"
