"""What every text from outside goes through before it is stored, compared or drawn."""

import re
import unicodedata

MAX_TITLE = 500
"""Longest one-line field kept, in characters: no headline comes near, and a 1 MB one takes
seconds to paint."""

MAX_TEXT = 2_000_000
"""Longest article kept, in characters: about 300,000 words, three long novels."""

CUT = " […]"

# C0 and C1 controls but newline and tab, bidi controls, byte order marks, lone surrogates, and
# code points that are no characters. They can steer a terminal or reorder a line on screen.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ZERO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")

_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−-", " "),
}
_NOT_PLAIN = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


def printable(text: str) -> str:
    """The text with nothing left that could steer a terminal. Newlines stay, tabs are spaces."""
    return _CONTROLS.sub("", text.replace("\t", " "))


def clean(text: str, limit: int = MAX_TEXT) -> str:
    r"""A text of many lines, ready to be stored: printable, composed (NFC), trimmed, capped.

    Line ends become ``\n``, runs of spaces one space, three blank lines or more one. What is cut
    at ``limit`` characters is marked with " […]".
    """
    text = text[: limit * 2].replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x0c", "\n\n")
    text = unicodedata.normalize("NFC", printable(text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _capped(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(), limit)


def clean_line(text: str, limit: int = MAX_TITLE) -> str:
    """A text of one line (a title, a name), ready to be stored: as ``clean``, without newlines."""
    return _capped(" ".join(clean(text, limit * 4).split()), limit)


def fold(text: str) -> str:
    """The text as names and searches compare it: no case, accents, curls, hyphens or zero width."""
    text = _NOT_PLAIN.sub(lambda mark: _PLAIN[mark[0]], printable(text))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _ZERO_WIDTH.sub("", text))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def _capped(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - len(CUT)].rstrip() + CUT
