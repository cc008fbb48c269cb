"""The records that share a keyword or a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models import shown_tags
from documents.overviews.bars import ASIDE, draw_bars
from documents.overviews.shelf import shelf_of_tag
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
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = shown_tags(visibility_of(request)).filter(slug=slug).first()
    if found is None:
        return moved_or_missing(request, "tag", slug)
    shelf = shelf_of_tag(slug, request.GET.get("page", ""), visibility_of(request))
    if not shelf.total:  # a word that only hidden records carry is hidden too
        raise Http404

    def address(year: int) -> str:
        return search_url(tag=slug, **{"from": year, "to": year})

    context = {
        "tag": found,
        "shelf": shelf,
        "bars": draw_bars(shelf.years, address, ASIDE),
        "search_address": search_url(tag=slug),
        "pager": page_links(request, shelf.page),
    }
    return find_years_file(request, shelf.years, address, found.name) or render(
        request, "documents/tag.html", context
    )
