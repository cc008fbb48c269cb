"""Who is looking, at which moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from documents.models import visible_to

if TYPE_CHECKING:
    from django.http import HttpRequest

    from documents.models import Visibility


def visibility_of(request: HttpRequest) -> Visibility:
    """Return what the sender of this request may see now."""
    return visible_to(request.user, timezone.now())
