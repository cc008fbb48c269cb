"""The records that one author wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from documents.models import Author
from documents.overviews.authorship import author_page
from documents.search.tokens import phrase_in
from documents.views.shelf import shelf_page
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

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
    asked = {"q": phrase_in("author", found.name)}
    return shelf_page(
        request,
        "documents/author.html",
        page.shelf,
        asked,
        name=found.name,
        author=found,
        page=page,
    )
