"""Pages and pieces of HTML become text, paragraph by paragraph."""

import pytest

from briefing.sync.pages import feed_links, html_line, html_text, read_page
from tests.sync.feeds import LONG, page

URL = "http://times.example/harbour"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain words", "plain words"),
        ("AT&amp;T &lt;3", "AT&T <3"),
        ("<p>One.</p><p>Two,\n still <b>t</b>wo.</p>", "One.\n\nTwo, still two."),
        ("One.<br/>Two.<br><br>Three.", "One.\nTwo.\n\nThree."),
        ("<div><div>One</div>tail</div>Two", "One\n\ntail\n\nTwo"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("a<script>alert(1)</script>b<style>p{}</style><!-- c --><iframe>x</iframe>", "ab"),
        (
            "<p>“Never,” she said.<figure><img src=x><figcaption>Photo: NPA</figcaption></figure>",
            "“Never,” she said.",
        ),
        ("<p>unclosed <em>words", "unclosed words"),
        ("<blockquote><p>Quoted.</p></blockquote>After.", "Quoted.\n\nAfter."),
        ("<p>nul\x00 and \ud800 surrogate</p>", "nul and surrogate"),
        ("<p>esc \x1b[31m &#27;[0m &#x202e;</p>", "esc [31m [0m"),
        ("<!-- only a comment -->", ""),
        ("", ""),
    ],
)
def test_html_becomes_paragraphs(fragment, text):
    assert html_text(fragment) == text


def test_deep_nesting_is_no_trap():
    assert "deep" in html_text("<div>" * 5_000 + "deep")
    assert html_line("<b>" * 50_000) == ""


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    head = (
        '<meta property="og:site_name" content="Valdoria Times"><meta name="author" content="Ana Brell">'
        '<meta property="article:published_time" content="2025-04-11T09:30:00+02:00">'
        '<link rel="canonical" href="http://times.example/canonical">'
    )
    text = f"“We sign today,” Mayor Odo Venn said.\n\n{LONG}\n\nThe council’s vote was close."
    read = read_page(page(text, head=head).encode(), URL)
    assert read.text == text
    assert (read.title, read.byline, read.site) == (
        "Harbour deal signed",
        "Ana Brell",
        "Valdoria Times",
    )
    assert (read.published, read.url, read.language) == (
        "2025-04-11",
        "http://times.example/canonical",
        "en",
    )


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff\xfe", b"%PDF-1.7 binary", b"<html></html>", b"{}"]
)
def test_what_is_no_page_has_no_text(body):
    assert read_page(body, URL).text == ""


def test_a_pages_charset_is_found():
    body = page(f"Café Übergang. {LONG}", head='<meta charset="iso-8859-1">').encode("iso-8859-1")
    assert read_page(body, URL).text.startswith("Café Übergang.")


def test_the_feeds_a_page_names_are_found_those_of_comments_last():
    head = (
        '<base href="http://times.example/en/">'
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">'
        '<link rel="alternate" type="text/html" hreflang="fr" href="/fr">'
        '<link rel="stylesheet" href="x.css"><link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom.xml">'
        '<link rel="alternate" type="application/feed+json" href="javascript:x">'
    )
    assert feed_links(page("x", head=head), URL) == [
        "http://times.example/en/atom.xml",
        "http://times.example/en/comments.xml",
    ]
    assert feed_links("", URL) == []
