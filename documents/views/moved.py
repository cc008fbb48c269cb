"""Old addresses of topics, tags and sources: where they lead now, for good."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse

from documents.models import OldAddress, Topic, shown_sources, shown_tags
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

FILTERS = (*Topic.Facet.values, "source")
"""The filters of an overview by names that may be given up."""


def moved_or_missing(request: HttpRequest, kind: str, slug: str) -> HttpResponsePermanentRedirect:
    """Redirect from a slug that was given up to the present one; raises Http404 for any other."""
    present = OldAddress.objects.present_slug(kind, slug)
    if present == slug or not _may_be_known(request, kind, present):
        raise Http404
    return moved_to(request, reverse(f"documents:{kind}", args=[present]))


def moved_to(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Redirect to an address that is asked the same question."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def following_filters(
    view: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Decorate an overview: filters that name what was merged since lead to the present ones."""

    @wraps(view)
    def follow(request: HttpRequest) -> HttpResponse:
        return _moved_filters(request) or view(request)

    return follow


def _moved_filters(request: HttpRequest) -> HttpResponse | None:
    asked = [(name, slug) for name in FILTERS for slug in request.GET.getlist(name)]
    moved = OldAddress.objects.present_pairs(asked) if asked else {}
    moved = {pair: new for pair, new in moved.items() if _may_be_known(request, pair[0], new)}
    if not moved:
        return None
    present = request.GET.copy()
    for name in {name for name, _slug in moved}:
        slugs = [moved.get((name, slug), slug) for slug in request.GET.getlist(name)]
        present.setlist(name, list(dict.fromkeys(slugs)))
    return HttpResponsePermanentRedirect(f"{request.path}?{present.urlencode()}")


def _may_be_known(request: HttpRequest, kind: str, slug: str) -> bool:
    """Say whether the page led to may be named: a tag of hidden records only may not."""
    if kind == "tag":
        return shown_tags(visibility_of(request)).filter(slug=slug).exists()
    if kind == "source":
        return shown_sources(visibility_of(request)).filter(slug=slug).exists()
    return True
