"""Bytes to text, whatever they claim to be."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|(\d+));?", re.IGNORECASE)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for."""

# As browsers read these labels (WHATWG Encoding): supersets of what they name.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decode(body: bytes, content_type: str = "") -> str:
    """The body as text: by its byte order mark, as UTF-8 where it is that, else as declared.

    UTF-8 goes before the declarations because hardly anything else is valid UTF-8 by chance, and
    servers often declare a charset that their pages do not have.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _UNMARKED:
        if body.startswith(start):
            return body.decode(name, "replace")
    declared = _declared(body, content_type)
    seven_bit = [name for name in declared if name.startswith("iso2022")]
    for name in (*seven_bit, "utf-8", *declared):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return _mostly(body, [name for name in declared if name != "utf-8"])


def _mostly(body: bytes, declared: list[str]) -> str:
    """A body that is valid in nothing it claims: UTF-8 with some faults, or else a Western page."""
    text = body.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if faults <= sum(char > "\x7f" for char in text) - faults:
        return text
    return body.decode(declared[0] if declared else "cp1252", "replace")


def _declared(body: bytes, content_type: str) -> list[str]:
    """Python's names of the charsets that header and document declare, those it knows."""
    names = _CHARSET.findall(content_type)[:1]
    names += [name.decode("ascii", "ignore") for name in _DECLARED.findall(body[:2048])[:1]]
    found = []
    for name in names:
        try:
            info = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        # Codecs that are no text (zip, rot13), and UTF-7, in which markup can be hidden.
        if getattr(info, "_is_text_encoding", True) and info.name != "utf-7":
            found.append(_WIDER.get(info.name, info.name))
    return found


def known_references(markup: str) -> str:
    """Markup without numeric references to no character, of which parsers of XML die."""
    return _REFERENCE.sub(_known, markup)


def _known(reference: re.Match[str]) -> str:
    code = int(reference[1][:8], 16) if reference[1] else int(reference[2][:10])
    return "" if code > 0x10FFFF or NOT_XML.match(chr(code)) else reference[0]
