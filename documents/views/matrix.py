"""Two facets against each other: the matrix, and its figures as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.forms.scope import choosers, scope_from
from documents.models import Topic
from documents.models.plurals import facets
from documents.overviews.axes import load_axes, load_offered, with_smaller
from documents.overviews.holdings import Holdings, load_holdings
from documents.overviews.matrix import Matrix, cross
from documents.overviews.matrix_drawing import MatrixDrawing, draw_matrix
from documents.overviews.measures import MEASURES, Span, as_changes, as_shares, span_of
from documents.overviews.scope import Scope, records_in, with_years
from documents.templatetags.cells import cell_address
from documents.views.download import csv_file, svg_file
from documents.views.moved import following_filters
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from documents.overviews.matrix import Cell, Row


@dataclass(frozen=True, slots=True)
class Axes:
    """Which facet runs down and which across, and what the cells say.

    The same facet twice would say nothing. `detail` is "all" where smaller themes stand too.
    """

    rows: str
    columns: str
    measure: str = MEASURES[0]
    detail: str = ""

    @classmethod
    def from_request(cls, request: HttpRequest) -> Axes:
        rows = request.GET.get("rows", "")
        columns = request.GET.get("columns", "")
        measure = request.GET.get("measure", "")
        rows = rows if rows in Topic.Facet.values else Topic.Facet.REGION.value
        known = columns in Topic.Facet.values and columns != rows
        return cls(
            rows,
            columns if known else _other(rows),
            measure if measure in MEASURES else MEASURES[0],
            "all" if request.GET.get("detail") == "all" else "",
        )

    @property
    def others(self) -> list[str]:
        """The facets that are on neither axis, and so can narrow the records."""
        return [facet for facet in Topic.Facet.values if facet not in {self.rows, self.columns}]

    def as_params(self) -> list[tuple[str, str]]:
        params = [("rows", self.rows), ("columns", self.columns)]
        if self.measure != MEASURES[0]:
            params.append(("measure", self.measure))
        return [*params, ("detail", self.detail)] if self.detail else params


@require_safe
@unless_unchanged
@following_filters
def matrix(request: HttpRequest) -> HttpResponse:
    axes = Axes.from_request(request)
    asked = scope_from(request.GET)
    offered = load_offered(axes.others, asked.topics)
    scope = asked.knowing(offered)
    holdings = load_holdings(visibility_of(request))
    span = span_of(scope, holdings)
    shown = with_years(scope, span.first, span.last) if axes.measure == "change" else scope
    table = _table(axes, shown, span, holdings)
    filters = urlencode(shown.as_filters())
    earlier = with_years(scope, span.before.first, span.before.last)
    wanted, name = request.GET.get("format"), f"{axes.rows}-by-{axes.columns}"
    if wanted == "csv":
        return csv_file(_rows(table), name)
    if wanted == "svg":
        drawn = _drawn(request, table, filters, urlencode(earlier.as_filters()))
        context = {"drawing": drawn, "title": _title(axes, span)}
        return svg_file(request, "components/_matrix_drawing.html", context, name)
    params = [*axes.as_params(), *scope.as_filters()]
    context = {
        "matrix": table,
        "axes": axes,
        "span": span,
        "facets": [(facet, facets(facet)) for facet in Topic.Facet.values],
        "measures": _measures(),
        "choosers": choosers(scope, offered),
        "scope": scope,
        "filters": filters,
        "earlier": urlencode(earlier.as_filters()) if axes.measure == "change" else "",
        "is_first": axes.measure == "change" and not records_in(earlier, holdings),
        "csv": "?" + urlencode([*params, ("format", "csv")]),
        "svg": "?" + urlencode([*params, ("format", "svg")]),
        "rows_name": facets(axes.rows),
        "columns_name": facets(axes.columns),
        "cells": len(table.rows) * len(table.columns),
    }
    return render(request, "documents/matrix.html", context)


def _measures() -> list[tuple[str, str]]:
    return [
        ("count", _("Records")),
        ("share", _("Share of the row")),
        ("change", _("Change to the years before")),
    ]


def _other(rows: str) -> str:
    return Topic.Facet.REGION.value if rows == Topic.Facet.THEME else Topic.Facet.THEME.value


def _table(axes: Axes, scope: Scope, span: Span, holdings: Holdings) -> Matrix:
    topics = load_axes(axes.rows, axes.columns)
    if axes.detail:
        topics = with_smaller(topics)
    rows, columns = topics[axes.rows], topics[axes.columns]
    table = cross(holdings, rows, columns, records_in(scope, holdings))
    if axes.measure == "share":
        return as_shares(table)
    if axes.measure == "change":
        earlier = with_years(scope, span.before.first, span.before.last)
        return as_changes(table, cross(holdings, rows, columns, records_in(earlier, holdings)))
    return table


def _rows(table: Matrix) -> list[Sequence[object]]:
    """Return the figures as numbers: counts, changes, or shares as decimals."""
    head = ["", *(column.label for column in table.columns), _("All")]
    sums = [round(one.value, 4) for one in (*table.sums, table.sum)]
    return [head, *(_row(row) for row in table.rows), [_("All"), *sums]]


def _row(row: Row) -> list[object]:
    return [row.topic.label, *(round(cell.value, 4) for cell in row.cells), row.sum.value]


def _drawn(request: HttpRequest, table: Matrix, filters: str, earlier: str) -> MatrixDrawing:
    """Return the matrix as a drawing whose cells lead to their records by whole addresses."""
    base = request.build_absolute_uri(reverse("documents:cell"))

    def address(row: Row, cell: Cell) -> str:
        if not cell.count and not cell.is_loss:
            return ""
        of_row = urlencode([(row.topic.facet, row.topic.slug)])
        return cell_address(f"{base}?{of_row}", cell, filters, earlier)

    return draw_matrix(table, address, _("All"))


def _title(axes: Axes, span: Span) -> str:
    said = dict(_measures())[axes.measure]
    years = f", {span} / {span.before}" if axes.measure == "change" else ""
    return f"{facets(axes.rows)} × {facets(axes.columns)}: {said}{years}"
