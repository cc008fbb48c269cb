"""Old addresses of topics, tags and sources: where they lead now, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse

from documents.models import OldAddress, shown_sources, shown_tags
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest


def moved_or_missing(request: HttpRequest, kind: str, slug: str) -> HttpResponsePermanentRedirect:
    """Redirect from a slug that was given up to the present one; raises Http404 for any other."""
    present = OldAddress.objects.present_slug(kind, slug)
    if present == slug or not _may_be_known(request, kind, present):
        raise Http404
    address = reverse(f"documents:{kind}", args=[present])
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def _may_be_known(request: HttpRequest, kind: str, slug: str) -> bool:
    """Say whether the page led to may be named: a tag of hidden records only may not."""
    if kind == "tag":
        return shown_tags(visibility_of(request)).filter(slug=slug).exists()
    if kind == "source":
        return shown_sources(visibility_of(request)).filter(slug=slug).exists()
    return True
