"""One cell of the matrix: its records with the sentences that put them there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from documents.forms.scope import scope_from
from documents.overviews.cell import load_cell
from documents.views.moved import following_filters
from documents.views.pager import page_links
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
@following_filters
def cell(request: HttpRequest) -> HttpResponse:
    asked = scope_from(request.GET)
    found = load_cell(asked, request.GET.get("page", ""), visibility_of(request))
    if not found.topics:
        return redirect("documents:matrix")
    context = {
        "cell": found,
        "title": " × ".join(topic.label for topic in found.topics),
        "pager": page_links(request, found.page),
        "search_address": f"{reverse('documents:search')}?{urlencode(found.scope.as_filters())}",
    }
    return render(request, "documents/cell.html", context)
