"""Who said it: from the words of a text to a name of the same article, or to nobody."""

import re

import pytest

from briefing.model import FoundOrganisation, FoundPerson, FoundQuote, Role
from briefing.reading.engine import read
from briefing.reading.speakers import resolve
from briefing.rows import SURE

TALAN = ("Clara Talan", ("Talan",))
HASK = ("Martin Hask", ("Hask",))
VOSS = ("Laura Voss", ("Voss",))
DEFENCE_MINISTER = {"Clara Talan": (Role("defence minister", 0, 0, "United Kingdom"),)}


def spans_of(text, *forms):
    """Every mention of these forms, longest first, none inside another."""
    pattern = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return tuple(match.span() for match in re.finditer(rf"\b(?:{pattern})\b", text))


def people_in(text, *named, roles=None, countries=None):
    return tuple(
        FoundPerson(
            name,
            spans_of(text, name, *aliases),
            aliases,
            (roles or {}).get(name, ()),
            (countries or {}).get(name),
        )
        for name, aliases in named
        if spans_of(text, name, *aliases)
    )


def quote_in(text, content, words, occurrence=0, **more):
    """A quote as the tagger gives it: what is said, and the text's own words for who says it."""
    start = text.index(content)
    places = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    at = places[occurrence] if words else 0
    return FoundQuote(
        spans=((start, start + len(content)),),
        text=content,
        kind="indirect",
        cue="said",
        speaker=words,
        speaker_span=(at, at + len(words)) if words else None,
        confidence=1.0,
        speaker_confidence=1.0,
        **more,
    )


def speaker_of(text, content, words, people=(), organisations=(), occurrence=0):
    [quote] = resolve(text, [quote_in(text, content, words, occurrence)], people, organisations)
    return quote


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Talan", "Clara Talan"),
        ("Clara Talan", "Clara Talan"),
        ("Ms. Talan", "Clara Talan"),
        ("Defence Minister Talan", "Clara Talan"),
        ("the defence minister, Clara Talan,", "Clara Talan"),
        ("Minister of Defence Clara Talan", "Clara Talan"),
        ("Talan, who chairs the panel and knows Martin Hask,", "Clara Talan"),
        ("Clara Talan, 51, a farmer from Lindau Bay,", "Clara Talan"),
        ("Talan's lawyer, Martin Hask,", "Martin Hask"),
        ("Talan’s lawyer Martin Hask", "Martin Hask"),
        ("Martin Hask, a lawyer for Talan", "Martin Hask"),
        ("Kremlin spokesman Martin Hask", "Martin Hask"),
        ("Talan campaign manager Martin Hask", "Martin Hask"),
        ("a statement from Clara Talan", "Clara Talan"),
        ("Talan’s statement", "Clara Talan"),
    ],
)
def test_a_name_speaks_where_it_is_the_head_of_the_words(words, name):
    text = f"Prices will fall, {words} said on Monday."
    quote = speaker_of(text, "Prices will fall", words, people_in(text, TALAN, HASK))
    assert (quote.speaker, quote.speaker_kind) == (name, "person")
    assert quote.speaker_confidence > 0.9
    assert not quote.inferred


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a spokesman for Clara Talan", "a spokesman for Clara Talan"),
        ("Talan’s lawyer", "Talan’s lawyer"),
        ("the Talan campaign", "the Talan campaign"),
        ("people close to Talan", "people close to Talan"),
        ("two officials who met Talan", "two officials"),
        ("his spokesman", "his spokesman"),
        ("a Western official, who spoke on condition of anonymity,", "a Western official"),
        ("police", "police"),
        ("Jon Brask, 44, a baker", "Jon Brask"),
    ],
)
def test_who_is_not_named_stays_in_the_words_as_written(words, kept):
    text = f"Prices will fall, {words} said on Monday. Clara Talan did not."
    quote = speaker_of(text, "Prices will fall", words, people_in(text, TALAN))
    assert (quote.speaker, quote.speaker_kind, quote.office) == (kept, "unnamed", None)


@pytest.mark.parametrize(
    "words",
    [
        "Talan and Hask",
        "Clara Talan, Laura Voss and Martin Hask",
        "Talan and her lawyer",
        "Premier Clara Talan (Karsk), Senator Laura Voss (Sanna) and a former adviser",
    ],
)
def test_several_who_speak_together_are_nobody_alone(words):
    text = f"Prices will fall, {words} said on Monday."
    quote = speaker_of(text, "Prices will fall", words, people_in(text, TALAN, HASK, VOSS))
    assert (quote.speaker, quote.speaker_kind) == (words, "unnamed")


def test_an_office_means_its_holder_in_the_article_whatever_its_spelling():
    text = "Clara Talan came. The British defense minister called for calm."
    people = people_in(text, TALAN, roles=DEFENCE_MINISTER)
    quote = speaker_of(text, "called for calm", "The British defense minister", people)
    assert (quote.speaker, quote.speaker_kind, quote.inferred) == ("Clara Talan", "person", True)


@pytest.mark.parametrize("words", ["the minister", "the defence minister", "the British minister"])
def test_part_of_a_title_is_enough_where_one_person_holds_it(words):
    text = f"Clara Talan came. Calm would follow, {words} said."
    people = people_in(text, TALAN, roles=DEFENCE_MINISTER)
    assert speaker_of(text, "Calm would follow", words, people).speaker == "Clara Talan"


@pytest.mark.parametrize(
    "words",
    [
        "France’s defence minister",
        "the deputy defence minister",
        "a defence minister",
        "the former defence minister",
    ],
)
def test_an_office_of_somebody_else_names_nobody(words):
    text = f"Clara Talan came. Calm would follow, {words} said."
    quote = speaker_of(
        text, "Calm would follow", words, people_in(text, TALAN, roles=DEFENCE_MINISTER)
    )
    assert (quote.speaker, quote.speaker_kind) == (words, "unnamed")


def test_an_office_without_a_holder_is_kept_for_other_articles_to_fill():
    text = "Calm would follow, France’s defence minister said."
    quote = speaker_of(text, "Calm would follow", "France’s defence minister")
    assert quote.office is not None
    assert (quote.office.title, quote.office.country) == ("defence minister", "France")


def test_two_presidents_leave_the_president_open():
    text = "Clara Talan met Martin Hask. Calm would follow, the president said."
    roles = {
        "Clara Talan": (Role("president", 0, 0, "France"),),
        "Martin Hask": (Role("president", 0, 0, "Poland"),),
    }
    countries = {"Clara Talan": "France", "Martin Hask": "Poland"}
    people = people_in(text, TALAN, HASK, roles=roles, countries=countries)
    assert speaker_of(text, "Calm would follow", "the president", people).speaker_kind == "unnamed"


def test_a_nationality_means_the_only_one_of_it():
    text = "Clara Talan met Martin Hask. Calm would follow, the German said."
    people = people_in(
        text, TALAN, HASK, countries={"Clara Talan": "Germany", "Martin Hask": "Poland"}
    )
    assert speaker_of(text, "Calm would follow", "the German", people).speaker == "Clara Talan"


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("the Harbour Union", "Harbour Union", "organisation"),
        ("a report by the Harbour Union", "Harbour Union", "organisation"),
        ("the union", "Harbour Union", "organisation"),
        ("a Harbour Union spokesman", "a Harbour Union spokesman", "unnamed"),
        ("the Harbour Union and Reuters", "the Harbour Union and Reuters", "unnamed"),
    ],
)
def test_an_organisation_speaks_under_its_name(words, name, kind):
    text = f"The Harbour Union met. Prices will fall, {words} said."
    organisation = FoundOrganisation("Harbour Union", spans_of(text, "Harbour Union"))
    quote = speaker_of(text, "Prices will fall", words, (), [organisation])
    assert (quote.speaker, quote.speaker_kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "content", "word", "name"),
    [
        ("Clara Talan spoke on Monday. She said prices fall.", "prices fall", "She", "Clara Talan"),
        ("Clara Talan met Martin Hask. He said prices fall.", "prices fall", "He", "Martin Hask"),
        ("Martin Hask sat with Clara Talan, and he said prices fall.", "prices fall", "he", "Martin Hask"),
        ("Clara Talan denied it, adding she knew nothing of Laura Voss.", "knew nothing of Laura Voss", "she", "Clara Talan"),
        ("Clara Talan wrote to Laura Voss. “Prices fall,” she said.", "“Prices fall,”", "she", "Clara Talan"),
        ("Clara Talan spoke. “I like Laura Voss. I do. Really.” “Prices fall,” she said.", "“Prices fall,”", "she", "Clara Talan"),
    ],
)  # fmt: skip
def test_a_pronoun_means_the_subject_before_it_that_agrees(text, content, word, name):
    people = people_in(text, TALAN, HASK, VOSS)
    at = text.index(f"{word} ")
    occurrence = [m.start() for m in re.finditer(word, text)].index(at)
    quote = speaker_of(text, content, word, people, occurrence=occurrence)
    assert (quote.speaker, quote.speaker_kind, quote.inferred) == (name, "person", True)
    assert 0.7 <= quote.speaker_confidence <= 0.95


def test_a_pronoun_in_an_opening_clause_means_the_subject_to_come():
    text = "Laura Voss left. In a speech that she gave, Clara Talan backed the union."
    people = people_in(text, TALAN, VOSS)
    assert speaker_of(text, "backed the union", "she", people).speaker == "Clara Talan"


def test_a_pronoun_may_mean_somebody_without_a_name_who_never_spoke():
    text = "Clara Talan left. It rained. A young woman cheered. She said prices fall."
    quote = speaker_of(text, "prices fall", "She", people_in(text, TALAN))
    assert (quote.speaker, quote.speaker_kind) == ("A young woman", "unnamed")


def test_a_title_with_of_leaves_the_name_behind_it_the_subject():
    text = "Laura Voss said no. Secretary of State Clara Talan opened the port. “Prices fall,” she said."
    quotes = [quote_in(text, "no", "Laura Voss"), quote_in(text, "“Prices fall,”", "she")]
    assert resolve(text, quotes, people_in(text, TALAN, VOSS), ())[1].speaker == "Clara Talan"


def test_according_to_somebody_makes_them_no_surer_than_the_subject():
    text = "Clara Talan won, according to Laura Voss. She said prices fall."
    quotes = [quote_in(text, "Clara Talan won", "Laura Voss"), quote_in(text, "prices fall", "She")]
    assert resolve(text, quotes, people_in(text, TALAN, VOSS), ())[1].speaker is None


def test_words_that_run_on_behind_a_pronoun_are_the_pronoun():
    text = "Clara Talan spoke. She attacked the ministry for rising prices."
    quote = speaker_of(text, "for rising prices", "She attacked", people_in(text, TALAN))
    assert quote.speaker == "Clara Talan"


def test_a_title_tells_two_who_share_a_surname_apart():
    text = "Clara Talan met Martin Talan. Prices fall, Mr. Talan said."
    people = (
        FoundPerson("Clara Talan", spans_of(text, "Clara Talan")),
        FoundPerson("Martin Talan", spans_of(text, "Martin Talan")),
    )
    assert speaker_of(text, "Prices fall", "Mr. Talan", people).speaker == "Martin Talan"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Laura Voss came. Prices fall, the lawyer said.", "person"),
        ("Laura Voss came. Another lawyer left. Prices fall, the lawyer said.", "unnamed"),
        (
            "Laura Voss came. It rained. It snowed. It hailed. The sun shone. Prices fall, the lawyer said.",
            "unnamed",
        ),
    ],
)
def test_an_occupation_means_its_holder_only_just_after_the_name(text, kind):
    people = people_in(text, VOSS, roles={"Laura Voss": (Role("lawyer", 0, 0),)})
    assert speaker_of(text, "Prices fall", "the lawyer", people).speaker_kind == kind


def test_a_name_nobody_found_is_not_given_to_another_holder_of_the_title():
    text = "Sen. Laura Voss came. Prices fall, Senator Ada Quill said."
    people = people_in(text, VOSS, roles={"Laura Voss": (Role("Sen.", 0, 0),)})
    quote = speaker_of(text, "Prices fall", "Senator Ada Quill", people)
    assert (quote.speaker, quote.speaker_kind) == ("Senator Ada Quill", "unnamed")


def test_two_women_as_likely_leave_she_open():
    text = "Clara Talan and Laura Voss spoke on Monday. She said prices fall."
    quote = speaker_of(text, "prices fall", "She", people_in(text, TALAN, VOSS))
    assert (quote.speaker, quote.speaker_kind) == (None, None)
    assert quote.speaker_span is not None


def test_a_pronoun_takes_up_a_speaker_without_a_name():
    text = "Martin Hask left. Rain is near, a spokeswoman said. Snow too, she said."
    quotes = [
        quote_in(text, "Rain is near", "a spokeswoman"),
        quote_in(text, "Snow too", "she"),
    ]
    resolved = resolve(text, quotes, people_in(text, HASK), ())
    assert [quote.speaker for quote in resolved] == ["a spokeswoman", "a spokeswoman"]


def test_it_and_they_mean_the_group_that_just_spoke():
    text = "Rain is near, the Harbour Union said. It added that snow was. Police said no. They said never."
    organisation = FoundOrganisation("Harbour Union", spans_of(text, "Harbour Union"))
    quotes = [
        quote_in(text, "Rain is near", "the Harbour Union"),
        quote_in(text, "that snow was", "It"),
        quote_in(text, "no", "Police"),
        quote_in(text, "never", "They"),
    ]
    resolved = resolve(text, quotes, (), [organisation])
    assert [quote.speaker for quote in resolved] == [
        "Harbour Union",
        "Harbour Union",
        "Police",
        "Police",
    ]


def test_a_relative_pronoun_means_who_is_named_before_it():
    text = "The prize went to Clara Talan, who said prices fall."
    quote = speaker_of(text, "prices fall", "who", people_in(text, TALAN))
    assert quote.speaker == "Clara Talan"


def test_a_quote_that_goes_on_keeps_its_speaker():
    text = "Clara Talan came.\n\n“Prices fall,” Talan said.\n\n“They always do.”"
    quotes = [
        quote_in(text, "“Prices fall,”", "Talan", occurrence=1),
        FoundQuote(
            spans=((text.index("“They"), len(text)),),
            text="“They always do.”",
            kind="direct",
            speaker="Talan",
            inferred=True,
            confidence=0.8,
        ),
    ]
    resolved = resolve(text, quotes, people_in(text, TALAN), ())
    assert [quote.speaker for quote in resolved] == ["Clara Talan", "Clara Talan"]
    assert resolved[1].inferred
    assert resolved[1].speaker_span is None


def test_a_quote_that_goes_on_with_somebody_else_is_nobodys():
    text = "“Prices fall,” Hask said. “They always do.” Martin Hask left."
    quotes = [
        quote_in(text, "“Prices fall,”", "Hask"),
        FoundQuote(((26, 42),), "“They always do.”", "direct", speaker="Talan", inferred=True),
    ]
    assert resolve(text, quotes, people_in(text, HASK), ())[1].speaker is None


def test_nobody_is_named_for_the_author_or_for_words_without_a_source():
    text = "I said prices fall. “Prices fall.” Clara Talan came."
    quotes = [quote_in(text, "prices fall", "I"), quote_in(text, "“Prices fall.”", None)]
    resolved = resolve(text, quotes, people_in(text, TALAN), ())
    assert [(quote.speaker, quote.speaker_kind) for quote in resolved] == [(None, None)] * 2


def test_a_surname_that_two_people_share_is_not_guessed():
    text = "Clara Talan met Ada Talan. Prices fall, Talan said."
    people = (
        FoundPerson("Clara Talan", ((0, 11),)),
        FoundPerson("Ada Talan", ((16, 25),)),
    )
    at = text.index("Talan said")
    quote = FoundQuote(
        ((27, 38),), "Prices fall", "indirect", speaker="Talan", speaker_span=(at, at + 5)
    )
    [resolved] = resolve(text, [quote], people, ())
    assert (resolved.speaker, resolved.speaker_kind) == ("Talan", "unnamed")


@pytest.mark.parametrize("who", ["A retired pilot", "One nurse", "A young woman"])
def test_a_pronoun_behind_somebody_without_a_name_is_nobody_named(who):
    text = (
        "Transport Minister Declan Farrow said the two sister ships would stay in port.\n\n"
        f"{who} was less guarded. “They were told,” {'she' if 'woman' in who else 'he'} said."
    )
    speakers = [quote.speaker for quote in read(text).quotes]
    assert speakers[0] == "Declan Farrow"
    assert speakers[1] in (who, None)


@pytest.mark.parametrize("words", ["Another Republican, Ann Lee,", "The other official, Ann Lee,"])
def test_another_of_a_kind_has_a_name_all_the_same(words):
    [quote] = read(f"{words} said on Monday that the lock would hold until spring.").quotes
    assert (quote.speaker, quote.speaker_kind) == ("Ann Lee", "person")


def test_whom_a_quote_alludes_to_is_not_who_says_it():
    text = (
        "Premier Adam Brack named Siobhan Tully as treasurer in Karsk on Monday.\n\n"
        "“Siobhan is the one I trust,” Brack said, flanked by Tully and her family.\n\n"
        "“Her brother is here, who I row with now and then,” alluding to Tully’s well-known temper."
    )
    last = read(text).quotes[-1]
    assert last.text.startswith("“Her brother is here")
    assert last.speaker != "Siobhan Tully"


def test_who_replies_is_not_whom_they_answer():
    text = (
        "Petr Brack came to Karsk on Monday.\n\n“You knew of the leak,” said the board member, "
        "Benno Hask. “I did not, and nobody told me,” he replied."
    )
    assert [quote.speaker for quote in read(text).quotes] == ["Benno Hask", "Petr Brack"]


def test_a_surname_that_looks_like_a_pronoun_is_nobody_elses():
    text = (
        "“The boats will sail,” Defence Minister Jorin Talan said in Sanna. He spoke for an hour.\n\n"
        "He Lei, the head of the Ostmark delegation, said that the islands were Ostmark territory."
    )
    first, second = [quote.speaker for quote in read(text).quotes]
    assert first == "Jorin Talan"
    assert second.endswith("Lei")


def test_who_went_by_one_pronoun_does_not_go_by_the_other():
    text = (
        "Vekla Talan won the seat on Sunday. She said it was late.\n\n"
        "On Monday Vekla Talan rang Ostil Hask. He said it was early."
    )
    people = people_in(text, ("Vekla Talan", ()), ("Ostil Hask", ()))
    said = [quote_in(text, "it was late", "She"), quote_in(text, "it was early", "He")]
    quotes = resolve(text, said, people, ())
    assert [quote.speaker for quote in quotes] == ["Vekla Talan", "Ostil Hask"]


def test_the_younger_of_two_is_told_by_kin():
    text = (
        "Her predecessor and uncle, Fulgencio Talan, said no. Yolanda Talan leads the union.\n\n"
        "The younger Talan responded that it was late."
    )
    reading = read(text)
    assert reading.quotes[-1].speaker == "Yolanda Talan"


def test_an_office_of_which_there_is_one_may_be_named_before_its_holder():
    text = "It is late, the labour minister said.\n\nLabour Minister Clara Talan went home."
    people = people_in(text, TALAN, roles={"Clara Talan": (Role("Labour Minister", 0, 0),)})
    quote = speaker_of(text, "It is late", "the labour minister", people)
    assert quote.speaker == "Clara Talan"
    assert quote.speaker_confidence < SURE


def test_one_who_is_to_hold_an_office_does_not_hold_it():
    text = (
        "The governor-designate of the bank, Mira Talan, sat in. The old governor was tired.\n\n"
        "The governor said that it was late."
    )
    assert all(quote.speaker != "Mira Talan" for quote in read(text).quotes)


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("the Karsk Journal", "the paper"),
        ("the Harbour Safety Administration", "the agency"),
        ("the Harbour Select Committee", "the panel"),
        ("Talan Pumps Inc", "the company, which makes pumps,"),
    ],
)
def test_a_noun_may_mean_the_only_organisation_of_its_kind(name, noun):
    text = f"The report came from {name}, and it was long. On Monday {noun} said it was sorry."
    organisations = (FoundOrganisation(name.removeprefix("the "), spans_of(text, name)),)
    quote = speaker_of(text, "it was sorry", noun, organisations=organisations)
    assert (quote.speaker, quote.speaker_kind) == (name.removeprefix("the "), "organisation")


def test_a_company_is_no_newspaper_named_before():
    text = "She told the Karsk Journal so. On Monday the company said it was sorry."
    organisations = (FoundOrganisation("Karsk Journal", spans_of(text, "Karsk Journal")),)
    quote = speaker_of(text, "it was sorry", "the company", organisations=organisations)
    assert quote.speaker_kind == "unnamed"


def test_what_the_text_says_somebody_is_names_them():
    text = (
        "A diary was printed on Sunday. The diarist is Sir Rupert Talan, who left in spring.\n\n"
        "The diarist said that he was sorry."
    )
    assert read(text).quotes[-1].speaker == "Rupert Talan"


def test_whom_a_text_knows_by_office_is_not_the_wife_whom_it_names_in_full():
    text = (
        "President Talan is ahead in the north. Talan won there four years ago.\n\n"
        "“We will win again,” Talan said in Karsk on Monday.\n\n"
        "Mirela Talan spoke in Sanna. “He never stops,” she said."
    )
    reading = read(text)
    assert [quote.speaker for quote in reading.quotes] == ["Talan", "Mirela Talan"]
    assert [person.name for person in reading.people] == ["Talan", "Mirela Talan"]
