"""The review page of a stored record, with the text it came from where that is stored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from documents import curation
from documents.curation.merged import merged_into, merges_into
from documents.curation.other_eyes import may_make_public, who_may_publish
from documents.forms.review import Review
from documents.forms.state import StateForm
from documents.ingest import UnreadablePageError
from documents.models import Document, Submission
from documents.models.rights import PUBLISH
from documents.views.curate_access import curator_required, right_required
from documents.views.curate_outcome import carry_out, check_right, finish, typed, window_of
from documents.views.kept_entries import chosen, entries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

    from documents.curation import Difference, Entry
    from documents.models import KeptReview


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def record(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    entry = curation.entry_of(document)
    offers = curation.offers_of_record(document)
    if request.method != "POST":
        shown = chosen(_kept(document), request)
        forms = Review(entry, offers, entries_of([shown] if shown else []), document)
        differences = _beside(entry, forms) if shown else ()
        return _page(request, document, forms, shown=shown, differences=differences)
    check_right(request)
    return _revise(request, document, Review(entry, offers, request.POST, document))


@require_POST
@right_required(PUBLISH)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a record, put it in the trash, or restore it."""
    document = get_object_or_404(Document, pk=pk)
    form = StateForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the reason: it is shown in place of the record."))
        return redirect("documents:curate-record", pk)
    try:
        form.carry_out(document, by=cast("User", request.user), now=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, form.outcome())
    return redirect("documents:curate-record", pk)


def _revise(request: HttpRequest, document: Document, forms: Review) -> HttpResponse:
    try:
        stored = _store(request, document, forms) if forms.is_valid() else None
    except ValidationError as error:
        forms.record.add_error(None, error.messages)
        stored = None
    except curation.ChangedMeanwhileError as error:
        differences = curation.differences(error.stored, forms.entry())
        return _page(
            request, error.document, forms, status=409, differences=differences, clash=True
        )
    if stored is None:
        return _page(request, document, forms, status=422)
    return finish(request, stored)


@transaction.atomic
def _store(request: HttpRequest, document: Document, forms: Review) -> Document:
    by: User = request.user  # type: ignore[assignment]  # curator_required saw to it
    now, seen_at = timezone.now(), _seen_at(request)
    stored = curation.revise(document, forms.entry(), seen_at=seen_at, by=by, now=now)
    submission = Submission.objects.filter(document=stored).first()
    if submission is not None and (window := window_of(request.POST)):
        curation.hand_in(submission, typed(request.POST), window=window)
    return carry_out(request, stored, forms, now)


def _kept(document: Document) -> list[KeptReview]:
    """Return what was typed on the text of a record and was not handed in."""
    submission = Submission.objects.filter(document=document).first()
    return curation.load_kept(submission) if submission else []


def _beside(entry: Entry, forms: Review) -> Sequence[Difference]:
    """Return what entries say otherwise than the record, nothing where they are not whole."""
    return curation.differences(entry, forms.entry()) if forms.is_valid() else ()


def _seen_at(request: HttpRequest) -> datetime:
    """Return when the record last changed as the curator saw it; what is unreadable is long ago."""
    try:
        return datetime.fromisoformat(request.POST.get("seen_at", ""))
    except ValueError:
        return datetime.fromtimestamp(0, tz=timezone.get_default_timezone())


def _page(
    request: HttpRequest, document: Document, forms: Review, status: int = 200, **context: object
) -> HttpResponse:
    seen_at = request.POST.get("seen_at") if status == 422 else document.updated_at.isoformat()
    context |= {
        "document": document,
        "review": forms,
        "kept": _kept(document),
        "window": window_of(request.POST) or getattr(context.get("shown"), "window", ""),
        "lines": _lines(document, forms),
        "seen_at": seen_at,
        "state_form": StateForm(),
        "may_publish": may_make_public(document, request.user),
        "may_withdraw": request.user.has_perm(PUBLISH),
        "who_may": _who_may(request, document),
        "merged_into": merged_into(document),
        "merges": merges_into(document, timezone.now()),
    }
    return render(request, "documents/curate_record.html", context, status=status)


def _who_may(request: HttpRequest, document: Document) -> str:
    """Return who may publish, where this curator might but for the second pair of eyes."""
    if not request.user.has_perm(PUBLISH) or may_make_public(document, request.user):
        return ""
    return who_may_publish(document, request.user)


def _lines(document: Document, forms: Review) -> tuple[curation.SourceLine, ...]:
    submission = Submission.objects.filter(document=document).first()
    if submission is None:
        return ()
    try:
        draft = curation.draft_of(submission)
    except UnreadablePageError:
        return ()
    forms.explain(draft)
    return curation.source_lines(draft)
