"""What a browser or a shared cache may keep of a page: middleware, so that no view forgets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

FOR_ALL = "public, no-cache"
"""May be stored anywhere, but is asked for anew each time: a record may be withdrawn any moment."""
FOR_ONE = "private, no-cache"
"""As above, in the reader's own browser only."""


class CacheControlMiddleware:
    """Says on each page without a rule of its own who may keep it, and on what it depends.

    A visitor without a session sees what every such visitor sees. Whoever has one may be signed
    in, keep records or be shown a message.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = FOR_ALL if _is_for_all(request, response) else FOR_ONE
        _drop_language(response)
        return response


def _is_for_all(request: HttpRequest, response: HttpResponse) -> bool:
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES or bool(response.cookies)
    return request.method in ("GET", "HEAD") and not is_known


def _drop_language(response: HttpResponse) -> None:
    """Take the browser's language out of Vary: the address alone decides on the language."""
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    kept = [name for name in names if name.casefold() != "accept-language"]
    if kept != names:
        response["Vary"] = ", ".join(kept)
