from __future__ import annotations

from documents.overviews.year_axis import words_of_years


def test_the_last_year_is_labelled_and_so_many_before_it_as_have_room() -> None:
    words = words_of_years(dict.fromkeys(range(2015, 2025), 3), step=20, room=44)
    assert [year for year in words if words[year].is_labelled] == [2016, 2018, 2020, 2022, 2024]


def test_only_the_fullest_year_has_its_number_where_numbers_would_touch() -> None:
    words = words_of_years({2020: 104_233, 2021: 96_518, 2022: 7}, step=30, room=44)
    assert [year for year in words if words[year].is_counted] == [2020]


def test_few_years_keep_their_words_on_a_phone() -> None:
    assert not any(one.is_between for one in words_of_years({2023: 1, 2024: 2}, 10, 44).values())
