"""Files that are something else than their name says."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, MEGABYTE, READ, Hostile, case
from tests.ingest.making import LINE, PAGE, a_docx, a_pdf, a_zip


def pictures_and_archives() -> Iterator[Hostile]:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a"), io.BytesIO())
    yield case("picture.pdf", png, "unsupported")
    yield case("photo.docx", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(300), "unsupported")
    yield case("gif.txt", b"GIF89a" + bytes(100), "unsupported")
    yield case("program.pdf", b"MZ\x90\0" + bytes(300), "unsupported")
    yield case("program.html", b"\x7fELF\2\1\1" + bytes(300), "unsupported")
    yield case("java.csv", b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(300), "unsupported")
    yield case("packed.csv", gzip.compress(b"title,text\n" * 100), "unsupported")
    yield case("packed-bomb.txt", gzip.compress(bytes(20 * MEGABYTE)), "unsupported")
    yield case("tar.txt", packed.getvalue() + b"\1" * 10, ANY)
    yield case("seven.docx", b"7z\xbc\xaf\x27\x1c" + bytes(range(200)), "unsupported")
    yield case("rar.pdf", b"Rar!\x1a\x07\x01\0" + bytes(range(200)), "unsupported")


def other_documents() -> Iterator[Hostile]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield case("zip.docx", a_zip({"a.txt": b"text"}), "unsupported")
    yield case("sound.txt", b"ID3\3\0\0" + bytes(range(256)), "unsupported")
    yield case("film.pdf", b"\0\0\0\x18ftypmp42" + bytes(range(256)), "unsupported")
    yield case("old.doc.docx", ole + "WordDocument".encode("utf-16-le"), "unsupported")
    yield case("locked.docx", ole + "EncryptedPackage".encode("utf-16-le"), "encrypted")
    yield case("old.xls", ole + "Workbook".encode("utf-16-le"), "unsupported")
    yield case("rich.docx", b"{\\rtf1\\ansi text}", "unsupported")
    yield case("postscript.pdf", b"%!PS-Adobe-3.0\n" + b"show " * 99, "unsupported")
    yield case("slides.docx", a_zip({"ppt/presentation.xml": b"<a/>"}), "unsupported")
    yield case(
        "open.docx", a_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}), "unsupported"
    )
    yield case("feed.html", b'<?xml version="1.0"?><rss><channel/></rss>', "unsupported")
    yield case("drawing.html", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "unsupported")
    archive = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    yield case("archive.html", archive, "unsupported")
    yield case("database.txt", b"SQLite format 3\0" + bytes(300), "binary")
    yield case("page.pdf", f"<html><body><h1>Harbours</h1>{PAGE}</body></html>".encode(), READ)
    yield case("text.pdf", PAGE.encode(), READ)
    yield case("text.docx", PAGE.encode(), READ)
    yield case("pdf.txt", a_pdf([LINE] * 30), READ)
    yield case("word.html", a_docx(), READ)
    yield case("one-byte.txt", b"a", ANY)
    yield case("nothing.txt", b"", "empty")
