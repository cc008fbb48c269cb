"""The dates of a search as a small chart: a bar asks for its year, or for a month of one year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from documents.forms.search import address_of
from documents.overviews.bars import Bars, Frame, draw_bars
from documents.search.record import NONE

if TYPE_CHECKING:
    from documents.search.query import SearchQuery
    from documents.search.results import SearchPage

HISTOGRAM = {"width": 264, "height": 46, "head": 2, "widest": 60, "least": 264}
MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class DateChart:
    """`year` is the one year whose months are drawn, None where the bars are years.

    `all_years` is the address that leads back to the years. `rough` of the records in the first
    month are dated by their year only; `undated` have no date at all.
    """

    bars: Bars
    year: int | None = None
    all_years: str = ""
    rough: int = 0
    undated: int = 0

    @property
    def prefix(self) -> str:
        """What stands before the number of a bar to name it."""
        return f"{self.year}-" if self.year else ""

    @property
    def counts(self) -> dict[int, int]:
        return {bar.year: bar.count for bar in self.bars.bars}

    def address_of(self, year: int) -> str:
        """Return where the bar of a year or month leads."""
        return next(bar.address for bar in self.bars.bars if bar.year == year)

    @property
    def rough_height(self) -> float:
        """How much of the first bar stands for records whose month is not known."""
        first = next(iter(self.bars.bars), None)
        return round(first.height * self.rough / first.count, 1) if first and first.count else 0.0


def date_chart(query: SearchQuery, page: SearchPage) -> DateChart:
    """Return the chart for a page of results."""
    counts = {
        value.value: value.count
        for facet in page.facets
        if facet.name == "year"
        for value in facet.values
    }
    undated = counts.pop(NONE, 0)
    if query.only_year and not page.index.is_degraded:
        return _months(query, page, undated)
    years = {int(year): count for year, count in counts.items()}
    frame = Frame(**HISTOGRAM, chosen=(_year(query.date_from), _year(query.date_to)))
    bars = draw_bars(years, lambda year: address_of(_within(query, year, MONTHS)), frame)
    return DateChart(bars, undated=undated)


def _months(query: SearchQuery, page: SearchPage, undated: int) -> DateChart:
    year = query.only_year or 0
    counts = {month: page.months.get(f"{year:04}-{month:02}", 0) for month in MONTHS}
    frame = Frame(**HISTOGRAM, chosen=_chosen_months(query))
    bars = draw_bars(
        counts,
        lambda month: address_of(_within(query, year, range(month, month + 1))),
        frame,
    )
    return DateChart(bars, year, address_of(query.of_any_date()), page.rough, undated)


def _chosen_months(query: SearchQuery) -> tuple[int | None, int | None]:
    first, last = query.date_from, query.date_to
    if not first or not last or (first.month, last.month) == (1, 12):
        return None, None
    return first.month, last.month


def _year(day: date | None) -> int | None:
    return day.year if day else None


def _within(query: SearchQuery, year: int, months: range) -> SearchQuery:
    last = months[-1]
    return query.of_any_date().without(
        date_from=date(year, months[0], 1), date_to=date(year, last, monthrange(year, last)[1])
    )
