"""The page of one record, and its citation as a file."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe

from documents.exports.citation import Citation, cite_document
from documents.exports.formats import FORMATS
from documents.exports.head import Described, named_values, schema_org
from documents.forms.search import query_from
from documents.models import Document
from documents.models.rights import CURATE
from documents.overviews.figures import Ledger, figures_beside
from documents.overviews.record import (
    RecordPage,
    find_removal,
    present_record,
    record_page,
)
from documents.overviews.related import Known, hidden_beside, related_records
from documents.search.marking import MarkedText, marked_text, units_asked
from documents.views.back import list_behind
from documents.views.download import text_file
from documents.views.moved import moved_to
from documents.views.unchanged import unless_unchanged_behind
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from documents.models import Visibility


@require_safe
@unless_unchanged_behind
def document(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    visibility = visibility_of(request)
    try:
        page = record_page(pk, visibility)
    except Document.DoesNotExist:
        return _moved_or_gone(request, pk)
    address = page.document.get_absolute_url()
    if slug != page.document.slug:
        return moved_to(request, address)
    citation, permanent = _citation(request, page), _permanent_address(page.document)
    known = Known(page.links, page.parts.see_also)
    curates = request.user.has_perm(CURATE)
    texts = _texts(request, page)
    context = {
        "page": page,
        "document": page.document,
        "texts": texts,
        "places": [place for text in texts.values() for place in text.places],
        "related": related_records(page.document, visibility, known),
        "ledgers": _ledgers(page, visibility),
        "curates": curates,
        "hidden": hidden_beside(page.document, known) if curates else (),
        "citations": [(each, each.render(citation)) for each in FORMATS.values()],
        "back": list_behind(request),
        "permanent": request.build_absolute_uri(permanent),
        "retrieved_on": citation.retrieved_on,
        "head": _head(page, citation, request.build_absolute_uri(permanent)),
    }
    response = render(request, "documents/document.html", context)
    patch_vary_headers(response, ["Referer"])  # it leads back to the results one came from
    return response


def _ledgers(page: RecordPage, visibility: Visibility) -> tuple[Ledger, ...]:
    """Return the figures of the record beside those of others."""
    if not page.parts.figures:
        return ()
    return figures_beside(page.document, visibility, [each.topic for each in page.evidence])


def _head(page: RecordPage, citation: Citation, permalink: str) -> dict[str, Any]:
    """Return what programs are told; nothing that the page does not show this reader."""
    described = Described(
        citation=citation,
        permalink=permalink,
        abstract="" if page.is_embargoed else page.document.abstract,
        keywords=[word.name for word in page.parts.keywords],
        is_free=page.document.access == Document.Access.OPEN and not page.is_embargoed,
    )
    return {"named": named_values(described), "item": schema_org(described)}


def _texts(request: HttpRequest, page: RecordPage) -> dict[str, MarkedText]:
    """Return the texts that are shown by zone, the words of the search one came from marked."""
    document = page.document
    shown = {} if page.is_embargoed else {"abstract": document.abstract, "body": document.body}
    if page.shows_restricted:
        shown["restricted"] = document.restricted_body
    units = units_asked(query_from(request.GET), visibility_of(request))
    return {name: marked_text(text, name[0], units) for name, text in shown.items()}


@require_safe
def cite(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    wanted = FORMATS.get(name)
    if wanted is None:
        raise Http404
    try:
        page = record_page(pk, visibility_of(request))
    except Document.DoesNotExist:
        return _cite_present(request, pk, name)
    cited = wanted.render(_citation(request, page))
    return text_file(cited, wanted.media_type, f"record-{pk}.{wanted.suffix}")


def _moved_or_gone(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead on from a record that was merged, or say that it was public and why it is gone.

    Raises Http404 for what never was public.
    """
    if present := present_record(pk, visibility_of(request)):
        return moved_to(request, present.get_absolute_url())
    reason = find_removal(pk, timezone.now())
    if reason is None:
        raise Http404
    return render(request, "410.html", {"reason": reason}, status=HTTPStatus.GONE)


def _cite_present(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Lead on to the citation of the record that a public one was merged into, or raise Http404."""
    present = present_record(pk, visibility_of(request))
    if present is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("documents:cite", args=[present.pk, name]))


def _permanent_address(document: Document) -> str:
    """Return the address at which a record is cited: short, and the same in either interface."""
    with override("en"):
        return reverse("documents:document", args=[document.pk])


def _citation(request: HttpRequest, page: RecordPage) -> Citation:
    return cite_document(
        page.document,
        [writer.author.name for writer in page.parts.writers],
        page.parts.issuing_bodies,
        request.build_absolute_uri(_permanent_address(page.document)),
        timezone.localdate(),
        page.listed.precision,
    )
