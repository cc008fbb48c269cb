"""The records per year of a page, or per month of a search, as a file: a table or a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.overviews.bars import draw_bars
from documents.views.download import csv_file, svg_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest, HttpResponse

NAME = "records-per-year"


def find_years_file(
    request: HttpRequest, counts: Mapping[int, int], address: Callable[[int], str], title: str
) -> HttpResponse | None:
    """Return the file that `years=csv` or `years=svg` asks for, None where neither does."""
    form = request.GET.get("years")
    if form == "csv":
        rows = [(year, counts[year]) for year in sorted(counts)]
        return csv_file([(_("Year"), _("Records")), *rows], NAME)
    if form == "svg":
        base = request.build_absolute_uri("/")[:-1]
        bars = draw_bars(counts, lambda year: f"{base}{address(year)}")
        return svg_file(
            request, "components/_bars_drawing.html", {"bars": bars, "title": title}, NAME
        )
    return None
