from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from documents.overviews.lettering import width_of
from documents.overviews.stacks import (
    GAP,
    HEIGHT,
    WIDTH,
    Layer,
    draw_pairs,
    draw_stacks,
    round_values,
)

REPORTS = Layer("report", "Report", {2020: 3, 2022: 1})
NEWS = Layer("news", "News item", {2022: 4})


def _address(layer: Layer, year: int) -> str:
    return f"/{layer.key}/{year}"


def test_the_pieces_of_a_year_stand_on_each_other_with_the_ground_between() -> None:
    pile = draw_stacks([REPORTS, NEWS], _address).piles[-1]
    lower, upper = pile.pieces
    assert lower.y + lower.height == pytest.approx(HEIGHT - GAP / 2, abs=0.2)
    assert upper.y + upper.height == pytest.approx(lower.y - GAP, abs=0.2)
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
    assert left.x + left.width == pytest.approx(right.x - GAP, abs=0.2)
    assert right.y + right.height == pytest.approx(left.y + left.height, abs=0.2)


def test_the_table_has_the_figures_of_the_drawing() -> None:
    assert draw_stacks([REPORTS, NEWS], _address).rows[-1] == (2022, [1, 4], 5)


def test_a_drawing_of_few_years_is_as_wide_as_they_need() -> None:
    few = draw_stacks([REPORTS, NEWS], _address)
    many = draw_stacks([Layer("report", "Report", dict.fromkeys(range(2000, 2020), 1))], _address)
    assert few.is_short
    assert few.width < WIDTH / 2
    assert (many.is_short, many.width) == (False, WIDTH)


def test_the_last_of_many_years_has_room_for_its_words() -> None:
    stacks = draw_stacks([Layer("report", "Report", {1954: 1, 2026: 1})], _address, 400)
    _left, _top, width, _height = map(float, stacks.view_box().split())
    assert stacks.piles[-1].middle + width_of("2026") / 2 <= width


def test_of_many_piles_only_the_highest_has_its_sum() -> None:
    counts = {year: year % 100 + 200 for year in range(1956, 2026)}
    many = draw_stacks([Layer("report", "Report", counts)], _address).piles
    assert [pile.year for pile in many if pile.words.is_counted] == [1999]
    assert all(pile.words.is_counted for pile in draw_stacks([REPORTS, NEWS], _address).piles)


def test_a_thin_piece_is_still_seen() -> None:
    rare = Layer("news", "News item", {2022: 1})
    often = Layer("report", "Report", {2022: 100_000})
    assert draw_stacks([often, rare], _address).piles[-1].pieces[-1].height >= 1


def test_the_legend_of_a_file_has_the_order_of_the_stack() -> None:
    drawn = draw_stacks([REPORTS, NEWS], _address)
    assert [entry.layer.key for entry in drawn.legend] == ["report", "news"]
    assert drawn.legend[0].x < drawn.legend[1].x


def test_a_legend_that_is_too_wide_goes_on_in_the_next_line() -> None:
    layers = [Layer(str(key), "A rather long name of a level", {2022: 1}) for key in range(5)]
    entries = draw_stacks(layers, _address).legend
    assert len({entry.y for entry in entries}) > 1
    assert max(entry.x for entry in entries) < WIDTH


def test_nothing_is_drawn_without_records() -> None:
    assert draw_stacks([], _address).piles == ()


@given(st.integers(1, 10**7))
def test_lines_stand_at_few_round_numbers_within_the_drawing(top: int) -> None:
    values = round_values(top)
    assert values[0] == 0
    assert values[-1] <= top
    assert len(values) <= 6
