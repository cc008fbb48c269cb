"""Old addresses of topics, tags and sources: where they lead now, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse

from documents.models import OldAddress

if TYPE_CHECKING:
    from django.http import HttpRequest


def moved_or_missing(request: HttpRequest, kind: str, slug: str) -> HttpResponsePermanentRedirect:
    """Redirect from a slug that was given up to the present one; raises Http404 for any other."""
    present = OldAddress.objects.present_slug(kind, slug)
    if present == slug:
        raise Http404
    address = reverse(f"documents:{kind}", args=[present])
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
