"""Files that the tests make themselves: small good ones, from which bad ones are bent."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

LINE = "The ports of the peninsula share cranes, berths and timetables since the spring of 2019."
PAGE = "\n\n".join(
    (
        "Harbours share their cranes",
        "March 5, 2024",
        *(f"{number}. {LINE}" for number in range(1, 9)),
    )
)
HAN_PAGE = "\n\n".join(
    (
        "港口共用起重机的通知",
        "2024年3月5日",
        *["半岛各港口自二〇一九年春季起共用起重机、泊位和时刻表。"] * 8,
    )
)


def a_pdf(*pages: Iterable[str], objects: Mapping[int, bytes] | None = None, **more: str) -> bytes:
    """Return a PDF with the lines of each page; `objects` replaces any of its objects.

    1 is the catalogue, 2 the page tree, 3 the font, then a page and its contents alternate.
    `more` are entries of the trailer.
    """
    shown = pages or ([LINE],)
    count = len(shown)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    built: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    for number, lines in enumerate(shown):
        at = 4 + 2 * number
        built[at] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {at + 1} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>>>>>"
        ).encode()
        built[at + 1] = a_stream(_drawn(lines))
    return _assembled(built | dict(objects or {}), more)


def a_stream(content: bytes, entries: str = "", length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return f"<</Length {size}{entries}>>\nstream\n".encode() + content + b"\nendstream"


def deflated(content: bytes) -> bytes:
    return a_stream(zlib.compress(content, 9), "/Filter/FlateDecode")


def _drawn(lines: Iterable[str]) -> bytes:
    rows = [f"({line.translate(_ESCAPES)}) Tj T*" for line in lines]
    return f"BT /F1 11 Tf 13 TL 60 780 Td {' '.join(rows)} ET".encode("cp1252", "replace")


_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def _assembled(objects: Mapping[int, bytes], trailer: Mapping[str, str]) -> bytes:
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = out.tell()
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    start = out.tell()
    last = max(places)
    rows = [
        f"{places.get(number, 0):010} 00000 {'n' if number in places else 'f'} \n"
        for number in range(1, last + 1)
    ]
    out.write(f"xref\n0 {last + 1}\n0000000000 65535 f \n{''.join(rows)}".encode())
    entries = {"Size": str(last + 1), "Root": "1 0 R"} | dict(trailer)
    named = "".join(f"/{name} {value}" for name, value in entries.items())
    out.write(f"trailer\n<<{named}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def locked(content: bytes, user: str, owner: str = "owner") -> bytes:
    """Return a PDF with passwords; with an empty user password anybody may open it."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_docx(*paragraphs: str, **properties: str) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs or PAGE.split("\n\n"):
        document.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_xlsx(*rows: Iterable[Any], sheet: str = "Records") -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(
    content: bytes,
    parts: Mapping[str, bytes | None],
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return a zip file with some parts replaced, added, or left out where they are None."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", compression) as new,
    ):
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part.filename))
        for name, replacement in parts.items():
            if replacement is not None:
                new.writestr(name, replacement)
    return out.getvalue()


def a_zip(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()
