"""The state of the house on one page, the lists of what is missing, and the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from documents.curation.fixity import damaged_originals
from documents.curation.history import note
from documents.curation.relinking import unlinked_changes
from documents.models import Document
from documents.models.rights import PUBLISH
from documents.overviews.desk_health import changed_since_check, failed_jobs, gaps, index_health
from documents.overviews.given_up import given_up
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PAGE = 50
TITLES = {
    "date": _("Records without a date"),
    "topic": _("Records without a topic"),
    "source": _("Records without a source"),
    "text": _("Records without a text"),
    "review": _("Published without a review"),
    "trash": _("In the trash"),
    "withdrawn": _("Withdrawn"),
}

GIVEN_UP = {"trash": Document.Status.TRASHED, "withdrawn": Document.Status.WITHDRAWN}


@require_safe
@curator_required
def health(request: HttpRequest) -> HttpResponse:
    indexes = index_health()
    context = {
        "indexes": indexes,
        "now": timezone.now(),
        "failed": failed_jobs(),
        "changed": changed_since_check(indexes),
        "gaps": [(name, TITLES[name], gap.documents.count()) for name, gap in gaps().items()],
        "given_up": [(name, TITLES[name], _given_up(name).count()) for name in GIVEN_UP],
        "unlinked": unlinked_changes(),
        "damaged": list(damaged_originals()) if "files" in request.GET else None,
    }
    return render(request, "documents/curate_health.html", context)


@require_safe
@curator_required
def missing(request: HttpRequest, name: str) -> HttpResponse:
    """List the records that lack something, or that were given up."""
    is_given_up = name in GIVEN_UP
    documents = _given_up(name) if is_given_up else _gap(name)
    page = Paginator(documents, PAGE).get_page(request.GET.get("page"))
    context = {
        "title": TITLES[name],
        "is_review": name == "review",
        "page": page,
        "given_up": given_up(page) if is_given_up else None,
        "may_restore": request.user.has_perm(PUBLISH),
    }
    return render(request, "documents/curate_missing.html", context)


@require_POST
@curator_required
def reviewed(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a curator looked at a record and found nothing to change."""
    document = get_object_or_404(Document, pk=pk)
    note(document, "reviewed", by=cast("User", request.user), now=timezone.now())
    messages.success(request, _("Noted: “%(title)s” was looked at.") % {"title": document.title})
    return redirect("documents:curate-missing", "review")


def _gap(name: str) -> QuerySet[Document]:
    gap = gaps().get(name)
    if gap is None:
        raise Http404
    return gap.documents


def _given_up(name: str) -> QuerySet[Document]:
    return Document.objects.for_lists().filter(status=GIVEN_UP[name]).order_by("-updated_at", "-pk")
