"""``briefing extract``: the engine alone, text in, reading out. Nothing is stored."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import InputError


def run(options: Namespace) -> int:
    """Print the reading of a text, or of each line of a dump, as JSON."""
    from briefing.reading.engine import read
    from briefing.reading.shape import as_json

    failed = False
    for number, line in enumerate(_texts(options), 1):
        try:
            text_id, text = _row(line) if options.jsonl else (None, line)
        except (ValueError, KeyError, TypeError):
            told = f'briefing: line {number} is skipped: it is no {{"id","text"}} in JSON'
            print(told, file=sys.stderr)
            failed = True
            continue
        reading = json.dumps(as_json(read(text), text_id), ensure_ascii=False)
        sys.stdout.write(_encodable(reading) + "\n")
        sys.stdout.flush()
    return int(failed)


def _texts(options: Namespace) -> Iterator[str]:
    """The one text, or the lines of the dump that hold something."""
    text = _input(options.file)
    if options.jsonl:
        yield from (line for line in text.split("\n") if line.strip())
    else:
        yield text


def _input(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name} cannot be read ({error.strerror}): check its name") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is no text in UTF-8: convert it, or use import") from error


def _row(line: str) -> tuple[str | None, str]:
    row = json.loads(line)
    if not isinstance(row["text"], str):
        raise TypeError("text")
    return row.get("id"), row["text"]


def _encodable(line: str) -> str:
    """Lone surrogates, which JSON can spell and UTF-8 cannot, spelt out again."""
    return line.encode("utf-8", "backslashreplace").decode()
