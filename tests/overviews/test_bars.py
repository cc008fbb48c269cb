from __future__ import annotations

from documents.overviews.bars import ASIDE, WIDTH, Frame, draw_bars


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


def test_a_drawing_of_few_years_is_as_wide_as_they_need_but_not_in_the_margin() -> None:
    few = draw_bars({2020: 1, 2021: 2}, str)
    beside = draw_bars({2020: 1, 2021: 2}, str, ASIDE)
    assert few.is_short
    assert few.width < WIDTH / 2
    assert (beside.is_short, beside.width) == (False, ASIDE.width)


def test_of_many_bars_only_the_highest_has_its_number() -> None:
    many = draw_bars({year: year % 100 + 200 for year in range(1956, 2026)}, str).bars
    assert [bar.year for bar in many if bar.words.is_counted] == [1999]
    assert all(bar.words.is_counted for bar in draw_bars({2020: 356, 2021: 202}, str).bars)


def test_every_second_year_is_left_out_of_a_phone_where_there_are_many() -> None:
    drawn = draw_bars(dict.fromkeys(range(2015, 2025), 1), str).bars
    assert [bar.year for bar in drawn if not bar.words.is_between] == [2016, 2018, 2020, 2022, 2024]
    assert not any(bar.words.is_between for bar in draw_bars({2020: 1, 2021: 1}, str).bars)


def test_nothing_is_drawn_for_no_records() -> None:
    assert draw_bars({}, str).bars == ()
