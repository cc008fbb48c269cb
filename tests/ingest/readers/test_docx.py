from __future__ import annotations

import io

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.ingest.draft import UnreadablePageError
from documents.ingest.readers import docx
from documents.ingest.readers.docx_numbering import written
from tests.ingest.making import LINE, a_docx, rezipped

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_paragraphs_and_tables_come_in_order() -> None:
    document = Document()
    document.add_heading("Harbours share their cranes", 0)
    document.add_paragraph("First line.\nSecond line.")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Port"
    table.cell(0, 2).text = "Berths"
    table.cell(1, 0).text = "Yan-\ntai"
    document.add_paragraph("The end.")
    content = io.BytesIO()
    document.save(content)
    assert docx.read(content.getvalue()).text == (
        "Harbours share their cranes\n\nFirst line.\nSecond line.\n\n"
        "Port | Berths\nYan- tai\n\nThe end."
    )


def test_properties_are_proposals_and_what_programs_enter_is_not() -> None:
    page = docx.read(a_docx(LINE, title="On harbours", author="python-docx"))
    assert [(fact.name, fact.value) for fact in page.facts] == [("dc.title", "On harbours")]


def test_a_table_within_a_table_is_read() -> None:
    document = Document()
    inner = document.add_table(1, 1).cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "crane", "berth"
    content = io.BytesIO()
    document.save(content)
    assert docx.read(content.getvalue()).text == "crane | berth"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (a_docx(" "), "no text"),
        (a_docx()[:-300], "damaged or cut short"),
        (rezipped(a_docx(), {"word/document.xml": b"<a"}), "Word file is damaged"),
        (rezipped(a_docx(), {"word/document.xml": b"<!DOCTYPE a><a/>"}), "unpacks to far more"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadablePageError, match=sentence):
        docx.read(content)


def with_body(xml: str, **parts: str) -> bytes:
    """Return a Word file with this body; `parts` are further parts by kind, such as footnotes."""
    document = Document()
    body = document.element.body
    for child in parse_xml(f"<w:body {nsdecls('w')} {MORE}>{xml}</w:body>"):
        body.insert(len(body) - 1, child)
    for kind, content in parts.items():
        if kind == "numbering":
            document.part.numbering_part._element[:] = list(
                parse_xml(f"<w:numbering {nsdecls('w')}>{content}</w:numbering>")
            )
            continue
        blob = f"<w:{kind} {nsdecls('w')}>{content}</w:{kind}>".encode()
        part = Part(PackURI(f"/word/{kind}.xml"), "application/xml", blob, document.part.package)
        document.part.relate_to(part, f"{RELATIONS}/{kind}")
    content_ = io.BytesIO()
    document.save(content_)
    return content_.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(depth: int, form: str, pattern: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def item(text: str, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>')


def a_list(*levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="3">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )


def test_the_numbers_of_lists_are_written_out() -> None:
    numbering = a_list(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2"))
    body = item("总则") + item("one", 1) + item("two", 1) + item("附则") + item("three", 1)
    assert docx.read(with_body(body, numbering=numbering)).text.split("\n\n") == [
        "第一条总则",
        "一.1 one",
        "一.2 two",
        "第二条附则",
        "二.1 three",
    ]


def test_bullets_stand_before_their_items() -> None:
    body = item("cranes") + item("berths")
    found = docx.read(with_body(body, numbering=a_list(level(0, "bullet", "\uf0b7")))).text
    assert found == "• cranes\n\n• berths"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (21, "chineseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (10, "chineseCounting", "十"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "unheardOf", "4"),
        (0, "lowerRoman", "0"),
    ],
)
def test_a_number_is_written_as_its_list_says(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The port has </w:t></w:r>"
        "<w:del w:id='1' w:author='a'><w:r><w:delText>ten</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>twelve</w:t></w:r></w:ins>"
        "<w:r><w:t> cranes.</w:t></w:r></w:p>"
    )
    assert docx.read(with_body(body)).text == "The port has twelve cranes."


def test_notes_follow_the_text_with_their_number() -> None:
    body = (
        "<w:p><w:r><w:t>Twelve cranes</w:t></w:r><w:r><w:footnoteReference w:id='5'/></w:r>"
        "<w:r><w:t> turn.</w:t></w:r></w:p>"
    )
    note = f"<w:footnote w:id='5'>{paragraph('Counted in May.')}</w:footnote>"
    assert docx.read(with_body(body, footnotes=note)).text == (
        "Twelve cranes[1] turn.\n\n[1] Counted in May."
    )


def test_boxes_and_controls_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:pict>{box}</w:pict></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent><w:t>Beside it.</w:t></w:r></w:p>"
    )
    assert docx.read(with_body(body)).text == "In a control.\n\nBeside it.\n\nIn the box."


def test_a_cell_over_two_rows_is_read_once() -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Port"
    table.cell(0, 1).text, table.cell(1, 1).text = "cranes", "berths"
    content = io.BytesIO()
    document.save(content)
    assert docx.read(content.getvalue()).text == "Port | cranes\nberths"
