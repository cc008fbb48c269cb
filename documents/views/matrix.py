"""Two facets against each other: the matrix, and its figures as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.exports.table import to_csv
from documents.models import Topic
from documents.overviews.axes import load_axes
from documents.overviews.holdings import load_holdings
from documents.overviews.matrix import Matrix, cross
from documents.templatetags.wording import facets
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Axes:
    """Which facet runs down and which across; the same facet twice would say nothing."""

    rows: str
    columns: str

    @classmethod
    def from_request(cls, request: HttpRequest) -> Axes:
        rows = request.GET.get("rows", "")
        columns = request.GET.get("columns", "")
        rows = rows if rows in Topic.Facet.values else Topic.Facet.REGION.value
        known = columns in Topic.Facet.values and columns != rows
        return cls(rows, columns if known else _other(rows))


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    axes = Axes.from_request(request)
    table = _load(request, axes)
    if request.GET.get("format") == "csv":
        return _csv(table, axes)
    context = {
        "matrix": table,
        "axes": axes,
        "facets": [(facet, facets(facet)) for facet in Topic.Facet.values],
        "rows_name": facets(axes.rows),
        "columns_name": facets(axes.columns),
        "cells": len(table.rows) * len(table.columns),
    }
    return render(request, "documents/matrix.html", context)


def _other(rows: str) -> str:
    return Topic.Facet.REGION.value if rows == Topic.Facet.THEME else Topic.Facet.THEME.value


def _load(request: HttpRequest, axes: Axes) -> Matrix:
    topics = load_axes(axes.rows, axes.columns)
    return cross(load_holdings(visibility_of(request)), topics[axes.rows], topics[axes.columns])


def _csv(table: Matrix, axes: Axes) -> HttpResponse:
    head = ["", *(column.label for column in table.columns), _("All")]
    lines = (
        [row.topic.label, *(cell.count for cell in row.cells), row.total] for row in table.rows
    )
    response = HttpResponse(to_csv([head, *lines]), content_type="text/csv; charset=utf-8")
    name = f"{axes.rows}-by-{axes.columns}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
