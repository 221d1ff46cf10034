"""Feeds of every kind and charset, and what is no feed."""

import json

import pytest

from briefing.errors import FeedError
from briefing.sync.feeds import read_feed
from tests.sync.feeds import item, page, rss

URL = "http://times.example/feed"


def feed(text: str | bytes, content_type: str = ""):
    return read_feed(text.encode() if isinstance(text, str) else text, URL, content_type)


def reason(text: str | bytes, content_type: str = "") -> str:
    with pytest.raises(FeedError) as caught:
        feed(text, content_type)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-8", "utf-8", "text/xml"),
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1"),
        ("utf-8-sig", "utf-8", "application/rss+xml"),
        ("utf-16", "utf-16", "application/rss+xml"),
        ("utf-16-le", "utf-16", ""),
        ("utf-32", "utf-32", ""),
        ("iso-8859-1", "iso-8859-1", ""),
        ("cp1252", "iso-8859-1", "text/xml"),
        ("cp1252", "bogus-8", "text/xml; charset=nonsense"),
        ("iso-8859-1", "utf-8", ""),
    ],
)
def test_the_charset_is_found_whatever_is_declared(encoding, declared, content_type):
    text = rss(
        item(
            "Übergabe in Tarn", "Café déjà vu" if "8859" in encoding else "Café déjà vu – no, Señor"
        ),
        encoding=declared,
    )
    read = feed(text.encode(encoding), content_type)
    assert [one.title for one in read.items] == ["Übergabe in Tarn"]
    assert read.items[0].summary_html.startswith("Café déjà vu")


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("windows-1251", "Мир"),
        ("gb2312", "新闻"),
        ("shift_jis", "速報"),
        ("iso-2022-jp", "速報"),
        ("euc-kr", "뉴스"),
        ("koi8-r", "Мир"),
    ],
)
def test_other_scripts_are_read_as_declared(encoding, title):
    assert feed(rss(item(title), encoding=encoding).encode(encoding)).items[0].title == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;amp;T wins", "AT&T wins"),
        ("&lt;b&gt;Big&lt;/b&gt; news", "Big news"),
        ("<![CDATA[<i>Big</i> news &amp; views]]>", "Big news & views"),
        ("x &lt;y&gt; z", "x <y> z"),
        ("5 &lt; 6", "5 < 6"),
        ("Big news [/] today [/b]", "Big news [/] today [/b]"),
        ("Fire&lt;script&gt;alert(1)&lt;/script&gt; out", "Fire out"),
        ("  two\n  lines ", "two lines"),
        ("ring &amp;#27;]52;c;aGk=&amp;#7; ring", "ring ]52;c;aGk= ring"),
        ("don&amp;#8217;t", "don’t"),
    ],
)
def test_titles_are_clean_lines(written, title):
    assert (
        feed(f"<rss><channel><item><title>{written}</title></item></channel></rss>").items[0].title
        == title
    )


def test_a_raw_control_character_does_not_lose_the_feed():
    assert [one.title for one in feed(rss(item("a\x1b[31m b\x00"), item("c"))).items] == [
        "a[31m b",
        "c",
    ]


def test_an_undeclared_entity_does_not_lose_the_feed():
    text = "<rss version='2.0'><channel><item><title>Karsk&nbsp;votes &eacute;</title></item></channel></rss>"
    assert feed(text).items[0].title == "Karsk votes é"


def test_an_atom_item_names_its_page_its_author_and_its_dates():
    read = feed(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Merrin Wire</title>'
        '<link rel="self" href="http://times.example/self"/><link href="http://times.example/"/>'
        '<entry><id>tag:x</id><title>T</title><link rel="enclosure" href="/a.mp3"/>'
        '<link rel="alternate" href="../a"/><published>2025-04-11T09:00:00+02:00</published>'
        "<updated>2025-04-11T10:00:00Z</updated><author><name>By Ida Roe</name></author>"
        "<author><name>Per Lind</name></author><summary>S</summary></entry></feed>"
    )
    assert (read.kind, read.home) == ("atom", "http://times.example/")
    [one] = read.items
    assert (one.guid, one.link, one.byline) == (
        "tag:x",
        "http://times.example/a",
        "Ida Roe, Per Lind",
    )
    assert (one.published, one.updated) == ("2025-04-11T07:00:00Z", "2025-04-11T10:00:00Z")
    assert (one.summary_html, one.language) == ("S", "en-gb")


def test_an_aggregators_item_names_its_own_outlet():
    entry = item().replace(
        "</item>", '<source url="http://wire.example/">Merrin Wire</source></item>'
    )
    assert feed(rss(entry)).items[0].outlet == "Merrin Wire"


def test_links_that_are_no_web_address_are_dropped():
    read = feed(
        rss(item(link="javascript:alert(1)"), item(link="file:///etc/passwd"), item(link="/rel"))
    )
    assert [one.link for one in read.items] == [None, None, "http://times.example/rel"]


def test_json_feeds_give_what_they_have():
    entry = {
        "id": 7,
        "title": "<b>T</b>",
        "content_html": "<p>x</p>",
        "author": {"name": "Ida Roe"},
        "date_modified": "2025-04-11",
    }
    read = feed(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1",
                "title": "W",
                "items": [entry, "junk", {}],
            }
        )
    )
    assert (read.kind, len(read.items)) == ("json", 2)
    one = read.items[0]
    assert (one.guid, one.title, one.content_html, one.byline, one.updated) == (
        "7",
        "T",
        "<p>x</p>",
        "Ida Roe",
        "2025-04-11",
    )


@pytest.mark.parametrize("text", ['{"a": 1}', "{", '{"items": 3}', '{"items":' + "[" * 100_000])
def test_json_that_is_no_feed_is_told(text):
    assert reason(text).startswith("the address answered with JSON that")


def test_a_page_is_told_with_the_feed_it_names():
    head = '<link rel="alternate" type="application/rss+xml" href="/news.rss">'
    assert reason(page("Hello", head=head)) == (
        "the address answered with a web page, not a feed: its feed may be http://times.example/news.rss"
    )
    assert reason("<!-- hi --><HTML><body>Sign in") == (
        "the address answered with a web page, not a feed: give its feed's address"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp037"])
def test_entity_bombs_are_refused_in_any_charset(encoding):
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        "<rss version='2.0'><channel><title>&b;</title></channel></rss>"
    )
    assert "&" not in reason(bomb.encode(encoding))


def test_external_entities_are_refused():
    text = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'
    assert reason(text) == "the feed defines XML entities of its own, which can be a trap"


@pytest.mark.parametrize("cut", [10, 200, 500])
def test_a_feed_that_broke_off_is_not_a_shorter_feed(cut):
    assert (
        reason(rss(*(item(f"Report {n}") for n in range(5)))[:-cut])
        == "the feed broke off before its end"
    )


def test_words_behind_the_end_of_a_feed_are_forgiven():
    assert len(feed(rss(item()) + "\n<!-- served by cache 7 --> junk").items) == 1


def test_prefixes_that_are_not_declared_are_read():
    found = feed(
        "<rss version='2.0'><channel><title>Wire</title>"
        "<atom:link rel='alternate' href='https://wire.example/home'/>"
        "<item><dc:title>Talks end</dc:title><dc:date>2026-03-03T10:00:00Z</dc:date></item>"
        "</channel></rss>"
    )
    assert found.home == "https://wire.example/home"
    assert (found.items[0].title, found.items[0].updated) == ("Talks end", "2026-03-03T10:00:00Z")


def test_an_identifier_of_another_network_is_not_taken_for_the_link():
    found = feed(
        "<rss version='2.0'><channel><title>Wire</title><item><title>Talks end</title>"
        "<link uri='at://did:plc:a/b'>https://wire.example/a</link></item></channel></rss>"
    )
    assert found.items[0].link == "https://wire.example/a"


def test_a_feed_with_nothing_in_it_is_a_feed():
    empty = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>"
    assert feed(empty).items == ()
