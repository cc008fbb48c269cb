from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.holdings import load_holdings
from documents.overviews.matrix import Matrix, cross
from documents.overviews.measures import MINUS, Span, as_changes, as_shares, span_of
from documents.overviews.scope import Scope, records_in, with_years
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def _texts(matrix: Matrix) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in matrix.rows]


def test_a_share_is_of_the_records_of_its_row() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    for number in range(4):
        document = a_document(f"Record {number}")
        a_link(document, shandong)
        if number == 0:
            a_link(document, green)
    table = cross(load_holdings(a_visibility()), [shandong], [green])
    shares = as_shares(table)
    assert _texts(shares) == [["25%"]]
    assert (shares.rows[0].sum.text, shares.sums[0].text, shares.sum.text) == ("4", "25%", "4")


def test_a_row_without_records_has_no_share() -> None:
    table = cross(load_holdings(a_visibility()), [a_topic("shandong")], [a_topic("green", "theme")])
    assert _texts(as_shares(table)) == [[""]]
    assert as_shares(table).sums[0].text == ""


def test_a_change_says_gain_and_loss_against_the_span_before() -> None:
    shandong, henan, green = a_topic("shandong"), a_topic("henan"), a_topic("green", "theme")
    for topic, year in ((shandong, 2024), (shandong, 2023), (henan, 2021), (henan, 2021)):
        document = a_document(f"{topic} {year}", sorted_on=date(year, 5, 1))
        a_link(document, topic)
        a_link(document, green)
    holdings = load_holdings(a_visibility())
    span = Span(2023, 2024)
    now, before = (
        cross(
            holdings,
            [shandong, henan],
            [green],
            records_in(with_years(Scope(), one.first, one.last), holdings),
        )
        for one in (span, span.before)
    )
    changed = as_changes(now, before)
    assert _texts(changed) == [["+2"], [f"{MINUS}2"]]
    assert [row.cells[0].is_loss for row in changed.rows] == [False, True]
    assert [row.sum.text for row in changed.rows] == ["+2", f"{MINUS}2"]
    assert (changed.sums[0].text, changed.sum.text) == ("0", "0")


def test_the_span_is_the_years_chosen_or_the_last_three_with_records() -> None:
    a_document(sorted_on=date(2022, 1, 1))
    holdings = load_holdings(a_visibility())
    assert span_of(Scope(), holdings) == Span(2020, 2022)
    assert span_of(Scope(first_year=2018, last_year=2019), holdings) == Span(2018, 2019)
    assert Span(2018, 2019).before == Span(2016, 2017)


def test_the_sums_of_a_narrowed_matrix_count_the_narrowed_records() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    for number, kind in enumerate(("news", "report")):
        document = a_document(f"Record {number}", kind=kind)
        a_link(document, shandong)
        a_link(document, green)
    holdings = load_holdings(a_visibility())
    table = cross(holdings, [shandong], [green], records_in(Scope(kinds=("news",)), holdings))
    assert (table.rows[0].total, table.sums[0].count, table.total) == (1, 1, 1)
