"""What ``briefing`` can be asked: its verbs and their options, and nothing heavier."""

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from typing import NoReturn

from briefing import __version__
from briefing.errors import UsageError
from briefing.places import store_path

LISTS = {
    "quotes": "what was said, and by whom",
    "people": "who is in the news, with their roles",
    "stories": "what happened, over all outlets",
    "figures": "amounts, percentages and counts",
    "articles": "what came in",
    "statements": "quotes that several articles carry",
    "discrepancies": "figures of a story that differ",
}

SYNTAX = """\
searching: bare words must all be found, "a phrase" as it stands, -not, OR and parentheses;
fields speaker: about: role: country: outlet: story: type: verified: sure: after: before: date:
with days as 2025-04-11, today, yesterday, 2w or lastsync, as in  speaker:talan after:2w drones
"""

PRUNING = """\
It shows what would go, and asks. What was pruned does not come in again with a sync; an import of
yours brings it back. The store's file keeps its size: the room is used for what comes in next.
"""

ADDING = """\
URL           a feed, or a page: its feed is found; one without a feed is itself watched
FILE.opml     all feeds of another reader, in their folders
FOLDER        its documents, as they come and change
guardian:…    a search of The Guardian, whose free key goes into settings.toml, under [keys]
gdelt:…       a search of the world's news by GDELT, as in  gdelt:"sea wall" sourcelang:english
A password or token in an address is kept in the settings or the keyring, and never shown.
"""

DEFAULT_LIMIT = 50
MAX_LIMIT = 1_000_000_000
"""More rows than any store holds, and fewer than SQLite can count."""

VALUED = ("--db", "--limit", "--only", "--since")
"""Options with a value in the next word."""


class _Parser(ArgumentParser):
    """A parser whose errors are one line that says what to do."""

    takes_query = False
    """Whether options may stand anywhere among the words of a query, ``-not`` ones included."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see  {self.prog} --help")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        args = _words_last(args or ()) if self.takes_query else args
        return super().parse_known_args(args, namespace)


def _words_last(args: Sequence[str]) -> list[str]:
    """The options, then the words of the query behind ``--``, where they cannot be options."""
    options: list[str] = []
    words: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            words += rest
        elif arg.startswith("--") or arg == "-h":
            options += [arg, *islice(rest, arg in VALUED)]
        else:
            words.append(arg)
    return [*options, "--", *words] if words else options


def parse(argv: Sequence[str]) -> Namespace:
    """The call's options: ``run`` is the verb to be called with them, ``db`` the store's path.

    ``named_db`` tells whether the call named the store itself.

    Raises:
        UsageError: the call is wrong, and how.
    """
    options = _parser().parse_args(argv)
    options.named_db = getattr(options, "db", None) is not None
    options.db = store_path(getattr(options, "db", None))
    return options


def _parser() -> ArgumentParser:
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--db", metavar="PATH", default=SUPPRESS, help="the store (or set BRIEFING_DB)"
    )
    parser = _Parser(
        prog="briefing",
        parents=[shared],
        description="A briefing room in a terminal. Without a verb it opens the app.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    parser.set_defaults(run=_lazy("briefing.verbs.opening", "run"))
    verbs = parser.add_subparsers(metavar="VERB", title="verbs")

    def verb(name: str, about: str, module: str, **more: object) -> _Parser:
        sub: _Parser = verbs.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            parents=[shared],
            allow_abbrev=False,
            formatter_class=RawDescriptionHelpFormatter,
            **more,  # type: ignore[arg-type]
        )
        sub.set_defaults(run=_lazy(f"briefing.verbs.{module}", "run"), verb=name)
        return sub

    demo = verb("demo", "open the fictional edition, in a store of its own", "demo")
    demo.add_argument("--plain", action="store_true", help="print its overview instead")
    sync = verb("sync", "fetch every source, then read and link what is new", "sync")
    sync.add_argument("--json", action="store_true", help="a line of JSON a source")
    sync.add_argument(
        "--only", action="append", metavar="NAME", help="this alone: title, address, id or folder"
    )
    sync.add_argument(
        "--since", metavar="DAY", help="leave older articles: 2025-04-11, yesterday, 2w"
    )
    sync.add_argument(
        "--due", action="store_true", help="only sources whose next check has come, for timers"
    )
    sync.add_argument("--offline", action="store_true", help="fetch nothing, read what waits")
    add = verb(
        "add", "add sources: feeds, pages, OPML files, folders, searches", "add", epilog=ADDING
    )
    add.add_argument("targets", nargs="*", metavar="URL|FILE.opml|FOLDER|KIND:WORDS")
    add.add_argument(
        "--list",
        action="store_true",
        help="well-known public feeds; with names or folders of theirs behind it, add those",
    )
    _lists(verb)
    take = verb(
        "import",
        "take in your own documents: text, HTML, PDF, Word, mail, folders, web addresses",
        "intake",
    )
    take.add_argument("targets", nargs="*", metavar="PATH|URL|-")
    take.add_argument("--clipboard", action="store_true", help="take in what was copied, too")
    take.add_argument(
        "--jsonl",
        action="store_true",
        help='files hold lines of {"id","url","title","text","published","outlet","byline"}',
    )
    extract = verb("extract", "read a text and print what is in it; nothing is stored", "extract")
    extract.add_argument("file", nargs="?", default="-", metavar="FILE|-")
    extract.add_argument(
        "--jsonl", action="store_true", help='the input holds lines of {"id","text"}'
    )
    _by_hand(verb)
    _safety(verb)
    return parser


def _lists(verb: Callable[..., _Parser]) -> None:
    for name, about in LISTS.items():
        listing = verb(name, about, "listing", epilog=SYNTAX)
        listing.takes_query = True
        listing.add_argument("query", nargs="*", metavar="QUERY")
        listing.add_argument(
            "--limit", type=_count, default=DEFAULT_LIMIT, metavar="N", help="at most so many (50)"
        )
        if name == "articles":
            listing.add_argument(
                "--changes",
                action="store_true",
                help="how they were changed since they came in, word by word, newest first",
            )
        _formats(listing)
    changes = verb("changes", "what a newer engine read otherwise than the one before", "listing")
    changes.add_argument(
        "--limit", type=_count, default=DEFAULT_LIMIT, metavar="N", help="at most so many (50)"
    )
    _formats(changes)
    listed = verb("sources", "where articles come from, and how that went", "listing")
    _formats(listed, opml="the feeds, in their folders, for another reader")


def _safety(verb: Callable[..., _Parser]) -> None:
    prune = verb("prune", "drop old articles for good", "prune", epilog=PRUNING)
    prune.add_argument(
        "--before", metavar="DATE", required=True, help="a day as 2025-04-11, a month, 2w, 1y"
    )
    prune.add_argument(
        "--keep", choices=("marked",), help="marked: spare what you checked, joined or wrote on"
    )
    prune.add_argument("--yes", action="store_true", help="do not ask")
    doctor = verb("doctor", "check the store and say where everything is", "doctor")
    how = doctor.add_mutually_exclusive_group()
    how.add_argument(
        "--backup", nargs="?", const="", metavar="FILE", help="copy the store, and check the copy"
    )
    how.add_argument(
        "--restore", metavar="FILE", help="put a backup in the store's place, which is moved aside"
    )
    how.add_argument(
        "--salvage",
        action="store_true",
        help="save what can be read of a damaged store, which is moved aside",
    )


def _by_hand(verb: Callable[..., _Parser]) -> None:
    person = verb("person", "join and part people by hand, and take it back", "person")
    _acts(person, "people", "have those whom these articles name be somebody else", "LINE")
    story = verb("story", "join and part stories by hand, and take it back", "story")
    _acts(story, "stories", "have these articles be a story of their own", "STEP")


def _acts(parser: _Parser, things: str, split_help: str, line: str) -> None:
    acts = parser.add_subparsers(metavar="ACT", dest="act", required=True)
    merge = acts.add_parser("merge", help=f"have two {things} be one", allow_abbrev=False)
    merge.add_argument("one", type=_id, metavar="ID")
    merge.add_argument("into", type=_id, metavar="INTO", help="the id that stays")
    split = acts.add_parser("split", help=split_help, allow_abbrev=False)
    split.add_argument("one", type=_id, metavar="ID")
    split.add_argument("articles", type=_id, nargs="+", metavar="ARTICLE")
    undo = acts.add_parser("undo", help="take back what was joined or parted", allow_abbrev=False)
    undo.add_argument(
        "line",
        type=_id,
        nargs="?",
        metavar=line,
        help="of the log, linking's doing too (your newest as none is named)",
    )
    log = acts.add_parser("log", help="what was joined and parted, and why", allow_abbrev=False)
    log.add_argument("--limit", type=_count, default=DEFAULT_LIMIT, metavar="N")
    _formats(log)


def _formats(parser: ArgumentParser, **more: str) -> None:
    """The ways to print rows, with ``more`` of them by their names."""
    how = parser.add_mutually_exclusive_group()
    for name, about in (
        ("json", "a line of JSON each"),
        ("csv", "for a spreadsheet"),
        ("markdown", "a table"),
        ("plain", "for reading (as when none is named)"),
        *more.items(),
    ):
        how.add_argument(f"--{name}", dest="how", action="store_const", const=name, help=about)
    parser.set_defaults(how="plain")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text!r} is no number of rows: give 1 or more")
    return min(int(text), MAX_LIMIT)


def _id(text: str) -> int:
    """An id. One larger than SQLite can count is nobody's either."""
    if not text.isdecimal():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text!r} is no id: give a number, as --json shows them")
    return min(int(text), MAX_LIMIT)


def _lazy(module: str, name: str) -> Callable[[Namespace], int]:
    """The function, imported when it is called."""

    def call(options: Namespace) -> int:
        code: int = getattr(import_module(module), name)(options)
        return code

    return call
