"""Merges two records after a preview, and parts them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.curation.merges import MERGED, CannotMergeError, CannotPartError
from documents.curation.outcome import OtherOutcomeError
from documents.curation.record_merging import merge_records, preview_merge
from documents.curation.record_parting import part_records, preview_parting
from documents.forms.merge import MergeRecordForm
from documents.models import Change, Document
from documents.models.rights import PUBLISH
from documents.views.curate_access import right_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(PUBLISH)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a merge would move; do it on POST, if it would still do the same."""
    record = get_object_or_404(Document, pk=pk)
    data = request.POST if request.method == "POST" else request.GET
    form = MergeRecordForm(data)
    if not form.is_valid():
        messages.error(request, " ".join(str(one) for one in form.errors["into"]))
        return redirect("documents:curate-record", pk)
    into: Document = form.cleaned_data["into"]
    now = timezone.now()
    try:
        if request.method == "POST":
            by, expected = cast("User", request.user), data.get("expected", "-")
            merge_records(record, into, by=by, now=now, expected=expected)
            messages.success(request, _("Merged. It can be undone below for 30 days."))
            return redirect("documents:curate-record", into.pk)
        found = preview_merge(record, into, now)
    except (CannotMergeError, OtherOutcomeError) as error:
        messages.error(request, str(error))
        return redirect("documents:curate-record", pk)
    context = {"record": record, "into": into, "found": found}
    return render(request, "documents/curate_record_merge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(PUBLISH)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what parting brings back and what stays; do it on POST."""
    change = get_object_or_404(Change, pk=pk, noun=Change.Noun.DOCUMENT, verb=MERGED)
    now = timezone.now()
    try:
        if request.method == "POST":
            parted = part_records(change, by=cast("User", request.user), now=now)
            for sentence in parted.left:
                messages.warning(request, sentence)
            messages.success(request, _("“%(name)s” is back.") % {"name": parted.record.title})
            return redirect("documents:curate-record", parted.record.pk)
        parted = preview_parting(change, now=now)
    except (CannotPartError, ValidationError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
        return redirect("documents:curate-record", change.object_id)
    context = {"change": change, "parted": parted, "name": parted.record.title}
    return render(request, "documents/curate_record_unmerge.html", context)
