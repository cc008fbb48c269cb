"""A table, a drawing or another text as a file to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from documents.exports.table import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest


def csv_file(rows: Iterable[Iterable[object]], name: str) -> HttpResponse:
    return text_file(to_csv(rows), "text/csv", f"{name}.csv")


def svg_file(
    request: HttpRequest, template: str, context: dict[str, Any], name: str
) -> HttpResponse:
    """Return a drawing that carries its own colours and full addresses."""
    drawn = render_to_string(template, context | {"is_file": True}, request)
    return text_file(drawn.strip() + "\n", "image/svg+xml", f"{name}.svg")


def text_file(text: str, media_type: str, name: str) -> HttpResponse:
    """Return a text to keep; its name may hold any character."""
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
