from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from documents.ingest.draft import UnreadablePageError
from documents.ingest.readers import pdf
from tests.ingest.making import LINE, a_pdf, locked
from tests.material import shared


def paragraphs(content: bytes) -> list[str]:
    return pdf.read(content).text.split("\n\n")


def test_wrapped_lines_become_paragraphs() -> None:
    lines = [
        "Harbours share their cranes",
        "",
        "The ports of the peninsula share cranes, berths and timetables since the",
        "spring of 2019. A common tariff is planned.",
        "Freight trains reach Jinan within five hours, which moves goods off the",
        "roads.",
    ]
    assert paragraphs(a_pdf(lines)) == [
        "Harbours share their cranes",
        "The ports of the peninsula share cranes, berths and timetables since the spring of 2019. "
        "A common tariff is planned.",
        "Freight trains reach Jinan within five hours, which moves goods off the roads.",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_a_paragraph_goes_on() -> None:
    text = "The ports of the peninsula share cranes, berths and timetables, and number"
    sheets = [
        ["Coastal Papers No. 7", f"{text} {word}", str(number)]
        for number, word in enumerate(("one", "two", "three", "four"), start=1)
    ]
    found = pdf.read(a_pdf(*sheets)).text
    assert "Coastal Papers" not in found
    assert "\n" not in found
    assert found.endswith("number four")


def test_a_word_broken_at_the_line_end_is_whole_again() -> None:
    lines = [
        "The ports of the peninsula share their cranes, berths and the trans-",
        "port of goods between the harbours and the inland.",
    ]
    assert "the transport of goods" in pdf.read(a_pdf(lines)).text


def test_the_title_property_is_a_proposal_without_the_programs_name() -> None:
    content = a_pdf(
        [LINE],
        objects={9: b"<</Title(Microsoft Word - Harbours.docx)/Author(admin)>>"},
        Info="9 0 R",
    )
    facts = [(fact.origin, fact.name, fact.value) for fact in pdf.read(content).facts]
    assert facts == [("property", "dc.title", "Harbours")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (locked(a_pdf(), "secret"), "locked with a password"),
        (a_pdf()[:200], "damaged or cut short"),
        (a_pdf([]), "holds no text"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadablePageError, match=sentence):
        pdf.read(content)


def test_a_pdf_that_is_only_locked_for_printing_is_read() -> None:
    assert LINE in pdf.read(locked(a_pdf([LINE]), "")).text


def test_the_columns_of_a_real_paper_come_one_after_the_other() -> None:
    path = shared("data", "pdf_samples", "026-latex-multicolumn", "multicolumn.pdf")
    text = pdf.read(path.read_bytes()).text
    assert "Curabitur dictum gravida mauris. Nam arcu libero" in text


def test_ligatures_of_a_real_paper_are_letters() -> None:
    path = shared("data", "pdf_samples", "021-pdfa", "crazyones-pdfa.pdf")
    assert "misfits" in pdf.read(path.read_bytes()).text


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256"])
def test_a_pdf_locked_by_aes_opens_without_a_password_or_says_that_it_needs_one(
    algorithm: str,
) -> None:
    def encrypted(password: str) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf([LINE] * 5))))
        writer.encrypt(password, "owner", algorithm=algorithm)
        content = io.BytesIO()
        writer.write(content)
        return content.getvalue()

    assert LINE[:20] in pdf.read(encrypted("")).text
    with pytest.raises(UnreadablePageError, match="locked with a password"):
        pdf.read(encrypted("secret"))
