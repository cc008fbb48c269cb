from __future__ import annotations

from documents.overviews.bars import Frame, draw_bars


def test_years_without_records_keep_their_place() -> None:
    drawn = draw_bars({2020: 1, 2023: 4}, str)
    assert [(bar.year, bar.count) for bar in drawn.bars] == [
        (2020, 1),
        (2021, 0),
        (2022, 0),
        (2023, 4),
    ]


def test_heights_are_in_proportion_and_stand_on_the_ground() -> None:
    low, high = draw_bars({2020: 1, 2021: 2}, str).bars
    assert high.height == 2 * low.height
    assert low.y + low.height == high.y + high.height


def test_chosen_years_are_marked() -> None:
    drawn = draw_bars({2020: 1, 2021: 1, 2022: 1}, str, Frame(chosen=(2021, None)))
    assert [bar.is_selected for bar in drawn.bars] == [False, True, True]


def test_nothing_is_drawn_for_no_records() -> None:
    assert draw_bars({}, str).bars == ()
