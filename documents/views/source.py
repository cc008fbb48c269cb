"""The pages of the sources: who carried the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import shown_sources
from documents.overviews.shelf import count_without_source, shelf_of_source, sources_with_counts
from documents.views.moved import moved_or_missing
from documents.views.shelf import shelf_page
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = shown_sources(visibility_of(request)).filter(slug=slug).first()
    if found is None:
        return moved_or_missing(request, "source", slug)
    shelf = shelf_of_source(found, request.GET.get("page", ""), visibility_of(request))
    shown = {
        "name": found.label,
        "source": found,
        "crumbs": [(_("Sources"), reverse("documents:sources"))],
    }
    return shelf_page(request, "documents/source.html", shelf, {"source": slug}, **shown)


@require_safe
@unless_unchanged
def sources(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    context = {
        "sources": sources_with_counts(visibility),
        "without": count_without_source(visibility),
    }
    return render(request, "documents/sources.html", context)
