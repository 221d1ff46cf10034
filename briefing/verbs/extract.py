"""``briefing extract``: the engine alone, text in, reading out. Nothing is stored."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import BinaryIO

from briefing.errors import InputError


def run(options: Namespace) -> int:
    """Print the reading of a text, or of each line of a dump, as JSON."""
    if options.jsonl:
        return _dump(options.file)
    with _opened(options.file) as stream:
        data = stream.read()
    try:
        _print(None, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        name = _name(options.file)
        raise InputError(f"{name} is no text in UTF-8: convert it, or use import") from error
    return 0


def _dump(file: str) -> int:
    """Read line by line, so that a dump of any size, or one still being written, will do."""
    failed = False
    with _opened(file) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                text_id, text = _row(line.decode("utf-8-sig"))
            except (ValueError, KeyError, TypeError, RecursionError):
                told = f'line {number} is skipped: one {{"id","text"}} in JSON is needed'
                print(f"briefing: {_name(file)}, {told}", file=sys.stderr)
                failed = True
                continue
            _print(text_id, text)
    return int(failed)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        why = error.strerror or error
        raise InputError(f"{_name(file)} cannot be read ({why}): check its name") from error


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _row(line: str) -> tuple[str | None, str]:
    row = json.loads(line)
    if not isinstance(row["text"], str):
        raise TypeError("text")
    return row.get("id"), row["text"]


def _print(text_id: str | None, text: str) -> None:
    from briefing.reading.engine import read
    from briefing.reading.shape import as_json

    line = json.dumps(as_json(read(text), text_id), ensure_ascii=False)
    sys.stdout.write(f"{_encodable(line)}\n")
    sys.stdout.flush()


def _encodable(line: str) -> str:
    """Lone surrogates, which JSON can spell and UTF-8 cannot, spelt out again."""
    return line.encode("utf-8", "backslashreplace").decode()
