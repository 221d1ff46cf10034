"""One web page taken in by its address, as an article without a source."""

from urllib.parse import urlsplit

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.fetch import DEADLINE, Fetcher
from briefing.sync.items import canonical
from briefing.sync.pages import read_page
from briefing.text import clean, clean_line


async def page_item(url: str, *, deadline: float = DEADLINE, contact: str = "") -> Item:
    """Fetch a page and take its main text. Its server is told ``contact``.

    Raises:
        InputError: the page cannot be had, or holds no text that stands out.
    """
    answer = await Fetcher(deadline, contact).fetch(url, typed=url)
    page = read_page(answer.body, answer.url, answer.content_type)
    if not page.text.strip():
        raise InputError("the page holds no article: open it in a browser and save its text")
    address = canonical(page.url or answer.url) or url
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
