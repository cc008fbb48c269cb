from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.overviews.stacks import HEIGHT, Layer, draw_pairs, draw_stacks, round_values

REPORTS = Layer("report", "Report", {2020: 3, 2022: 1})
NEWS = Layer("news", "News item", {2022: 4})


def _address(layer: Layer, year: int) -> str:
    return f"/{layer.key}/{year}"


def test_the_pieces_of_a_year_stand_on_each_other_without_a_gap() -> None:
    pile = draw_stacks([REPORTS, NEWS], _address).piles[-1]
    lower, upper = pile.pieces
    assert lower.y + lower.height == pytest.approx(HEIGHT, abs=0.2)
    assert upper.y + upper.height == pytest.approx(lower.y, abs=0.2)
    assert [piece.address for piece in pile.pieces] == ["/report/2022", "/news/2022"]


def test_a_year_without_records_stays_as_a_gap() -> None:
    assert [(pile.year, pile.total) for pile in draw_stacks([REPORTS, NEWS], _address).piles] == [
        (2020, 3),
        (2021, 0),
        (2022, 5),
    ]


def test_a_layer_without_records_is_left_out_of_a_stack_but_not_of_a_pair() -> None:
    empty = Layer("brief", "Brief", {})
    assert draw_stacks([REPORTS, empty], _address).layers == (REPORTS,)
    assert draw_pairs([REPORTS, empty], _address).layers == (REPORTS, empty)


def test_a_pair_stands_side_by_side_on_the_ground() -> None:
    left, right = draw_pairs([REPORTS, NEWS], _address).piles[-1].pieces
    assert left.x + left.width == pytest.approx(right.x, abs=0.2)
    assert right.y + right.height == pytest.approx(left.y + left.height, abs=0.2)


def test_the_table_has_the_figures_of_the_drawing() -> None:
    assert draw_stacks([REPORTS, NEWS], _address).rows[-1] == (2022, [1, 4], 5)


def test_nothing_is_drawn_without_records() -> None:
    assert draw_stacks([], _address).piles == ()


@given(st.integers(1, 10**7))
def test_lines_stand_at_few_round_numbers_within_the_drawing(top: int) -> None:
    values = round_values(top)
    assert values[0] == 0
    assert values[-1] <= top
    assert len(values) <= 6
