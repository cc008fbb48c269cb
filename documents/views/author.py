"""The records that one author wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from documents.models import Author
from documents.overviews.authorship import author_page
from documents.overviews.bars import ASIDE, draw_bars
from documents.templatetags.addresses import search_url
from documents.views.pager import page_links
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def author(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = get_object_or_404(Author, pk=pk)
    page = author_page(found, request.GET.get("page", ""), visibility_of(request))
    if page is None:
        raise Http404
    if slug != found.slug:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    asked = f'author:"{found.name}"'

    def address(year: int) -> str:
        return search_url(q=asked, **{"from": year, "to": year})

    context = {
        "author": found,
        "page": page,
        "bars": draw_bars(page.shelf.years, address, ASIDE),
        "search_address": search_url(q=asked),
        "pager": page_links(request, page.shelf.page),
    }
    return find_years_file(request, page.shelf.years, address, found.name) or render(
        request, "documents/author.html", context
    )
