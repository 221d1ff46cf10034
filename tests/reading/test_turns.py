from tests.reading.finding import find_quotes


def said(text):
    return [(quote.speaker, quote.cue, quote.text) for quote in find_quotes(text)]


def test_a_transcript_gives_each_turn_to_its_name():
    text = (
        "ANCHOR: Good evening. With us is the governor of Ostmark.\n\n"
        "GOV. BREN: Thank you. We have a plan, and the plan works.\n\n"
        "ANCHOR: When will the bridge open?\n\n"
        "GOV. BREN: In May. I have said so before: in May."
    )
    assert said(text) == [
        ("ANCHOR", ":", "Good evening. With us is the governor of Ostmark."),
        ("GOV. BREN", ":", "Thank you. We have a plan, and the plan works."),
        ("ANCHOR", ":", "When will the bridge open?"),
        ("GOV. BREN", ":", "In May. I have said so before: in May."),
    ]


def test_names_need_not_be_in_capitals_where_most_lines_have_one():
    text = (
        "Hanna Obrecht: Why was the tram late?\n"
        "Milo Brandt: It was never late, it was early.\n"
        "Hanna Obrecht: By a day?\n"
        "Milo Brandt: By a day, yes."
    )
    assert [speaker for speaker, _, _ in said(text)] == ["Hanna Obrecht", "Milo Brandt"] * 2


def test_a_turn_quoted_in_an_article_is_given_to_one_whom_it_names():
    text = (
        "Governor Lara Bren spoke on the evening news.\n\n"
        "The bridge has been closed since March.\n\n"
        "BREN: We have a plan, and the plan works. It opens in May.\n\n"
        "The bridge is 90 years old."
    )
    assert ("BREN", ":", "We have a plan, and the plan works. It opens in May.") in said(text)


def test_labels_of_a_page_do_not_speak():
    text = (
        "The bridge has been closed since March.\n\n"
        "READ MORE: The bridge that nobody wanted.\n\n"
        "WATCH: The bridge from above.\n\n"
        "READ MORE: Who pays for the bridge."
    )
    assert said(text) == []


def test_a_quote_may_be_signed():
    text = (
        "What readers wrote:\n\n"
        '"The tram has never been so late." - Hanna Obrecht, Karsk\n\n'
        '"I walk now. It is faster." — Milo Brandt, 34\n\n'
        '"Bring back the bus."\n'
        "— Ruta Senn, nurse"
    )
    assert said(text) == [
        ("Hanna Obrecht", "-", '"The tram has never been so late."'),
        ("Milo Brandt", "—", '"I walk now. It is faster."'),
        ("Ruta Senn", "—", '"Bring back the bus."'),
    ]


def test_a_signature_is_of_the_whole_quote_above_it_and_of_nothing_below():
    quotes = find_quotes(
        "Tributes were paid to the harbour pilot of Tarn on Monday by those who knew him well.\n\n"
        "“He never raised his voice.\n\n“He raised his eyebrows.”\n\n— Ilse Oran, deckhand\n\n"
        "“The last of the gentlemen.”\n\n— the Guild of Pilots\n\n"
        "“A hat, a pipe and a lamp.” The words were on the gate that he had painted."
    )
    signed = {quote.spans[-1]: quote.speaker for quote in quotes if quote.cue == "—"}
    assert sorted(signed.values()) == ["Ilse Oran", "the Guild of Pilots"]
    assert [len(q.spans) for q in quotes if q.speaker == "Ilse Oran"] == [2]
    assert all(q.speaker is None for q in quotes if "pipe" in q.text)


def test_a_dash_before_a_verb_signs_nothing():
    text = '"The tram is late" — Hanna Obrecht said so on Monday'
    assert all(speaker == "Hanna Obrecht" for speaker, _, _ in said(text))
    assert all(cue != "—" for _, cue, _ in said(text))


def test_an_embedded_post_is_by_the_one_who_signs_it():
    quotes = find_quotes(
        "Ships\n\nThe fleet of Tarn came home on Monday, and the harbour was full.\n\n"
        "The ships are home. We are glad! pic.example.com/a1 https://t.example/b "
        "— Ilse Oran (@ilse_oran) May 6, 2020\n\n"
        "More came on Tuesday, the harbour master said.\n\n"
        "Nobody asked the gulls.\n\n— Bo Ravn (@boravn) May 7, 2020\n\n"
        "The gulls (@gulls) were not asked."
    )
    posts = [(quote.speaker, quote.text) for quote in quotes if quote.cue == "—"]
    assert posts == [
        ("Ilse Oran", "The ships are home. We are glad!"),
        ("Bo Ravn", "Nobody asked the gulls."),
    ]
