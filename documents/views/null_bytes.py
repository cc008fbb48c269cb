"""Refuses addresses with a null byte in them: no text has one, and PostgreSQL takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest

from documents.views.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def refuse_null_bytes(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that answers such an address with 400 before any view reads it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        has_one = "%00" in request.META.get("QUERY_STRING", "")
        if "\0" in request.path or (has_one and _is_refused(request)):
            return bad_request(request, BadRequest())
        return get_response(request)

    return middleware


def _is_refused(request: HttpRequest) -> bool:
    """Tell whether a null byte stands anywhere but in the words of a search, which are mended."""
    return not request.path.endswith("/search/") or any(
        "\0" in value for name, values in request.GET.lists() if name != "q" for value in values
    )
