"""Answers that a page is as it was without making it anew, where nothing in the base changed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.views.decorators.http import condition

from documents.overviews.stamp import base_stamp

if TYPE_CHECKING:
    from django.http import HttpRequest

_HEADERS = ("HX-Request", "HX-Target", "HX-Boosted")


def tag_of(request: HttpRequest, *_args: Any, **_options: Any) -> str | None:
    """Return the entity tag of a page for a visitor without a session, None where there is none.

    Whoever has a session may be signed in, keep records or be shown a message; what such a page is
    made of is told by its content only.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or request.method not in ("GET", "HEAD"):
        return None
    now = timezone.now()
    stamp = base_stamp(now)
    if stamp is None:
        return None
    parts = [
        *(_code_stamp(), stamp, timezone.localdate(now).isoformat()),
        *(request.build_absolute_uri(), request.COOKIES.get("theme", "")),
        *(request.headers.get(name, "") for name in _HEADERS),
    ]
    return f'"{hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]}"'


unless_unchanged = condition(etag_func=tag_of)
"""Decorates a view whose page depends on the base and the address alone."""


@cache
def _code_stamp() -> str:
    """Return when the code and the templates that make the pages were last changed."""
    folders = (settings.BASE_DIR / name for name in ("documents", "templates", "kb", "static"))
    files = (path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    kinds = {".py", ".html", ".svg", ".css", ".js", ".mo", ".po"}
    times = [path.stat().st_mtime_ns for path in files if path.suffix in kinds]
    return f"{len(times)} {max(times, default=0)}"
