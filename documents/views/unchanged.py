"""Answers that a page is as it was without making it anew, where nothing in the base changed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.utils import timezone
from django.views.decorators.http import condition

from documents.overviews.stamp import base_stamp
from documents.views.back import list_behind

if TYPE_CHECKING:
    from django.http import HttpRequest

_HEADERS = ("HX-Request", "HX-Target", "HX-Boosted")


def tag_of(request: HttpRequest, *_args: Any, **_options: Any) -> str | None:
    """Return the entity tag of a page as this visitor sees it, None where there is none.

    Rights, lists and what a session keeps are rows of the base, so a change of them changes its
    mark; who is looking, and what is shown once only, are told by the request. Without a tag here
    the page gets one of its content, which is asked for in vain once the base is at rest: a page
    that was first seen within a second of a write is sent once more.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    now = timezone.now()
    stamp = base_stamp(now)
    if stamp is None:
        return None
    parts = [
        *(_code_stamp(), stamp, timezone.localdate(now).isoformat()),
        *(request.build_absolute_uri(), request.COOKIES.get("theme", "")),
        *(request.headers.get(name, "") for name in _HEADERS),
        *_visitor(request),
    ]
    return f'"{hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]}"'


def tag_of_record(request: HttpRequest, *_args: Any, **_options: Any) -> str | None:
    """Return the tag of a page that leads back to the list one came from."""
    tag = tag_of(request)
    back = list_behind(request)
    return f'"{hashlib.sha256(f"{tag}\n{back}".encode()).hexdigest()[:32]}"' if tag else None


def _visitor(request: HttpRequest) -> list[str]:
    """Return who is looking by which session, and the cookies that a page may be made from."""
    cookies = (
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        CookieStorage.cookie_name,
    )
    values = [request.COOKIES.get(name, "") for name in cookies]
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    return [*values, str(request.user.pk)] if is_known else values


unless_unchanged = condition(etag_func=tag_of)
"""Decorates a view whose page depends on the base, the address and the visitor alone."""

unless_unchanged_behind = condition(etag_func=tag_of_record)
"""Decorates such a view that leads back to the list one came from besides."""


@cache
def _code_stamp() -> str:
    """Return when the code and the templates that make the pages were last changed."""
    folders = (settings.BASE_DIR / name for name in ("documents", "templates", "kb", "static"))
    files = (path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    kinds = {".py", ".html", ".svg", ".css", ".js", ".mo", ".po"}
    times = [path.stat().st_mtime_ns for path in files if path.suffix in kinds]
    return f"{len(times)} {max(times, default=0)}"
