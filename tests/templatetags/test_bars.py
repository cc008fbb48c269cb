from __future__ import annotations

from documents.overviews.bars import draw_bars
from documents.templatetags.bars import dated_bars


def drawn(counts: dict[int, int], prefix: str = "", rough_height: float = 0.0) -> str:
    bars = draw_bars(counts, lambda year: f"/search/?q=a&from={year}")
    return dated_bars(bars, prefix, rough_height)


def test_a_bar_is_a_link_named_by_its_year_and_count() -> None:
    shown = drawn({2023: 1, 2024: 2})
    assert 'href="/search/?q=a&amp;from=2023" aria-label="2023: 1 record"' in shown
    assert "<title>2024: 2</title>" in shown


def test_a_month_is_named_with_its_year() -> None:
    assert 'aria-label="2024-05: 3 records"' in drawn({5: 3}, prefix="2024-")


def test_a_year_without_records_is_a_gap() -> None:
    assert drawn({2022: 1, 2024: 1}).count("<rect") == 2


def test_only_the_first_bar_has_a_light_part() -> None:
    shown = drawn({1: 4, 2: 4}, "2024-", 20.0)
    assert shown.count('class="rough"') == 1
    assert shown.index('class="rough"') < shown.index("2024-02")
