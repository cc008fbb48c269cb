"""Pages that explain the product: glossary, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models.plurals import facets
from documents.overviews.coverage import coverage
from documents.overviews.glossary import glossary_entries
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def glossary(request: HttpRequest) -> HttpResponse:
    groups = [(facet, facets(facet), entries) for facet, entries in glossary_entries().items()]
    return render(request, "documents/glossary.html", {"groups": groups})


@require_safe
@unless_unchanged
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/about.html", {"coverage": coverage(visibility_of(request))})
