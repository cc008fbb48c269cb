from __future__ import annotations

import codecs

import pytest

from documents.ingest.draft import UnreadablePageError
from documents.ingest.encoding import decode
from tests.ingest.making import HAN_PAGE, PAGE

TRADITIONAL = (
    "關於印發城市群發展規劃的通知，各區縣人民政府：現將規劃印發給你們，請結合實際執行。" * 3
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PAGE, "utf-8"),
        (HAN_PAGE, "utf-8"),
        (HAN_PAGE, "utf-8-sig"),
        (HAN_PAGE, "gb18030"),
        (HAN_PAGE, "gbk"),
        (HAN_PAGE, "utf-16"),
        (HAN_PAGE, "utf-32"),
        (PAGE, "utf-16-le"),
        (PAGE, "utf-16-be"),
        (TRADITIONAL, "big5"),
        ("Größere Städte wachsen schneller als ländliche Räume. " * 5, "cp1252"),
    ],
)
def test_text_is_read_in_whatever_encoding_it_came(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_declaration_is_believed_where_the_text_fits_it() -> None:
    page = f'<meta charset="gb2312"><p>{HAN_PAGE}镕</p>'
    assert decode(page.encode("gb18030")).text == page
    assert decode(page.encode("gb18030")).rule == "declared"


def test_valid_utf_8_beats_a_wrong_declaration() -> None:
    page = f'<meta charset="gb2312"><p>{HAN_PAGE}</p>'
    decoded = decode(page.encode())
    assert (decoded.text, decoded.encoding) == (page, "utf-8")


def test_a_declaration_of_an_unknown_encoding_is_passed_over() -> None:
    page = f'<meta charset="x-nothing"><p>{HAN_PAGE}</p>'
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize("label", ["rot13", "zlib", "base64", "utf-16", "idna", "undefined"])
def test_a_declaration_runs_no_codec_that_is_no_text_encoding(label: str) -> None:
    page = f'<meta charset="{label}"><p>{HAN_PAGE}</p>'
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_cut_inside_a_character_loses_that_one_only(encoding: str) -> None:
    cut = HAN_PAGE.encode(encoding)[:-4]
    decoded = decode(cut)
    assert decoded.text.rstrip("\ufffd")[:-1] in HAN_PAGE
    assert decoded.lost <= 2


def test_null_bytes_are_dropped_and_counted() -> None:
    decoded = decode(PAGE.encode() + b"\0 more")
    assert decoded.text == PAGE + " more"
    assert decoded.lost == 1


def test_bytes_that_are_no_text_are_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadablePageError, match="Save it as UTF-8"):
        decode(bytes(range(1, 256)) * 20)


def test_a_mark_decides_over_everything_else() -> None:
    page = f'<meta charset="gb2312">{HAN_PAGE}'
    assert decode(codecs.BOM_UTF8 + page.encode()).rule == "byte order mark"
