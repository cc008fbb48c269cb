from __future__ import annotations

import pytest

from documents.ingest.draft import UnreadablePageError
from documents.ingest.media import Media, media_of
from tests.ingest.making import HAN_PAGE, LINE, PAGE, a_docx, a_pdf, an_xlsx
from tests.material import shared


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (a_pdf(), Media.PDF),
        (b"\xef\xbb\xbf\r\n" + a_pdf(), Media.PDF),
        (a_docx(), Media.DOCX),
        (an_xlsx(("title", "text")), Media.XLSX),
        (b"<!-- saved --><!DOCTYPE html><p>a", Media.HTML),
        (HAN_PAGE.encode("gb18030"), Media.TEXT),
        (PAGE.encode("utf-16"), Media.TEXT),
        (b'{"title": "a"}\n', Media.JSONL),
        (b'[{"title": "a"}]', Media.JSON),
        (b"title,text\na,b\n", Media.CSV),
        ("标题\t正文\na\tb\n".encode("gb18030"), Media.CSV),
        (b"A text that says %PDF-1.7 in its midst.", Media.TEXT),
        (b"<3 this, he wrote, and a < b.", Media.TEXT),
        (b"Dear all,\nport, cranes, berths\nand so on, as ever\n", Media.TEXT),
    ],
)
@pytest.mark.parametrize("name", ["", "a.pdf", "a.docx", "a.html", "a.png"])
def test_a_type_is_told_by_content_whatever_the_name(
    content: bytes, media: Media, name: str
) -> None:
    assert media_of(content, name) is media


def test_a_name_settles_whether_loose_columns_are_a_table() -> None:
    content = f"harbour;berths\n{LINE[:9]};3\nYantai;4\n".encode()
    assert media_of(content, "a.csv") is Media.CSV
    assert media_of(content, "a.txt") is Media.TEXT


def test_prose_that_is_named_a_table_is_still_prose() -> None:
    assert media_of(PAGE.encode(), "a.csv") is Media.TEXT


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\0" * 50, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"PK\x03\x04 and no more", "damaged or cut short"),
        (b"{\\rtf1 a}", "rich text"),
        (b"<?xml version='1.0'?><feed/>", "XML for programs"),
    ],
)
def test_what_no_reader_takes_is_named(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadablePageError, match=sentence):
        media_of(content)


def test_no_labelled_page_is_taken_for_a_table() -> None:
    for path in sorted(shared("ingest", "dev", "pages").iterdir()):
        expected = Media.HTML if path.suffix == ".html" else Media.TEXT
        assert media_of(path.read_bytes(), path.name) is expected, path.name
