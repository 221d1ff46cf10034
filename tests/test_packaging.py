"""The wheel and the sdist carry what the command needs, and the command runs from anywhere."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = ("migrations/0001_edition.sql", "demo/", "feeds.toml")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_carries_the_database_folder_and_nothing_else_of_it(built):
    [wheel] = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for needed in NEEDED:
        assert any(name.startswith(f"briefing/_db/{needed}") for name in names)
    assert any(name.endswith(".onnx") for name in names)
    assert not [name for name in names if name.endswith((".db", ".pyc"))]
    assert {name.split("/")[0] for name in names} == {
        "briefing",
        next(name.split("/")[0] for name in names if ".dist-info/" in name),
    }


def test_the_sdist_carries_the_database_folder(built):
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = packed.getnames()
    for needed in NEEDED:
        assert any(f"/db/{needed}" in f"{name}/" for name in names)


def test_the_installed_wheel_runs_from_another_folder(built, tmp_path):
    [wheel] = built.glob("*.whl")
    target = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(target), str(wheel)], check=True)
    script = (
        "import sys, briefing.places as p; from briefing.__main__ import main;"
        " assert '_db' in str(p.db_folder()), p.db_folder(); sys.exit(main(sys.argv[1:]))"
    )
    store = tmp_path / "elsewhere" / "edition.db"
    ran = subprocess.run(
        [sys.executable, "-c", script, "--db", str(store), "stories"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(target), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith("briefing: nothing is here yet")
    assert store.is_file()
