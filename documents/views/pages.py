"""Pages that explain the product: help, glossary, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models import Topic
from documents.overviews.shelf import sources_with_counts
from documents.templatetags.wording import facets
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/help.html")


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    topics = list(
        Topic.objects.filter(facet__in=[Topic.Facet.CLUSTER, Topic.Facet.THEME, Topic.Facet.INSTRUMENT])
        .select_related("parent")
        .with_names()
    )
    groups = [
        (facet, facets(facet), [topic for topic in topics if topic.facet == facet])
        for facet in (Topic.Facet.THEME, Topic.Facet.CLUSTER, Topic.Facet.INSTRUMENT)
    ]
    return render(request, "documents/glossary.html", {"groups": groups})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    sources = [
        source for source in sources_with_counts(visibility_of(request)) if source.record_count
    ]
    return render(request, "documents/about.html", {"sources": sources})
