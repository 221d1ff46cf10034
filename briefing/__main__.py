"""The ``briefing`` command. What a verb needs is imported only when it runs."""

import sys
from collections.abc import Sequence

from briefing.errors import BriefingError, UsageError

DONE, FAILED, MISUSED = 0, 1, 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call of ``briefing``; its exit code. 0 done, 1 something failed, 2 wrong use."""
    _ready_streams()
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _fail(str(error), MISUSED)
    except BriefingError as error:
        return _fail(str(error), FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:  # what verbs expect of files they tell themselves
        _drop_output()
        return _fail(f"cannot go on: {error.strerror or error}", FAILED)


def _run(argv: Sequence[str]) -> int:
    from briefing.verbs.opening import open_edition, store_asked_for

    if path := store_asked_for(argv):
        return open_edition(path)
    from briefing.verbs.arguments import parse

    options = parse(argv)
    code: int = options.run(options)
    return code


def _fail(told: str, code: int) -> int:
    from briefing.text import clean_line

    print(f"briefing: {clean_line(told)}", file=sys.stderr)
    return code


def _ready_streams() -> None:
    """Write UTF-8 whatever the locale, and put the void in place of streams that were closed."""
    import io
    import os
    from pathlib import Path

    void = Path(os.devnull)
    sys.stdin = sys.stdin or void.open(encoding="utf-8")
    sys.stdout = sys.stdout or void.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or void.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Nobody takes our output any more; leave nothing for the interpreter to flush into it."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
