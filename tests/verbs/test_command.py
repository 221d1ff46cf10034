"""The command as a whole: where the store is, wrong use, streams that are closed."""

import sqlite3
import subprocess

import pytest

from briefing.__main__ import main
from briefing.verbs.arguments import LISTS
from tests.calling import COMMAND, briefing, home_of
from tests.making import add_article


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    for name, value in home_of(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("BRIEFING_DB", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def edition(db, store):
    add_article(db, "Valdoria promises boats", [("Mira Talan", "Forty boats will sail.")])
    add_article(db, "Ostmark cuts its budget", [("Petra Sandor", "There is no other way.")])
    return store


def out_of(capsys, *args) -> str:
    assert main(list(map(str, args))) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_the_store_is_named_before_the_verb_or_after_it_or_by_the_environment(
    edition, capsys, monkeypatch
):
    before = out_of(capsys, "--db", edition, "quotes", "boats")
    assert "Forty boats will sail." in before
    assert out_of(capsys, "quotes", "--db", edition, "boats") == before
    assert out_of(capsys, "quotes", "boats", f"--db={edition}") == before
    monkeypatch.setenv("BRIEFING_DB", str(edition))
    assert out_of(capsys, "quotes", "boats") == before


def test_the_last_store_named_counts(edition, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("BRIEFING_DB", str(tmp_path / "no" / "such.db"))
    assert out_of(capsys, "--db", tmp_path / "other.db", "quotes", "--db", edition, "boats")
    assert not (tmp_path / "other.db").exists()


def test_without_a_name_the_store_is_the_users_own(tmp_path, capsys):
    main(["articles"])
    store = tmp_path / "data" / "briefing" / "edition.db"
    assert store.stat().st_mode & 0o777 == 0o600
    assert store.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "args",
    [
        ["bogus"],
        ["--bogus"],
        ["quotes", "--bogus"],
        ["quotes", "--lim", "5"],
        ["quotes", "--limit"],
        ["quotes", "--limit", "0"],
        ["quotes", "--limit", "-3"],
        ["quotes", "--limit", "²"],
        ["quotes", "--json", "--csv"],
        ["--db"],
        ["--db", "~no-such-user-of-this-machine/x.db", "quotes"],
        ["--db", "~no-such-user-of-this-machine/x.db"],
        ["sources", "boats"],
        ["add"],
        ["import"],
        ["extract", "one.txt", "two.txt"],
        ["sync", "now"],
        ["\udcff"],
    ],
)
def test_wrong_use_is_told_in_one_line(args, capsys):
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("briefing: ")
    assert len(err.splitlines()) == 1


def test_help_and_version_are_no_errors(capsys):
    for args in ([], ["quotes"], ["import"]):
        with pytest.raises(SystemExit) as end:
            main([*args, "--help"])
        assert end.value.code == 0
        assert "usage: briefing" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("briefing 0.")


def test_a_query_may_leave_words_out_and_options_stand_anywhere(edition, capsys):
    calls = [
        ["quotes", "(will", "OR", "way)", "-boats", "--json"],
        ["quotes", "--json", "(will", "--limit", "5", "OR", "way)", "-boats"],
        ["quotes", "--json", "--", "(will", "OR", "way)", "-boats"],
        ["quotes", "--json", "(will OR way) -boats"],
    ]
    answers = [out_of(capsys, "--db", edition, *call) for call in calls]
    assert '"speaker": "Petra Sandor"' in answers[0]
    assert "Mira Talan" not in answers[0]
    assert len(set(answers)) == 1


@pytest.mark.parametrize(
    "query", ['"', "(", "-", "OR", "speaker:", "C++", "\udcff", "\0", "a" * 9999]
)
def test_no_query_is_an_error(edition, capsys, query):
    for name in LISTS:
        assert main(["--db", str(edition), name, query]) == 0, name
        assert capsys.readouterr().err == ""


def test_any_limit_will_do(edition, capsys):
    whole = out_of(capsys, "--db", edition, "quotes", "--limit", "9" * 40, "--json")
    assert len(whole.splitlines()) == 2
    assert (
        len(out_of(capsys, "--db", edition, "quotes", "--limit", "1", "--json").splitlines()) == 1
    )


@pytest.mark.parametrize("name", [*LISTS, "sources"])
def test_a_list_with_nothing_in_it_says_what_to_do_beside_the_output(name, store, capsys):
    assert main(["--db", str(store), name, "--csv"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("briefing: ")
    assert "briefing add URL" in err


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("how", ["--json", "--csv", "--markdown", "--plain"])
def test_a_query_that_finds_nothing_is_silent(edition, name, how, capsys):
    assert out_of(capsys, "--db", edition, name, "zebra", how) == ""


def test_a_store_that_is_none_of_ours_is_told_and_left_alone(tmp_path, capsys):
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes of the harbour board. " * 100)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE cargo (name)")
    for path, told in [
        (minutes, "is not a database"),
        (foreign, "is another program's database"),
        (tmp_path, "is a folder"),
        (minutes / "x.db", "cannot be opened"),
        (tmp_path / ("n" * 300), "cannot be opened"),
    ]:
        before = path.read_bytes() if path in (minutes, foreign) else None
        for call in (["articles"], ["sync"], ["doctor"], ["import", str(minutes)], []):
            assert main(["--db", str(path), *call]) == 1, (path, call)
            err = capsys.readouterr().err
            assert told in err
            assert len(err.splitlines()) == 1
        assert before is None or path.read_bytes() == before


def test_the_overview_is_printed_where_nobody_looks_on(edition, store, capsys, tmp_path):
    out = out_of(capsys, "--db", edition)
    assert out.startswith("2 articles, 0 sources, synced never\n")
    assert "Valdoria promises boats" in out
    assert "briefing demo" in out_of(capsys, "--db", tmp_path / "new.db")


def test_doctor_says_where_everything_is_and_what_is_wrong(edition, capsys, tmp_path):
    out = out_of(capsys, "--db", "edition.db", "doctor")
    assert f"store:    {edition}\n" in out
    assert out.endswith("the store is sound\n")
    settings = tmp_path / "config" / "briefing" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('colour = "red"')
    assert main(["--db", str(edition), "doctor"]) == 1
    assert f"problem: {settings}: colour is no setting" in capsys.readouterr().out


def shell(line: str, home) -> subprocess.CompletedProcess:
    command = " ".join(COMMAND)
    return subprocess.run(
        ["bash", "-c", line.replace("briefing", command, 1)],
        env=home_of(home),
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_output_that_nobody_reads_to_its_end_is_no_error(db, store, tmp_path):
    for number in range(400):
        add_article(db, f"Berth {number} is free", [("Mira Talan", f"We wait for {number} boats.")])
    ran = shell(
        "briefing --db edition.db quotes --limit 999 --json | head -1; exit $PIPESTATUS", tmp_path
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize("call", ["quotes", "doctor", ""])
def test_output_that_cannot_be_written_is_told_and_not_blamed_on_the_store(edition, tmp_path, call):
    ran = shell(f"briefing --db edition.db {call} > /dev/full", tmp_path)
    assert ran.returncode == 1
    assert ran.stderr == "briefing: cannot go on: No space left on device\n"


def test_closed_streams_are_no_errors(edition, tmp_path):
    assert shell("briefing --db edition.db quotes >&-", tmp_path).stderr == ""
    ran = shell("briefing --db edition.db quotes <&- 2>&-", tmp_path)
    assert "Forty boats will sail." in ran.stdout


def test_output_is_utf8_whatever_the_locale(edition, tmp_path):
    ran = briefing("--db", edition, "quotes", home=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (ran.code, ran.err) == (0, "")
    assert "“Forty boats will sail.” — Mira Talan" in ran.out
