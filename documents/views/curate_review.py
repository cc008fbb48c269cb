"""The review page of a submission: its text left, the proposed record right."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from documents import curation
from documents.curation.duplicates import find_alike
from documents.curation.other_eyes import may_make_public, who_may_publish
from documents.forms.review import Review
from documents.ingest import UnreadablePageError
from documents.models import Submission
from documents.views.curate_access import curator_required
from documents.views.curate_outcome import (
    SAID,
    carry_out,
    check_right,
    finish,
    outcome_of,
    typed,
    window_of,
)
from documents.views.kept_entries import chosen, entries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User
    from django.http import HttpRequest

    from documents.curation import Reading
    from documents.models import Document, KeptReview

LONGEST_NUMBER = 18
SHOWN_AHEAD = "private, max-age=300"
WINDOW = 16
_TOKEN = re.compile(rb'name="(csrfmiddlewaretoken|window)" value="\w+"')


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    submission = get_object_or_404(Submission.objects.select_related("document"), pk=pk)
    if submission.document is not None:
        return _lead_on(request, submission, submission.document)
    try:
        reading = curation.read(submission)
    except UnreadablePageError as error:
        context = {"submission": submission, "reason": str(error)}
        return render(request, "documents/curate_unreadable.html", context, status=422)
    if request.method != "POST":
        kept = curation.load_kept(submission, cast("User", request.user))
        if asked := chosen(kept, request):
            kept = [asked, *(one for one in kept if one != asked)]
        forms = Review(reading.entry, curation.offers_of(reading), entries_of(kept))
        return _page(request, submission, reading, forms, kept=kept)
    check_right(request)
    return _decide(request, submission, reading)


@require_POST
@curator_required
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed so far; the page calls this while the curator types."""
    submission = get_object_or_404(Submission, pk=pk)
    _keep(request, submission)
    return HttpResponse(status=204)


@require_POST
@curator_required
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    submission = get_object_or_404(Submission, pk=pk, document=None)
    if "back" in request.POST:
        curation.take_up(submission)
        return redirect("documents:curate-review", pk)
    curation.set_aside(submission)
    if ahead := curation.load_next(submission):
        return redirect(_address(ahead, submission, "aside"))
    messages.success(request, SAID["aside"])
    return redirect("documents:curate")


def _keep(request: HttpRequest, submission: Submission) -> None:
    curation.keep_review(
        submission,
        typed(request.POST),
        window=window_of(request.POST),
        by=cast("User", request.user),
        now=timezone.now(),
    )


def _decide(request: HttpRequest, submission: Submission, reading: Reading) -> HttpResponse:
    forms = Review(reading.entry, curation.offers_of(reading), request.POST)
    if request.POST.get("state_seen", submission.state) != submission.state:
        _keep(request, submission)
        return _page(request, submission, reading, forms, status=409)
    try:
        document = _accept(request, submission, forms) if forms.is_valid() else None
    except ValidationError as error:
        forms.record.add_error(None, error.messages)
        document = None
    except curation.ChangedMeanwhileError as error:
        return _lead_on(request, submission, error.document)
    if document is None:
        _keep(request, submission)
        return _page(request, submission, reading, forms, status=422)
    outcome = outcome_of(request, document)
    ahead = None if outcome == "saved" else curation.load_next(submission)
    return redirect(_address(ahead, submission, outcome)) if ahead else finish(request, document)


def _address(ahead: int, submission: Submission, outcome: str = "") -> str:
    """Return where the next one is reviewed after this one.

    A browser may hold the page from before anything was decided, and has it under the address
    without the fragment; the fragment picks the line that says what was.
    """
    address = f"{reverse('documents:curate-review', args=[ahead])}?after={submission.pk}"
    return f"{address}#{outcome}" if outcome else address


def _lead_on(request: HttpRequest, submission: Submission, document: Document) -> HttpResponse:
    """Lead to the record that the text became; what was typed goes along and is compared there."""
    is_typed = request.method == "POST"
    if is_typed:
        _keep(request, submission)
        messages.warning(request, _("Somebody else made this text a record meanwhile: this one."))
    return redirect("documents:curate-record", document.pk, preserve_request=is_typed)


@transaction.atomic
def _accept(request: HttpRequest, submission: Submission, forms: Review) -> Document:
    by: User = request.user  # type: ignore[assignment]  # curator_required saw to it
    now = timezone.now()
    document = curation.accept(submission, forms.entry(), by=by, now=now)
    curation.hand_in(submission, typed(request.POST), window=window_of(request.POST))
    return carry_out(request, document, forms, now)


def _page(
    request: HttpRequest,
    submission: Submission,
    reading: Reading,
    forms: Review,
    *,
    status: int = 200,
    kept: Sequence[KeptReview] = (),
) -> HttpResponse:
    forms.explain(reading.draft)
    ahead = curation.load_next(submission)
    after = request.GET.get("after", "") if request.method != "POST" else ""
    context = {
        "submission": submission,
        "ahead": _address(ahead, submission) if ahead else "",
        "after": after if after.isdecimal() and len(after) < LONGEST_NUMBER else "",
        "said": [(outcome, text) for outcome, text in SAID.items() if outcome != "saved"],
        "review": forms,
        "lines": curation.source_lines(reading.draft),
        "warnings": reading.draft.warnings,
        "alike": find_alike(reading.entry, [link.topic_id for link in reading.links]),
        "shown": kept[0] if kept else None,
        "others": kept[1:],
        "window": window_of(request.POST) or _window(request, kept),
        "changed_meanwhile": status == 409,
        "may_publish": may_make_public(None, request.user),
        "who_may": who_may_publish(None, request.user) if settings.SECOND_PAIR_OF_EYES else "",
    }
    response = render(request, "documents/curate_review.html", context, status=status)
    return _checkable(request, response) if request.method == "GET" else response


def _window(request: HttpRequest, kept: Sequence[KeptReview]) -> str:
    """Return the mark of this page: one that goes on with own entries takes their place."""
    if kept and kept[0].by_id == request.user.pk:
        return kept[0].window
    return get_random_string(WINDOW)


def _checkable(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Mark a page by what it says, so that the browser can ask whether it is still so.

    A page that is loaded ahead may be shown without asking for some minutes; `fresh.js` asks as
    soon as it is shown, and loads it anew where somebody decided or typed anything since.
    """
    said = _TOKEN.sub(b"", response.content)
    response["ETag"] = f'"{hashlib.sha256(said).hexdigest()[:32]}"'
    if request.headers.get("Sec-Purpose", "").startswith("prefetch"):
        response["Cache-Control"] = SHOWN_AHEAD
    return response
