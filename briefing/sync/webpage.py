"""One web page or document taken in by its address, once or as a source that is watched."""

from dataclasses import replace
from html import escape
from urllib.parse import unquote, urlsplit

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.feeds import Feed, FeedItem
from briefing.sync.fetch import Fetcher
from briefing.sync.files import BINARY, Refused, read_document
from briefing.sync.items import canonical
from briefing.sync.outlets import outlet_name
from briefing.sync.pages import read_page
from briefing.sync.parsers import Parsers
from briefing.sync.reader import Request, SourceReader
from briefing.text import clean, clean_line

_DOCUMENTS = (b"%PDF-", b"PK\x03\x04")


class PageReader(SourceReader):
    """A page that is watched: an article, and its revisions as it changes."""

    robots = True

    def request(self, address: str, key: str | None) -> Request:  # noqa: ARG002  it needs none
        """The page."""
        return Request(address)

    def read(self, body: bytes, url: str, content_type: str) -> Feed:
        """The page's article, or the document that the address holds.

        Raises:
            InputError: there is none.
        """
        item = taken(body, url, content_type)
        made = FeedItem(
            title="" if item.title_made else item.title,
            link=item.url,
            published=item.published,
            content_html=escape(item.text).replace("\n", "<br>"),
            byline=item.byline,
            language=item.language,
            outlet=item.outlet,
            is_whole=True,
        )
        return Feed(item.title, (made,))


async def page_item(url: str, fetcher: Fetcher, parsers: Parsers) -> Item:
    """Fetch a page, or a PDF or Word document, and take its main text.

    Raises:
        InputError: it cannot be had, or holds no text that stands out.
    """
    answer = await fetcher.fetch(url, typed=url)
    return await parsers.run(taken, answer.body, answer.url, answer.content_type)


def taken(body: bytes, url: str, content_type: str) -> Item:
    """What an address answered, as an item: what runs in a worker.

    Raises:
        InputError: there is no article in it.
    """
    if body[:1024].lstrip().startswith(_DOCUMENTS):
        return _document(body, url)
    page = read_page(body, url, content_type)
    if not page.text.strip():
        raise InputError("the page holds no article: open it in a browser and save its text")
    address = canonical(page.url or url) or url
    return Item(
        title=clean_line(page.title or page.text.split("\n", 1)[0]),
        title_made=not page.title,
        text=clean(page.text),
        key=f"page:{address}",
        url=address,
        outlet=page.site or urlsplit(address).hostname,
        byline=page.byline,
        published=page.published,
        language=page.language,
    )


def _document(body: bytes, url: str) -> Item:
    address = canonical(url) or url
    name = unquote(urlsplit(address).path.rpartition("/")[2])
    suffix = next((end for end in BINARY if name.lower().endswith(end)), "")
    first = read_document(body, name or address, suffix, f"page:{address}")[0]
    if isinstance(first, Refused):
        raise InputError(first.reason)
    return replace(first, url=address, outlet=first.outlet or outlet_name("", None, address))
