"""The records that a visitor without an account keeps: ids in the browser's session."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

KEY = "kept"
MOST = 200


def ids(request: HttpRequest) -> list[int]:
    """Return what is kept, the last first."""
    stored = request.session.get(KEY, [])
    return [pk for pk in stored if isinstance(pk, int)]


def keep(request: HttpRequest, pk: int) -> None:
    """Put a record first; the oldest go when there are too many."""
    others = [other for other in ids(request) if other != pk]
    request.session[KEY] = [pk, *others][:MOST]


def clear(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def let_go(request: HttpRequest, pk: int) -> None:
    request.session[KEY] = [other for other in ids(request) if other != pk]
