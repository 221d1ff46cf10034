"""Sources added: a feed, the feed of a page, all feeds of an OPML list, or a folder."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urljoin

from briefing.errors import FeedError, InputError, PageInstead
from briefing.keys import Keys
from briefing.redaction import MARK, has_secret, redacted, without_secrets
from briefing.rows import SourceRow
from briefing.store.connect import connect, told, writing
from briefing.store.sources import add_source
from briefing.sync import reader
from briefing.sync.address import origin
from briefing.sync.asking import OTHERS_S, ROBOTS, no_key
from briefing.sync.body import MAX_BODY
from briefing.sync.dates import iso
from briefing.sync.documents import utf8, why
from briefing.sync.faults import FetchFailed
from briefing.sync.feeds import read_feed
from briefing.sync.fetch import DEADLINE, Answer, Fetcher
from briefing.sync.full_text import FullText
from briefing.sync.items import feed_text
from briefing.sync.opml import Listed, is_opml, read_opml
from briefing.sync.pages import page_feeds
from briefing.sync.parsers import Parsers
from briefing.sync.watched import folder_address
from briefing.sync.webpage import PageReader
from briefing.text import clean_line

COMMON_PATHS = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json")
"""Where feeds are found that no page names, beside the page and at the root of its host."""


LEAST_WORDS = 40
"""Words of a page that is taken for a source: fewer are a form, a notice or a menu."""


async def add(
    store_path: Path,
    target: str,
    now: datetime,
    *,
    deadline: float = DEADLINE,
    contact: str = "",
    private: frozenset[str] = frozenset(),
    keys: Keys | None = None,
) -> list[SourceRow]:
    """Add a feed, a page's feed or the page, an OPML list's feeds, a folder, a search.

    Nothing is synced. A feed or page is fetched once to see that it is one; the feeds of a list and
    searches (``reader.kinds``) are not. Where an address holds a secret, the store holds the rest.

    Args:
        store_path: the store.
        target: an address, with or without its scheme, or the path of an OPML file or a folder.
        now: the instant it is, in UTC.
        deadline: seconds one fetch may take.
        contact: whom servers may write to about us.
        private: hosts that may be private addresses.
        keys: where keys of services are, and secrets of addresses go.

    Returns:
        The sources added or already there, in the order of the list.

    Raises:
        FeedError: the address cannot be fetched, or has neither feed nor article.
        InputError: a list cannot be read, a key is missing. Each message is one line, the target
            left out.
        SettingsError: a secret can be kept nowhere.
    """
    if path := _folder(target):
        found = [Listed(folder_address(path), _called(path), kind="folder")]
    elif _is_file(target):
        found = await _listed(Path(target))
    elif (kind := target.strip().partition(":")[0].lower()) in reader.kinds():
        found = [await _search(kind, target.strip()[len(kind) + 1 :], keys)]
    else:
        async with Fetcher(deadline, contact, private) as fetcher:
            found = await _find(target, fetcher)
    db = connect(store_path)
    try:
        with told(store_path), writing(db):
            shown = [one._replace(url=_public(one, keys)) for one in found]
            return [add_source(db, **one._asdict(), now=iso(now)) for one in shown]
    finally:
        db.close()


def _public(one: Listed, keys: Keys | None) -> str:
    """The address under which the store knows a source: without its secret, which is kept."""
    if one.kind not in reader.ADDRESSED:
        return one.url
    url = one.url.replace(MARK, quote(MARK))
    return keys.keep_address(url) if keys and has_secret(url) else url


async def _search(kind: str, words: str, keys: Keys | None) -> Listed:
    """A source of a kind that is asked for words.

    Raises:
        InputError: it cannot be asked for these, or its key is missing.
    """
    address = f"{kind}:{' '.join(words.split())}"
    key = None
    with Parsers(1, OTHERS_S) as others:
        key_from, *_ = await others.run(reader.traits, kind)
        if key_from:
            key = keys.find(kind) if keys else None
            if key is None:
                raise InputError(no_key(kind, key_from, keys))
        await others.run(reader.ask, kind, address, key)
    return Listed(address, clean_line(address), kind=kind)


def read_list(path: Path) -> list[Listed]:
    """The feeds of an OPML file.

    Raises:
        InputError: the file cannot be read or is no OPML list.
    """
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BODY + 1)
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror or error}") from error
    if len(body) > MAX_BODY:
        raise InputError(f"the list is longer than {MAX_BODY // 1_000_000} MB")
    return read_opml(body)


async def _listed(path: Path) -> list[Listed]:
    with Parsers(workers=1) as parsers:
        return await parsers.run(read_list, path)


def _folder(target: str) -> Path | None:
    """The folder that a target names; None where it names something else.

    Raises:
        InputError: it can only be a path, and nothing is there.
    """
    try:
        path = Path(target).expanduser()
        if target and path.is_dir():
            return Path(os.path.abspath(path))  # noqa: PTH100  links in it are the user's
        if target.startswith(("/", "./", "../", "~")) and not path.exists():
            raise InputError(why(FileNotFoundError()))
    except (OSError, ValueError, RuntimeError):  # no path at all, or one in nobody's home
        pass
    return None


def _called(folder: Path) -> str:
    """A folder's title: its path, shortened where it lies in the user's home."""
    home = Path.home()
    named = Path("~", folder.relative_to(home)) if folder.is_relative_to(home) else folder
    return clean_line(utf8(named))


def _is_file(target: str) -> bool:
    try:
        return (target.lower().endswith(".opml") and "://" not in target) or Path(target).is_file()
    except (OSError, ValueError):
        return False


async def _find(target: str, fetcher: Fetcher) -> list[Listed]:
    try:
        answer = await _first_answer(fetcher, target)
    except FetchFailed as error:
        raise FeedError(redacted(str(error))) from error
    with Parsers(workers=1) as parsers:
        if is_opml(answer.body):
            return await parsers.run(read_opml, answer.body)
        return [await _feed_at(answer, fetcher, parsers)]


async def _feed_at(answer: Answer, fetcher: Fetcher, parsers: Parsers) -> Listed:
    """The feed that the user's address is, or that the page there has."""
    base = without_secrets(answer.url)
    try:
        feed = await parsers.run(read_feed, answer.body, base, answer.content_type)
    except FeedError as error:
        if found := await _feed_of_page(answer, fetcher, parsers):
            return found
        if isinstance(error, PageInstead) and (page := await _page(answer, fetcher, parsers)):
            return page
        raise FeedError(redacted(str(error))) from error
    return Listed(answer.asked, feed.title)


async def _page(answer: Answer, fetcher: Fetcher, parsers: Parsers) -> Listed | None:
    """The page itself, to be watched; None where it holds no article or is to be left alone."""
    try:
        read = PageReader().read
        page = await parsers.run(read, answer.body, answer.url, answer.content_type)
    except InputError:
        return None
    if len(feed_text(page.items[0]).split()) < LEAST_WORDS:
        return None
    if not await FullText(fetcher, parsers).may_fetch(answer.url, answer.asked):
        raise FeedError(f"the page has no feed, and {ROBOTS}")
    return Listed(answer.url, page.title, kind="page")


async def _first_answer(fetcher: Fetcher, target: str) -> Answer:
    """What the target answers; one without a scheme is tried with https, then with http."""
    tried = list(_addresses(target.strip()))
    for url in tried[:-1]:
        try:
            return await fetcher.fetch(url, typed=url)
        except FetchFailed as error:
            if error.status is not None:
                raise
    return await fetcher.fetch(tried[-1], typed=tried[-1])


def _addresses(target: str) -> Iterator[str]:
    for prefix in ("feed://", "feed:"):
        if target.lower().startswith(prefix):
            target = target[len(prefix) :]
    if "://" in target:
        yield target
    else:
        yield f"https://{target}"
        yield f"http://{target}"


async def _feed_of_page(page: Answer, fetcher: Fetcher, parsers: Parsers) -> Listed | None:
    """The first feed that a page names or that stands in a common place."""
    here = without_secrets(page.url)
    try:
        named = await parsers.run(page_feeds, page.body, page.content_type, here)
    except FeedError:
        named = []
    base = here if here.endswith("/") else f"{here}/"
    guessed = [
        urljoin(start, path) for start in (base, urljoin(base, "/")) for path in COMMON_PATHS
    ]
    for url in dict.fromkeys([*named, *guessed]):
        try:
            answer = await fetcher.fetch(url, typed=page.asked)
            feed = await parsers.run(read_feed, answer.body, answer.url, answer.content_type)
        except (FetchFailed, FeedError):
            continue
        if origin(url):
            return Listed(url, feed.title)
    return None
