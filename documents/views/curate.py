"""The curators' desk: what waits for review, and what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.curation import never_handed_in
from documents.curation.relinking import unlinked_changes
from documents.models import Document, KeptReview, Submission
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

WAITING = (Document.Status.DRAFT, Document.Status.REVIEW)
PAGE = 25


@require_safe
@curator_required
def curate(request: HttpRequest) -> HttpResponse:
    waiting = Submission.objects.filter(state=Submission.State.OPEN).annotate(
        is_begun=Exists(KeptReview.objects.filter(submission=OuterRef("pk")))
    )
    drafts = Document.objects.for_lists().filter(status__in=WAITING).order_by("-updated_at")
    recent = Document.objects.for_lists().exclude(status__in=WAITING).order_by("-updated_at")
    context = {
        "submissions": Paginator(waiting, PAGE).get_page(request.GET.get("page")),
        "drafts": Paginator(drafts, PAGE).get_page(request.GET.get("drafts")),
        "recent": recent[:10],
        "aside": Submission.objects.filter(state=Submission.State.REFUSED)[:5],
        "left": never_handed_in(),
        "unlinked": unlinked_changes(),
    }
    return render(request, "documents/curate.html", context)
