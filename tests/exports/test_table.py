from __future__ import annotations

import csv

import pytest

from documents.exports.table import BYTE_ORDER_MARK, to_csv


def test_a_table_comes_back_from_a_parser_as_it_went_in() -> None:
    text = to_csv([["", "Green, low-carbon"], ["山东", 3]])
    assert text.startswith(BYTE_ORDER_MARK)
    rows = list(csv.reader(text.removeprefix(BYTE_ORDER_MARK).splitlines()))
    assert rows == [["", "Green, low-carbon"], ["山东", "3"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    assert f"'{start}1+1" in to_csv([[f"{start}1+1"]])
