"""What ``import briefing`` offers, and that it costs nothing until it is used."""

import subprocess
import sys

import pytest

import briefing
from briefing import model

HEAVY = {"numpy", "spacy", "onnxruntime", "sqlite3", "textual", "httpx", "briefing.model"}


def test_the_public_names_are_pinned():
    assert briefing.__all__ == [
        "Equivalent",
        "FoundFigure",
        "FoundOrganisation",
        "FoundPerson",
        "FoundQuote",
        "Reading",
        "Role",
        "__version__",
        "read",
    ]
    assert dir(briefing) == briefing.__all__


def test_importing_loads_nothing_heavy():
    script = "import briefing, sys; print('\\n'.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "briefing" in loaded
    assert not loaded & HEAVY


def test_a_text_is_read():
    text = "KARSK — “Forty boats will sail,” Mira Talan said. They cost 120 million euros."
    reading = briefing.read(text)
    assert isinstance(reading, briefing.Reading)
    [quote] = [quote for quote in reading.quotes if quote.kind == "direct"]
    assert isinstance(quote, briefing.FoundQuote)
    assert (quote.speaker, text[quote.start : quote.end]) == (
        "Mira Talan",
        "“Forty boats will sail,”",
    )
    assert any(figure.unit == "EUR" for figure in reading.figures)


def test_every_name_is_there_and_no_other():
    for name in briefing.__all__:
        if name not in ("__version__", "read"):
            assert getattr(briefing, name) is getattr(model, name)
    with pytest.raises(AttributeError, match="no attribute 'spam'"):
        _ = briefing.spam
