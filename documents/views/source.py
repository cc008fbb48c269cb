"""The pages of the sources: who carried the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import shown_sources
from documents.overviews.bars import ASIDE, draw_bars
from documents.overviews.shelf import count_without_source, shelf_of_source, sources_with_counts
from documents.templatetags.addresses import search_url
from documents.views.moved import moved_or_missing
from documents.views.pager import page_links
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = shown_sources(visibility_of(request)).filter(slug=slug).first()
    if found is None:
        return moved_or_missing(request, "source", slug)
    shelf = shelf_of_source(found, request.GET.get("page", ""), visibility_of(request))

    def address(year: int) -> str:
        return search_url(source=slug, **{"from": year, "to": year})

    context = {
        "source": found,
        "crumbs": [(_("Sources"), reverse("documents:sources"))],
        "shelf": shelf,
        "bars": draw_bars(shelf.years, address, ASIDE),
        "search_address": search_url(source=slug),
        "pager": page_links(request, shelf.page),
    }
    return find_years_file(request, shelf.years, address, found.label) or render(
        request, "documents/source.html", context
    )


@require_safe
@unless_unchanged
def sources(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    context = {
        "sources": sources_with_counts(visibility),
        "without": count_without_source(visibility),
    }
    return render(request, "documents/sources.html", context)
