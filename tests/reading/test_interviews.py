"""Interviews without names, and whom the labels of transcripts mean."""

from briefing.reading.engine import read
from briefing.rows import SURE

INTRODUCTION = (
    "The last ferryman\n\nMira Talan has steered the ferry of Tarn for thirty years. Her brother, "
    "Jonas Talan, sold the tickets. She spoke to the Tarn Gazette on the landing stage.\n\n"
)
QUESTIONS = ("Why did you stay?", "Did you ever lose a passenger?", "What will you do now?")
ANSWERS = (
    "Because I like the river. It is never the same.",
    "Once. He swam home, and I sent him his hat.",
    "I will sleep. My mother always said that sleep was for winter.",
)


def _by(text: str) -> dict[str, str | None]:
    return {quote.text: quote.speaker for quote in read(text).quotes}


def _interview(*answers: str) -> str:
    pairs = zip(QUESTIONS, answers, strict=True)
    return INTRODUCTION + "\n\n".join(f"{asked}\n\n{answer}" for asked, answer in pairs)


def test_bare_answers_are_probably_of_the_one_who_is_introduced():
    quotes = [q for q in read(_interview(*ANSWERS)).quotes if q.text in ANSWERS]
    assert [quote.speaker for quote in quotes] == ["Mira Talan"] * 3
    assert all(0 < quote.speaker_confidence < SURE for quote in quotes)


def test_answers_may_stand_in_marks_and_go_on():
    marked = [f"“{answer}”" for answer in ANSWERS]
    told = _by(_interview(marked[0][:-1] + "\n\n“And I like the rain.”", *marked[1:]))
    assert told[f"{marked[0][:-1]} … “And I like the rain.”"] == "Mira Talan"
    assert told[marked[1]] == "Mira Talan"


def test_what_an_answer_tells_of_others_is_theirs():
    told = [q for q in read(_interview(*ANSWERS)).quotes if q.speaker == "My mother"]
    assert [quote.told_by for quote in told] == ["Mira Talan"]


def test_a_page_of_advice_answers_nobody():
    text = (
        "What the new ferry times mean\n\nMira Talan, the harbour master, changed them on Monday.\n\n"
        "When does the first ferry leave?\n\nIt leaves at six in the morning.\n\n"
        "Do dogs need a ticket?\n\nThey do, at half the price.\n\n"
        "Is there coffee?\n\nThere is a machine on the upper deck.\n\nIt takes coins."
    )
    assert _by(text) == {}


def test_answers_are_nobodys_where_two_are_introduced_alike():
    text = _interview(*ANSWERS).replace(
        "Her brother, Jonas Talan, sold", "Jonas Hask has steered hers. Hask also sold"
    )
    assert not set(ANSWERS) & _by(text).keys()


def test_q_and_a_are_the_asker_and_whoever_is_introduced():
    pairs = zip(QUESTIONS, ANSWERS, strict=True)
    told = _by(INTRODUCTION + "\n\n".join(f"Q: {asked}\n\nA: {said}" for asked, said in pairs))
    assert [told[answer] for answer in ANSWERS] == ["Mira Talan"] * 3
    assert told[QUESTIONS[0]] == "Q"


def test_a_label_is_who_says_so_or_is_called_by_name_under_it():
    told = _by(
        "Presenter: Good evening. I'm Ilse Oran. Bo Ravn is on the quay. Bo, what do you see?\n\n"
        "Reporter: I see the ferry, and nobody on it.\n\n"
        "Presenter: And the tide?\n\n"
        "Reporter: It is going out.\n\nSo is the ferry, I think.\n\n"
        "Presenter: Good night."
    )
    assert told["And the tide?"] == told["Good night."] == "Ilse Oran"
    assert told["It is going out. … So is the ferry, I think."] == "Bo Ravn"


def test_a_name_in_brackets_is_the_office_before_it():
    told = _by(
        "THE CHAIR: Order. We come to the ferries.\n\n"
        "THE MINISTER FOR FERRIES (Ms Ilse Oran): They run on time.\n\n"
        "MR RAVN: Which time?\n\n(Laughter.)\n\n"
        "THE MINISTER FOR FERRIES: Their own.\n\n"
        "MR RAVN: I thank the minister.\n\nBo Ravn sat down, and Ilse Oran left."
    )
    assert told["They run on time."] == told["Their own."] == "Ilse Oran"
    assert told["Which time?"] == "Bo Ravn"
