"""A reader of a story sees who carries a statement, whom each names, and whose words are others."""

from contextlib import closing

from briefing.rows import QuoteRow, StatementRow, StoryRow
from briefing.store.connect import connect
from briefing.ui.drawing import plain
from briefing.ui.pages import Said, StoryPage, Target
from briefing.ui.sheets import story_sheet
from tests.ui.conftest import opened

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
        assert "“We will [-not-] {+never+} leave the harbour to the smugglers” …" in words
        assert max(map(len, text.split("\n"))) <= width


def test_words_that_a_carrier_has_or_lacks_are_marked_by_signs():
    sheet = story_sheet(PAGE, 80)
    pieces = [piece for row in range(sheet.height) for piece in sheet.line(row)]
    assert ("[-not-]", "gone") in pieces
    assert ("{+never+}", "new") in pieces
    text = "\n".join(plain(sheet.line(row)) for row in range(sheet.height))
    assert "“We will [-not-] {+never+} leave the harbour to the smugglers” …" in text


def test_enter_on_a_statement_opens_its_page_and_on_a_carrier_its_quote():
    targets = [stop.target for stop in story_sheet(PAGE, 80).stops]
    assert targets == [Target(1, statement_id=4), Target(1, 1), Target(2, 2)]


async def test_a_statements_page_lists_carriers_and_both_speakers(store, size):
    async with opened(store, size) as room:
        await room.press("slash", *"nobody", "space", *"got", "enter", "3")
        assert "w Carriers" in room.lines()[-1]
        await room.press("w")
        text = " ".join(" ".join(room.lines()).split())
        for words in ("In its longest form", "Carried by", "Ansel Brook", "2 quotes"):
            assert words in text, words
        assert "Carriers" not in room.lines()[-1]
        page = room.panes.reader.page
        assert room.panes.quote == page.carriers[0]
        await room.press("j", "enter")
        assert room.panes.reader.page.target.quote_id == page.carriers[1].id
        await room.press("escape")
        assert room.panes.reader.page == page
        await room.press("escape")
        assert room.panes.current == "quotes"


async def test_two_speakers_of_one_statement_are_both_shown_with_their_outlets(store):
    with closing(connect(store)) as db:
        db.execute(
            "UPDATE quotes SET speaker = 'Mirela Koss', person_id = NULL WHERE id ="
            " (SELECT max(id) FROM quotes WHERE statement_id IS NOT NULL)"
        )
    async with opened(store) as room:
        await room.press("slash", *"nobody", "space", *"got", "enter", "3", "w")
        assert room.sees("Outlets name different speakers")
        assert room.sees("Ansel Brook or Mirela Koss") or room.sees("Mirela Koss or Ansel Brook")
        assert room.sees("Mirela Koss  The Ostmark Courier")


async def test_a_checked_carrier_is_marked_on_the_statements_page(store):
    async with opened(store) as room:
        await room.press("slash", *"nobody", "space", *"got", "enter", "3", "w", "j", "v")
        assert [one.verified for one in room.panes.reader.page.carriers] == [False, True]


async def test_from_a_storys_page_enter_opens_the_statement(store, size):
    async with opened(store, size) as room:
        await room.press("4", *["j"] * 4, "enter")
        assert room.panes.reader.page.row.speakers == ("Ansel Brook",)


async def test_a_quote_of_one_outlet_has_no_carriers(store):
    async with opened(store) as room:
        await room.press("slash", *"pensions", "enter", "3", "w")
        assert room.panes.current == "quotes"
