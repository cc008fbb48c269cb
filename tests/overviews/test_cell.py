from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.cell import load_cell
from documents.overviews.scope import Scope
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db

CELL = Scope(topics=(("region", "shandong"), ("theme", "green")))


def test_a_record_stands_with_one_sentence_for_each_topic() -> None:
    document = a_document()
    a_link(document, a_topic("shandong"), quote="It was in Shandong.")
    a_link(document, a_topic("green", "theme"), quote="It was green.")
    cell = load_cell(CELL, "", a_visibility())
    assert (cell.total, cell.newest_year) == (1, 2024)
    assert [tie.quote for tie in cell.records[0].ties] == ["It was in Shandong.", "It was green."]


def test_a_city_speaks_for_its_province_unless_the_province_is_named() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    jinan = a_topic("jinan", parent=shandong)
    by_city, by_both = a_document("By city"), a_document("By both", sorted_on=date(2020, 1, 1))
    for document in (by_city, by_both):
        a_link(document, green, quote="It was green.")
        a_link(document, jinan, quote="It was in Jinan.", confidence=1.0)
    a_link(by_both, shandong, quote="It was in Shandong.", confidence=0.5)
    first, second = load_cell(CELL, "", a_visibility()).records
    assert (first.ties[0].named, first.ties[0].quote) == (jinan, "It was in Jinan.")
    assert (second.ties[0].named, second.ties[0].quote) == (shandong, "It was in Shandong.")


def test_an_empty_cell_says_what_each_topic_has_by_itself() -> None:
    a_link(a_document(), a_topic("shandong"))
    a_topic("green", "theme")
    cell = load_cell(CELL, "", a_visibility())
    assert (cell.total, cell.newest_year) == (0, None)
    assert [one.count for one in cell.alone] == [1, 0]


def test_a_sentence_of_licensed_text_is_for_entitled_readers() -> None:
    document = a_document(access="licensed")
    a_link(document, a_topic("shandong"))
    a_link(document, a_topic("green", "theme"), is_restricted=True, quote="Secret.")
    assert load_cell(CELL, "", a_visibility()).total == 0
    (record,) = load_cell(CELL, "", a_visibility(reads_licensed=True)).records
    assert [tie.quote for tie in record.ties][1] == "Secret."
