"""Makes documents: PDFs, Word files and mails, as whole as a test needs them."""

import io
import zipfile
import zlib
from email.message import EmailMessage
from html import escape

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
    "<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def objects(*bodies: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(bodies) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (
        len(packed),
        entries,
        packed,
    )


def pdf(*pages: list[str], title: str = "", author: str = "", created: str = "") -> bytes:
    """A PDF of pages of lines, in a font of the standard ones."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    bodies.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    bodies.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    info = {"Title": title, "Author": author, "CreationDate": created}
    bodies.append(
        b"<< %s >>"
        % b" ".join(b"/%s (%s)" % (k.encode(), _string(v)) for k, v in info.items() if v)
    )
    for number, lines in enumerate(pages):
        shown = b"".join(b"(%s) Tj T*\n" % _string(line) for line in lines)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * number)
        )
        bodies.append(stream(b"BT /F1 11 Tf 14 TL 72 720 Td\n%sET" % shown))
    return objects(*bodies, trailer=b"/Info 4 0 R")


def _string(text: str) -> bytes:
    written = text.encode("cp1252")
    return written.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def locked(body: bytes, password: str) -> bytes:
    """The PDF, encrypted."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(body)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(xml: str, **core: str) -> bytes:
    """A Word file whose body holds this XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<w:body>{xml}</w:body></w:document>",
        )
        if core:
            fields = dict.fromkeys(("title", "creator", "created"), "") | core
            archive.writestr("docProps/core.xml", CORE.format(**fields))
    return out.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def mail(plain: str = "", html: str = "", **headers: str) -> EmailMessage:
    """A mail; headers are named as arguments, ``message_id`` for Message-ID."""
    made = EmailMessage()
    for name, value in headers.items():
        made["From" if name == "sender" else name.replace("_", "-").title()] = value
    if plain or not html:
        made.set_content(plain)
    if html and plain:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made
