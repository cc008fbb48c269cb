from __future__ import annotations

import pytest
from django.utils import translation

from documents.overviews.holdings import load_holdings
from documents.overviews.matrix import as_text, busiest, cross, shade
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_a_cell_counts_the_records_on_both_topics() -> None:
    shandong, henan = a_topic("shandong"), a_topic("henan")
    green, rail = a_topic("green", "theme"), a_topic("rail", "theme")
    both = a_document()
    a_link(both, shandong)
    a_link(both, green)
    a_link(a_document("Other"), shandong)
    table = cross(load_holdings(a_visibility()), [shandong, henan], [green, rail])
    assert [[cell.count for cell in row.cells] for row in table.rows] == [[1, 0], [0, 0]]
    assert [row.total for row in table.rows] == [2, 0]
    assert [one.count for one in table.sums] == [1, 0]
    assert table.empty_cells == 3


def test_the_busiest_topics_come_first_and_idle_ones_are_left_out() -> None:
    shandong, henan, hebei = a_topic("shandong"), a_topic("henan"), a_topic("hebei")
    a_link(a_document("One"), henan)
    second = a_document("Two")
    a_link(second, henan)
    a_link(second, hebei)
    holdings = load_holdings(a_visibility())
    assert busiest(holdings, [shandong, henan, hebei], 5) == [henan, hebei]


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (50, 5), (100, 7)])
def test_a_shade_is_one_of_seven_steps_and_none_for_no_record(count: int, step: int) -> None:
    assert shade(count, 100) == step


@pytest.mark.parametrize(("language", "text"), [("en", "104,233"), ("zh-hans", "104233")])
def test_a_count_is_written_as_the_language_of_the_page_does(language: str, text: str) -> None:
    with translation.override(language):
        assert (as_text(104_233), as_text(999)) == (text, "999")
