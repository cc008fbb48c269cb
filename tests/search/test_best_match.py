from __future__ import annotations

from typing import Any

import pytest

from documents.search import SearchPage, SearchQuery, find, indexing
from tests.build import a_document, a_visibility

pytestmark = pytest.mark.django_db


def ask(text: str, **fields: Any) -> SearchPage:
    indexing.drain()
    return find(SearchQuery(text, **fields), a_visibility())


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("No.16 2023", "No.16 2023"),
        ("No.16 2023", "no 16, 2023"),
        ("国发〔2022〕18号", "国发〔2022〕18号"),
        ("国发〔2022〕18号", "国发[2022]18号"),
        ("国发〔2022〕18号", "國發〔2022〕18號"),
        ("国发〔2022〕18号", "国发（2022）第 18 号"),
        ("国发〔2022〕18号", "国发【2022】18"),
    ],
)
def test_a_number_puts_its_record_first_and_says_why(number: str, typed: str) -> None:
    for at in range(3):
        a_document(f"About it {at}", body=f"{number} {number} is cited here, and {number}.")
    a_document("The one", body="Text.", number=number)
    page = ask(typed)
    assert page.hits[0].document.title == "The one"
    assert page.best is not None
    assert page.best.reason == f"Its number is {number}."
    assert page.total == 4


@pytest.mark.parametrize("typed", ["2023年第16期", "2023 No. 16", "No. 016, 2023"])
def test_the_order_of_its_parts_and_leading_zeros_do_not_matter(typed: str) -> None:
    a_document("Other", number="No.6 2023")
    a_document("The one", number="No.16 2023")
    page = ask(typed)
    assert page.best is not None
    assert page.hits[0].document.title == "The one"


def test_the_running_number_of_a_series_stands_alone() -> None:
    a_document("The one", total_number=6965)
    best = ask("6965").best
    assert best is not None
    assert best.reason == "Its number in the series is 6965."


def test_a_whole_title_puts_its_record_first() -> None:
    a_document("Other", body="Ports of Shandong. Ports of Shandong. Ports of Shandong.")
    a_document("Ports of Shandong", body="Text.")
    page = ask("ports of shandong")
    assert page.hits[0].document.title == "Ports of Shandong"
    assert page.best is not None
    assert page.best.reason == "This is its title."


def test_a_part_of_a_number_or_a_title_names_nothing() -> None:
    a_document("Ports of Shandong", number="No.16 2023")
    assert ask("No.16").best is None
    assert ask("of Shandong").best is None
    assert ask("ports").best is None


def test_filters_and_orders_by_date_come_first() -> None:
    a_document("The one", number="No.16 2023", kind="report")
    assert ask("No.16 2023", kinds=("news",)).best is None
    assert ask("No.16 2023", sort="newest").best is None


def test_what_is_not_public_is_not_named() -> None:
    a_document("The one", number="No.16 2023", status="withdrawn", withdrawn_reason="Error")
    assert ask("No.16 2023").best is None
