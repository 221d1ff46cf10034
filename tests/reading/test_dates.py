"""A date is what it says, to the day or to the instant, and never a guess."""

import pytest

from briefing.reading.dates import iso_date, leading_date, unix_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-03", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("2026/03/03", "2026-03-03"),
        ("2026-03-03T10:30:00Z", "2026-03-03T10:30:00Z"),
        ("2026-03-03 10:30", "2026-03-03T10:30:00Z"),
        ("2026-03-03T23:30:00-05:00", "2026-03-04T04:30:00Z"),
        ("3 March 2026", "2026-03-03"),
        ("3rd of March 2026", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"),
        ("Sept. 5, 2026", "2026-09-05"),
        ("Tuesday, March 3, 2026", "2026-03-03"),
        ("Tue, 03 Mar 2026 09:30:00 +0200", "2026-03-03T07:30:00Z"),
        ("March 3, 2026 at 9:30 p.m. EST", "2026-03-04T02:30:00Z"),
        ("9.30am GMT, 3 March 2026", "2026-03-03T09:30:00Z"),
        ("March 3, 2026 12:05 am UTC", "2026-03-03T00:05:00Z"),
        ("23.04.2026", "2026-04-23"),
        ("04/23/2026", "2026-04-23"),
        ("05/05/2026", "2026-05-05"),
    ],
)
def test_dates_are_read_as_people_write_them(written, expected):
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "03/04/2026",
        "03.04.2026",
        "31 June 2026",
        "March 2026",
        "2026-13-01",
        "3 March 26",
    ],
)
def test_what_cannot_be_told_is_no_date(written):
    assert iso_date(written) is None


@pytest.mark.parametrize("written", ["March 3, 2026 10:30 am ET", "March 3, 2026 10:30"])
def test_a_clock_in_a_zone_that_is_not_known_leaves_the_day(written):
    assert iso_date(written) == "2026-03-03"


def test_a_date_ends_where_the_story_goes_on():
    assert leading_date("March 3, 2026 2 dead in Karsk") == ("2026-03-03", 13)
    assert leading_date("Karsk, March 3, 2026", 7) == ("2026-03-03", 20)


def test_seconds_and_their_thousandths_are_told_apart():
    assert unix_date(1772530200) == unix_date(1772530200000) == "2026-03-03T09:30:00Z"
    assert unix_date(-1) is None
    assert unix_date(1e30) is None
