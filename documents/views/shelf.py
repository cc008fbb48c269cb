"""A page of records with their bars: of an author, a series, a source or a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from documents.overviews.bars import ASIDE, draw_bars
from documents.templatetags.addresses import search_url
from documents.views.pager import page_links
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from documents.overviews.shelf import Shelf


def shelf_page(
    request: HttpRequest, template: str, shelf: Shelf, asked: Mapping[str, str], **shown: Any
) -> HttpResponse:
    """Return the page of a shelf, or the file of its years where one is asked for.

    `asked` are the parameters of the search for the same records; `shown` is what the template
    needs besides, with the title of the file as `name`.
    """

    def address(year: int) -> str:
        return search_url(**asked, **{"from": year, "to": year})

    file = find_years_file(request, shelf.years, address, shown["name"])
    if file is not None:
        return file
    context = shown | {
        "shelf": shelf,
        "bars": draw_bars(shelf.years, address, ASIDE),
        "search_address": search_url(**asked),
        "pager": page_links(request, shelf.page),
    }
    return render(request, template, context)
