"""The records of one series of a publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models import Document
from documents.overviews.bars import ASIDE, draw_bars
from documents.overviews.shelf import shelf_of
from documents.templatetags.addresses import search_url
from documents.views.pager import page_links
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def series(request: HttpRequest, name: str) -> HttpResponse:
    shelf = shelf_of(
        Document.objects.filter(series=name), request.GET.get("page", ""), visibility_of(request)
    )
    if not shelf.total:
        raise Http404
    asked = f'number:"{name}"'

    def address(year: int) -> str:
        return search_url(q=asked, **{"from": year, "to": year})

    context = {
        "name": name,
        "shelf": shelf,
        "bars": draw_bars(shelf.years, address, ASIDE),
        "search_address": search_url(q=asked),
        "pager": page_links(request, shelf.page),
    }
    return find_years_file(request, shelf.years, address, name) or render(
        request, "documents/series.html", context
    )
