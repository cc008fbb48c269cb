from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from documents.forms.search import address_of, first_day, last_day, query_from
from documents.search.query import SearchQuery


def test_an_address_is_read_as_the_question_it_asks() -> None:
    query = query_from(
        QueryDict(
            "q=rail&kind=report&kind=news&region=shandong&from=2021&to=2024&sort=newest&page=2"
        )
    )
    assert query == SearchQuery(
        text="rail",
        kinds=("report", "news"),
        regions=("shandong",),
        date_from=date(2021, 1, 1),
        date_to=date(2024, 12, 31),
        sort="newest",
        page=2,
    )


def test_a_question_is_written_as_an_address_that_reads_back_the_same() -> None:
    query = SearchQuery(
        text='"city clusters" 城市群',
        themes=("green", "rail"),
        tags=("氢能",),
        date_from=date(2021, 1, 1),
        date_to=date(2021, 6, 30),
        page=3,
        exact=True,
    )
    assert query_from(QueryDict(address_of(query).partition("?")[2])) == query


def test_defaults_are_left_out_of_an_address() -> None:
    assert address_of(SearchQuery()) == "/search/"
    assert address_of(SearchQuery(date_to=date(2024, 12, 31))) == "/search/?to=2024"


@pytest.mark.parametrize(
    "typed",
    [
        "page=0",
        "page=-3",
        "page=x",
        "page=99999999999",
        "kind=poem",
        "sort=best",
        "from=soon&to=2024-13",
        "from=0000",
        "language=tlh",
        "region=&theme=" + "x" * 500,
        "q=%00",
    ],
)
def test_what_cannot_be_read_is_left_out(typed: str) -> None:
    query = query_from(QueryDict(typed))
    assert query.without(page=1) == SearchQuery()
    assert 1 <= query.page <= 100


def test_a_value_given_twice_counts_once() -> None:
    assert query_from(QueryDict("region=hebei&region=hebei")).regions == ("hebei",)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-05-31", date(2024, 5, 31), date(2024, 5, 31)),
    ],
)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(
    typed: str, first: date, last: date
) -> None:
    assert (first_day(typed), last_day(typed)) == (first, last)
