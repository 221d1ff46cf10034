"""A person's page, and people joined and parted from within the app."""

from tests.ui.conftest import opened

NAMES = ["Mirela Koss", "Ansel Brook"]


def at(room, name):
    """The keys that put the cursor of the people on a name."""
    return ["2", "g", *["j"] * room.names("people").index(name)]


async def test_a_persons_page_proves_offices_and_shows_names_company_and_links(store):
    async with opened(store, (200, 60)) as room:
        await room.press(*at(room, "Ansel Brook"))
        for words in (
            "Seen as", "Called, in how many articles", "Named with, in how many articles",
            "In these stories", "Where they are named, and why it is they", "Mirela Koss (",
            "the same full name",
        ):  # fmt: skip
            assert room.sees(words), words
        proof = room.panes.reader.page.row.roles[0]
        assert "Ansel Brook" in proof.sentence


async def test_enter_on_an_office_opens_its_proof(store):
    async with opened(store, (200, 60)) as room:
        await room.press(*at(room, "Ansel Brook"), "4", "enter")
        page = room.panes.reader.page
        start, end = page.target.span
        assert page.text[start:end] == "Ansel Brook"


async def test_two_people_are_joined_and_taken_apart_again(store, size):
    async with opened(store, size) as room:
        before = sorted(room.names("people"))
        await room.press(*at(room, "Mirela Koss"), "J", *at(room, "Ansel Brook"), "J")
        assert len(room.names("people")) == len(before) - 1
        await room.press("u")
        assert sorted(room.names("people")) == before


async def test_whoever_is_held_can_be_let_go(store):
    async with opened(store) as room:
        before = room.names("people")
        await room.press(*at(room, "Mirela Koss"), "J", "J")
        assert room.names("people") == before
        assert "Undo" not in room.lines()[-1]


async def test_an_article_of_a_persons_page_is_given_to_somebody_else(store):
    async with opened(store, (200, 60)) as room:
        before = room.names("people")
        await room.press(*at(room, "Ansel Brook"), "4", *["j"] * 20, "X")
        assert room.names("people").count("Ansel Brook") == 2
        await room.press("u")
        assert sorted(room.names("people")) == sorted(before)


async def test_nobody_is_joined_where_there_are_no_people_at_hand(store):
    async with opened(store) as room:
        before = room.names("people")
        await room.press("1", "J", "X", "3", "J")
        assert room.names("people") == before
