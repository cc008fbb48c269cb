from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from documents.models import Document, Source
from documents.overviews.listed import ListedRecord
from documents.search.passages import Passage
from documents.templatetags.rows import kicker, passages

HOSTILE = '<i>"&'
ESCAPED = "&lt;i&gt;&quot;&amp;"


def a_row(**fields: object) -> Document:
    return Document(kind="news", language="en", sorted_on=date(2024, 5, 31), **fields)


def some_passages(count: int) -> tuple[Passage, ...]:
    return tuple(Passage(SafeString(f"<mark>{n}</mark>"), f"b{n}") for n in range(count))


def test_a_kicker_tells_kind_source_date_and_number() -> None:
    line = kicker(ListedRecord(a_row(source=Source(name="Institute"), number="No. 16")))
    assert "News item" in line
    assert "<span>Institute</span> <span><time" in line
    assert "31 May 2024" in line
    assert "<span>No. 16</span>" in line
    assert "badge" not in line


def test_a_kicker_is_written_in_the_language_of_the_page() -> None:
    record = ListedRecord(a_row(source=Source(name="Institute", name_zh="研究院")))
    kicker(record)
    with translation.override("zh-hans"):
        line = kicker(record)
    assert "研究院" in line
    assert "2024年5月31日" in line
    assert "News item" not in line


def test_a_record_without_a_date_is_called_undated() -> None:
    assert "<span>Undated</span>" in kicker(ListedRecord(Document(kind="news")))


def test_badges_tell_what_holds_a_record_back() -> None:
    record = ListedRecord(a_row(access="licensed", is_sample=True), is_embargoed=True)
    line = kicker(record)
    assert line.count('<span class="badge') == 3
    for words in ("Licensed", "Text embargoed", "Sample"):
        assert words in line


@pytest.mark.parametrize("field", ["number", "source"])
def test_nothing_a_page_gave_becomes_markup(field: str) -> None:
    given = Source(name=HOSTILE) if field == "source" else HOSTILE
    line = kicker(ListedRecord(a_row(**{field: given})))
    assert HOSTILE not in line
    assert ESCAPED in line


def test_one_passage_stands_open_with_a_link_to_its_place() -> None:
    record = ListedRecord(a_row(), passages=some_passages(1))
    shown = passages(record, "/documents/1/", "q=a&exact=1")
    assert "<mark>0</mark>" in shown
    assert 'href="/documents/1/?q=a&amp;exact=1#b0"' in shown
    assert "<details" not in shown


def test_further_passages_are_folded_and_counted() -> None:
    shown = passages(ListedRecord(a_row(), passages=some_passages(3)), "/documents/1/", "q=a")
    before, _, folded = shown.partition("<details")
    assert before.count("<p ") == 1
    assert folded.count("<p ") == 2
    assert "<summary>2 more passages</summary>" in folded


def test_a_text_without_marks_has_no_place_to_lead_to() -> None:
    record = ListedRecord(a_row(), passages=(Passage(SafeString("Beginning")),))
    assert "<a " not in passages(record, "/documents/1/", "q=a")


def test_a_record_without_passages_shows_none() -> None:
    assert passages(ListedRecord(a_row()), "/documents/1/", "q=a") == ""
