"""The records that share a keyword or a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_safe

from documents.models import shown_tags
from documents.overviews.shelf import shelf_of_tag
from documents.views.moved import moved_or_missing
from documents.views.shelf import shelf_page
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

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
    asked = {"tag": slug}
    return shelf_page(request, "documents/tag.html", shelf, asked, name=found.name, tag=found)
