from __future__ import annotations

import io

import pytest
from docx import Document

from documents.ingest.draft import UnreadablePageError
from documents.ingest.readers import docx
from tests.ingest.making import LINE, a_docx, rezipped


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
