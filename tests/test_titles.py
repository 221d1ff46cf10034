import pytest

from briefing.titles import office_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Minister", "defence minister"),
        ("Minister of Defence", "Defense Secretary"),
        ("Minister of National Defence", "defence minister"),
        ("secretary for defense", "the defence minister"),
        ("Prime Minister", "premier"),
        ("PM", "prime minister"),
        ("vice premier", "deputy prime minister"),
        ("Minister for Foreign Affairs", "foreign minister"),
        ("Foreign Secretary", "external affairs minister"),
        ("chief of police", "police chief"),
        ("Secretary-General", "secretary general"),
        ("chairwoman", "chairman"),
        ("spokesperson", "spokeswoman"),
        ("acting president", "President"),
        ("C.E.O.", "chief executive officer"),
        ("Chancellor of the Exchequer", "finance minister"),
    ],
)
def test_one_office_has_one_key_however_it_is_written(one, other):
    assert office_key(one) == office_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence minister", "deputy defence minister"),
        ("president", "vice president"),
        ("military chief", "chief of staff"),
        ("secretary of state", "minister of state"),
        ("press secretary", "press minister"),
        ("foreign minister", "foreign trade minister"),
        ("minister", "secretary"),
    ],
)
def test_other_offices_have_other_keys(one, other):
    assert office_key(one) != office_key(other)


def test_no_words_make_no_key():
    assert office_key("") == office_key("the former") == ""
