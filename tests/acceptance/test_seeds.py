"""Two real articles on one meeting, through the command. Their text is not part of the project."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"the two real articles are not at hand ({SEEDS.name})"
)

PEOPLE = {
    "Pete Hegseth": "United States",
    "Lloyd Austin": "United States",
    "Steve Witkoff": None,
    "Kirill Dmitriev": "Russia",
    "Vladimir Putin": "Russia",
    "John Healey": "United Kingdom",
    "Boris Pistorius": "Germany",
    "Volodymyr Zelensky": "Ukraine",
    "Oleksandr Syrskyi": "Ukraine",
    "Rustem Umerov": "Ukraine",
    "Donald Trump": "United States",
    "Joe Biden": "United States",
}
MARKED = {
    "Boris Pistorius": 4,
    "John Healey": 5,
    "Volodymyr Zelensky": 2,
    "Oleksandr Syrskyi": 1,
    "Rustem Umerov": 2,
}
"""Quotes that carry marks, by speaker; the parts of a split one are one quote."""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    store = tmp_path_factory.mktemp("seeds") / "edition.db"

    def run(*words: str) -> list[dict]:
        command = [sys.executable, "-m", "briefing", "--db", str(store), *words]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [json.loads(line) for line in out.splitlines() if line.startswith("{")]

    run("import", str(SEEDS))
    return run


def test_the_two_articles_are_one_story(ask):
    [story] = ask("stories", "--json")
    assert set(story["outlets"]) == {"CNN", "AFP"}
    assert story["first_published"] == story["last_published"] == "2025-04-11"


def test_every_marked_passage_is_found_with_its_speaker(ask):
    quotes = [q for q in ask("quotes", "--json") if q["kind"] in ("direct", "mixed")]
    spoken = {name: sum(q["speaker"] == name for q in quotes) for name in MARKED}
    assert spoken == MARKED
    assert {q["speaker"] for q in quotes} == set(MARKED)
    assert sum(q["text"].count("“") + q["text"].count('"') / 2 for q in quotes) == 16


def test_reported_speech_is_found_with_its_speaker(ask):
    reported = [q for q in ask("quotes", "--json") if q["kind"] == "indirect"]

    def speaker(*words: str) -> set[str]:
        return {q["speaker"] for q in reported if all(word in q["text"] for word in words)}

    assert speaker("€21 billion") == {"John Healey"}
    assert speaker("21 billion euros") == {"John Healey"}
    assert speaker("$450 million") == {"John Healey"}
    assert speaker("€11 billion") == {"Rustem Umerov"}
    assert speaker("St. Petersburg", "Witkoff") == {"Kremlin"}
    assert {name.startswith("UN Human Rights") for name in speaker("164")} == {True}


def test_people_are_there_once_each_with_their_countries_and_roles(ask):
    people = {person["name"]: person for person in ask("people", "--json")}
    assert {name: person["country"] for name, person in people.items()} == PEOPLE
    assert all(person["roles"] for person in people.values())
    assert [r["former"] for r in people["Lloyd Austin"]["roles"]] == [True]


def test_figures_and_the_one_amount_converted_in_two_ways(ask):
    figures = ask("figures", "--json")
    money = {(f["value"], f["unit"]): f["equivalents"] for f in figures if f["kind"] == "money"}
    equivalents = {key: [(e["value"], e["unit"]) for e in found] for key, found in money.items()}
    assert equivalents[11e9, "EUR"] == [(12.5e9, "USD")]
    assert {(21e9, "EUR"), (11e9, "EUR"), (589e6, "USD"), (450e6, "USD")} == set(equivalents)
    counted = {(f["value"], f["about"]) for f in figures if f["kind"] == "people"}
    assert counted == {(164, "killed"), (910, "injured")}
    assert [f["value"] for f in figures if f["kind"] == "percent"] == [50]
    differing = [d for d in ask("discrepancies", "--json") if d["class"] != "scope"]
    assert [d["class"] for d in differing] == ["conversion"]
    assert sorted(v["value"] for v in differing[0]["values"]) == [23.8e9, 24e9]


def test_what_two_countries_give_together_is_no_error_of_what_one_gives(ask):
    [found] = [d for d in ask("discrepancies", "--json") if d["class"] == "scope"]
    assert sorted(v["value"] for v in found["values"]) == [450e6, 589e6]
