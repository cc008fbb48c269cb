"""A table or a drawing as a file to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from documents.exports.table import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest


def csv_file(rows: Iterable[Iterable[object]], name: str) -> HttpResponse:
    return _as_file(to_csv(rows), "text/csv", f"{name}.csv")


def svg_file(
    request: HttpRequest, template: str, context: dict[str, Any], name: str
) -> HttpResponse:
    """Return a drawing that carries its own colours and full addresses."""
    drawn = render_to_string(template, context | {"is_file": True}, request)
    return _as_file(drawn.strip() + "\n", "image/svg+xml", f"{name}.svg")


def _as_file(text: str, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
