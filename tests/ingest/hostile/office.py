"""Word files and workbooks that are cut, blown up, locked, rebuilt or full of formulas."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, MEGABYTE, READ, TABLE, Hostile, case
from tests.ingest.making import LINE, a_docx, a_zip, an_xlsx, rezipped


def word_bombs() -> Iterator[Hostile]:
    good = a_docx()
    for percent in (5, 30, 60, 90, 99):
        yield case(f"cut-at-{percent}.docx", good[: len(good) * percent // 100], "damaged")
    main = "word/document.xml"
    yield case("small-bomb.docx", rezipped(good, {main: b" " * (12 * MEGABYTE)}), "oversized")
    yield Hostile("bomb.docx", lambda: rezipped(good, {main: b" " * (150 * MEGABYTE)}), "oversized")
    media = "word/media/a.png"
    yield Hostile(
        "bomb-in-media.docx", lambda: rezipped(good, {media: bytes(250 * MEGABYTE)}), "oversized"
    )


def word_nests() -> Iterator[Hostile]:
    good = a_docx()
    many = {f"word/part{number}.xml": b"<a/>" for number in range(12_000)}
    yield Hostile("12000-parts.docx", lambda: rezipped(good, dict(many)), "oversized")
    inner = a_zip({"a.txt": b"\0" * (30 * MEGABYTE)})
    for _ in range(4):
        inner = a_zip({f"{number}.zip": inner for number in range(10)})
    yield case("nested.zip", inner, "unsupported")
    yield case("nested-in.docx", rezipped(good, {"word/embeddings/a.zip": inner}), READ)


def word_entities() -> Iterator[Hostile]:
    good = a_docx()
    main = "word/document.xml"
    laughs = (
        b'<!DOCTYPE a [<!ENTITY a "ha">'
        + b"".join(
            b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10 if number else b"ha")
            for number in range(12)
        )
        + b"]><a>&a11;</a>"
    )
    yield case("billion-laughs.docx", rezipped(good, {main: laughs}), "oversized")
    outside = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    yield case("outside-entity.docx", rezipped(good, {main: outside}), "oversized")
    wide = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    yield case("entity-in-utf-16.docx", rezipped(good, {main: wide}), "oversized")


def words_rebuilt() -> Iterator[Hostile]:
    good = a_docx()
    main = "word/document.xml"
    yield case("no-document.docx", rezipped(good, {main: None}), "unsupported")
    yield case("no-types.docx", rezipped(good, {"[Content_Types].xml": None}), "damaged")
    yield case("no-relations.docx", rezipped(good, {"_rels/.rels": None}), "damaged")
    yield case("document-empty.docx", rezipped(good, {main: b""}), "damaged")
    yield case("document-no-xml.docx", rezipped(good, {main: b"not xml at all"}), "damaged")
    yield case("document-cut.docx", rezipped(good, {main: b"<w:document><w:body>"}), "damaged")
    yield case("document-other.docx", rezipped(good, {main: b"<html><p>text</p></html>"}), ANY)
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    yield case("document-deep.docx", rezipped(good, {main: deep}), ANY)
    yield case("blank.docx", a_docx("", " "), "no_text")
    yield case("traversal.docx", rezipped(good, {"../../../../tmp/evil": b"x"}), READ)
    yield case("macros.docm", rezipped(good, {"word/vbaProject.bin": b"x"}), "unsupported")
    yield case("packed-otherwise.docx", rezipped(good, {}, zipfile.ZIP_LZMA), "damaged")
    yield case("junk-before.docx", b"MZ" + good, "binary")
    yield case("junk-after.docx", good + b"\0" * 5000, READ)
    yield case("long-line.docx", a_docx("Harbours share cranes", LINE * 5000), READ)
    yield case("text-3-mb.docx", a_docx(*[LINE * 400] * 90), "oversized")


def words_lying() -> Iterator[Hostile]:
    good = a_docx()
    flagged = bytearray(good)
    for at in (index for index in range(len(good)) if good.startswith(b"PK\x01\x02", index)):
        flagged[at + 8] |= 1
    yield case("flagged-encrypted.docx", bytes(flagged), "encrypted")
    lying = bytearray(good)
    for at in (index for index in range(len(good)) if good.startswith(b"PK\x01\x02", index)):
        struct.pack_into("<I", lying, at + 24, 7)
    yield case("declares-7-bytes.docx", bytes(lying), "damaged")
    huge = bytearray(good)
    for at in (index for index in range(len(good)) if good.startswith(b"PK\x01\x02", index)):
        struct.pack_into("<I", huge, at + 24, 0x7FFFFFF0)
    yield case("declares-2-gb.docx", bytes(huge), "oversized")
    yield case("only-directory.docx", a_zip({}), "unsupported")


def workbooks() -> Iterator[Hostile]:
    head = ("title", "text", "date")
    good = an_xlsx(head, ("Harbours", LINE, "2024-03-05"))
    formulas = (
        '=HYPERLINK("http://evil.example","x")',
        "=cmd|' /C calc'!A0",
        "=1+1",
        "=WEBSERVICE(A1)",
    )
    for number, formula in enumerate(formulas):
        yield case(f"formula-{number}.xlsx", an_xlsx(head, (formula, LINE, "")), TABLE)
    sheet = "xl/worksheets/sheet1.xml"
    for percent in (10, 50, 90):
        yield case(f"cut-at-{percent}.xlsx", good[: len(good) * percent // 100], "damaged")
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    size = b'<dimension ref="A1:XFD1048576"/>'
    rows = b'<worksheet xmlns="' + space + b'">' + size + b"<sheetData>%s</sheetData></worksheet>"
    yield case("declares-all-cells.xlsx", rezipped(good, {sheet: rows % b""}), "no_text")
    last = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    yield case("last-cell.xlsx", rezipped(good, {sheet: rows % last}), ANY)
    yield case(
        "row-number-huge.xlsx", rezipped(good, {sheet: rows % b'<row r="99999999999"/>'}), ANY
    )
    yield Hostile(
        "bomb.xlsx",
        lambda: rezipped(good, {sheet: rows % (b"<row/>" * (20 * MEGABYTE))}),
        "oversized",
    )
    yield case("entities.xlsx", rezipped(good, {sheet: b"<!DOCTYPE a><a/>"}), "oversized")
    yield case("no-sheet.xlsx", rezipped(good, {sheet: None}), ANY)
    yield case("sheet-no-xml.xlsx", rezipped(good, {sheet: b"nothing"}), "damaged")
    yield case("binary.xlsb", rezipped(good, {"xl/workbook.bin": b"x"}), "unsupported")
    yield case("head-only.xlsx", an_xlsx(head), "no_text")
    yield case("blank.xlsx", an_xlsx(), "no_text")
    yield case("named-txt.xlsx.txt", good, TABLE)
