"""The ``briefing`` command. What a verb needs is imported only when it runs."""

import sys
from collections.abc import Sequence

from briefing.errors import BriefingError, UsageError

DONE, FAILED, MISUSED = 0, 1, 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call of ``briefing``; its exit code. 0 done, 1 something failed, 2 wrong use."""
    from briefing.verbs.arguments import parse

    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        code: int = options.run(options)
        return code
    except UsageError as error:
        return _fail(error, MISUSED)
    except BriefingError as error:
        return _fail(error, FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return DONE


def _fail(error: BriefingError, code: int) -> int:
    from briefing.text import clean_line

    print(f"briefing: {clean_line(str(error))}", file=sys.stderr)
    return code


def _close_quietly() -> None:
    """The reader of our output went away; leave nothing for the interpreter to flush into it."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
