"""What the fields of a document file say, where they can be believed."""

import re

from briefing.text import clean_line, fold

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)\b.*|(?:untitled|document|dokument|unbenannt)\s*\d*"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|pptx?|txt|html?))",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){1,4}")


def document_title(written: str, text: str) -> str:
    """The title that a file's fields give, or "": programs fill them with names of files.

    It is believed where its words stand at the start of the text too.
    """
    title = clean_line(written)
    if not title or _NO_TITLE.fullmatch(title):
        return ""
    return title if fold(title) in fold(text[:2000]) else ""


def author(written: str) -> str | None:
    """Whom a file's fields name as its author; None for a login or a program.

    Two words at least, each with a capital, as a person's name in a byline has them.
    """
    name = clean_line(written)
    if not _NAME.fullmatch(name) or not all(word[0].isupper() for word in name.split()):
        return None
    return name
