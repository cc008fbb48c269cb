"""The search page, and the suggestions under its box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from documents import search as searching
from documents.forms.search import address_of, date_notes, marking_of, query_from, typed_day
from documents.overviews.listed import list_records
from documents.overviews.suggestions import suggest_rows
from documents.search.query import PER_PAGE
from documents.views import search_page
from documents.views.pager import links_between
from documents.views.search_dates import date_chart
from documents.views.search_empty import offers
from documents.views.search_files import MOST as MOST_IN_FILE, file_addresses, find_results_file
from documents.views.search_names import also_searched
from documents.views.search_words import words_address
from documents.views.viewer import visibility_of
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = query_from(request.GET)
    visibility = visibility_of(request)
    if found := find_results_file(request, query, visibility):
        return found
    page = searching.find(query, visibility)
    if query.page > page.pages and page.total:
        return redirect(address_of(query.without(page=page.pages)))
    dates = date_chart(query, page)
    if file := find_years_file(request, dates.counts, dates.address_of, query.text):
        return file
    passages = {hit.document.pk: hit.passages for hit in page.hits}
    context = {
        "query": query,
        "text": query.text,
        "page": page,
        "records": list_records([hit.document for hit in page.hits], visibility, passages),
        "marking": marking_of(query),
        "words_address": words_address(query),
        "files": file_addresses(query),
        "most_in_file": MOST_IN_FILE if page.total > MOST_IN_FILE else 0,
        "notes": (*date_notes(request.GET), *page.repairs),
        "from_typed": typed_day(query.date_from, "from"),
        "to_typed": typed_day(query.date_to, "to"),
        "filters": search_page.filters(page),
        "chips": search_page.chips(query, page),
        "also": also_searched(query, page),
        "dates": dates,
        "pager": links_between(request, query.page, page.pages, page.total, PER_PAGE),
        "offers": None if page.total else offers(query, visibility),
        "exact_address": address_of(query.without(exact=True)),
        "cleared_address": address_of(query.unfiltered().without(exact=False)),
    }
    return render(request, "documents/search.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    rows = suggest_rows(request.GET.get("q", ""), visibility_of(request))
    return JsonResponse({"rows": rows})
