"""The records that a visitor without an account keeps: ids in the browser's session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import OldAddress

if TYPE_CHECKING:
    from django.http import HttpRequest

KEY = "kept"
MOST = 200


def ids(request: HttpRequest) -> list[int]:
    """Return what is kept, the last first; a record that was merged since is the one it became."""
    stored = [pk for pk in request.session.get(KEY, []) if isinstance(pk, int)]
    moved = OldAddress.objects.present_records(stored) if stored else {}
    return list(dict.fromkeys(moved.get(pk, pk) for pk in stored))


def keep(request: HttpRequest, pk: int) -> None:
    """Put a record first; the oldest go when there are too many."""
    others = [other for other in ids(request) if other != pk]
    request.session[KEY] = [pk, *others][:MOST]


def clear(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def let_go(request: HttpRequest, pk: int) -> None:
    gone = present(pk)
    request.session[KEY] = [other for other in ids(request) if other != gone]


def present(pk: int) -> int:
    """Return the number of the record that one on a page opened earlier is now."""
    return OldAddress.objects.present_record(pk) or pk
