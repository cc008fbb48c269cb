from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.html import escape

from documents.models import DatedFact
from documents.search import indexing
from tests.build import a_document

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def records() -> None:
    days = [date(2023, 5, 2), date(2024, 1, 1), date(2024, 5, 3), date(2024, 5, 31), None]
    for day in days:
        a_document("Ports", sorted_on=day, sorted_role="posted" if day else "")
    indexing.drain()


def test_a_bar_leads_to_its_year_and_there_to_its_month(client: Client) -> None:
    page = client.get("/search/", {"q": "ports", "sort": "newest"})
    [year] = [bar for bar in page.context["dates"].bars.bars if bar.year == 2024]
    assert year.count == 3
    page = client.get(year.address)
    assert page.context["page"].total == 3
    assert page.context["query"].sort == "newest"
    months = {bar.year: bar for bar in page.context["dates"].bars.bars}
    assert {month: bar.count for month, bar in months.items() if bar.count} == {1: 1, 5: 2}
    assert 'aria-label="2024-05: 2 records"' in page.text
    page = client.get(months[5].address)
    assert page.context["page"].total == 2
    assert [bar.year for bar in page.context["dates"].bars.bars if bar.is_selected] == [5]
    assert 'value="2024-05"' in page.text
    assert escape(page.context["dates"].all_years) in page.text
    assert client.get(page.context["dates"].all_years).context["page"].total == 5


def test_records_without_a_date_are_counted_and_can_be_asked_for(client: Client) -> None:
    page = client.get("/search/?q=ports&from=2024&to=2024")
    assert page.context["dates"].undated == 1
    page = client.get("/search/?q=ports&undated=1")
    assert page.context["page"].total == 1
    assert 'name="undated" value="1" checked' in page.text
    assert [chip.label for chip in page.context["chips"]] == ["undated"]


def test_a_month_tells_how_many_of_its_records_are_dated_by_year_only(client: Client) -> None:
    rough = a_document("Ports", sorted_on=date(2024, 1, 1))
    DatedFact.objects.create(document=rough, role="report", on="2024-01-01", precision="year")
    indexing.drain()
    page = client.get("/search/?q=ports&from=2024&to=2024")
    assert page.context["dates"].bars.bars[0].count == 2
    assert "1 record is dated by its year only" in page.text


def test_dates_that_cannot_be_read_are_told(client: Client) -> None:
    assert "“soon” is not a date" in client.get("/search/?from=soon").text
    page = client.get("/search/?q=ports&from=2024&to=2023")
    assert page.context["page"].total == 4
    assert "put in order" in page.text
