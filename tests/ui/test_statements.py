"""A reader of a story sees who carries a statement, whom each names, and whose words are others."""

from briefing.rows import QuoteRow, StatementRow, StoryRow
from briefing.ui.drawing import plain
from briefing.ui.pages import Said, StoryPage, Target
from briefing.ui.sheets import story_sheet

WHOLE = "“We will not leave the harbour to the smugglers, neither in Karsk nor in Tarn.”"
CHANGED = "“We will never leave the harbour to the smugglers”"


def quote(number: int, text: str, speaker: str, outlet: str) -> QuoteRow:
    return QuoteRow(
        number, text, ((0, len(text)),), "direct", "said", speaker, speaker, "person", number,
        None, False, 0.9, 4, False, number, outlet, "The harbour", "2031-05-04", None, 0,
        len(text), 3, 0.9, False,
    )  # fmt: skip


CARRIERS = (
    quote(1, WHOLE.upper(), "Mira Talan", "Valdoria Times"),
    quote(2, CHANGED, "Petr Hask", "Merrin Wire"),
)
PAGE = StoryPage(
    StoryRow(3, "The harbour", "2031-05-04", "2031-05-04", (), (), 2, 2, 0),
    (),
    (),
    {},
    (
        Said(
            StatementRow(4, WHOLE, ("Mira Talan", "Petr Hask"), "2031-05-04", (), (1, 2)), CARRIERS
        ),
    ),
)


def test_each_carrier_stands_under_the_longest_form_with_whom_it_names():
    for width in (38, 80, 120):
        sheet = story_sheet(PAGE, width)
        text = "\n".join(plain(sheet.line(row)) for row in range(sheet.height))
        words = " ".join(text.split())
        assert WHOLE in words
        assert words.index("Mira Talan") < words.index("Petr Hask")
        assert WHOLE.upper() not in words  # capitals are no other words
        assert CHANGED in words
        assert max(map(len, text.split("\n"))) <= width


def test_a_word_that_only_one_carrier_has_is_marked():
    sheet = story_sheet(PAGE, 80)
    pieces = [piece for row in range(sheet.height) for piece in sheet.line(row)]
    assert [text for text, style in pieces if style == "warn"] == ["never"]


def test_enter_on_a_carrier_opens_its_quote():
    targets = [stop.target for stop in story_sheet(PAGE, 80).stops]
    assert targets == [Target(1, 1), Target(2, 2)]
