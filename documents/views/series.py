"""The records of one series of a publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_safe

from documents.models import Document
from documents.overviews.shelf import shelf_of
from documents.search.tokens import phrase_in
from documents.views.shelf import shelf_page
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

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
    asked = {"q": phrase_in("number", name)}
    return shelf_page(request, "documents/series.html", shelf, asked, name=name)
