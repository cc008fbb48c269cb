"""Keeps null bytes of addresses from the views: no text has one, and PostgreSQL takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest

from documents.views.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def keep_out_null_bytes(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that reads a question without them and answers such a path with 400."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path:
            return bad_request(request, BadRequest())
        asked = request.META.get("QUERY_STRING", "")
        if "%00" in asked:
            request.META["QUERY_STRING"] = asked.replace("%00", "")
        return get_response(request)

    return middleware
