"""Bulk work: select records, choose what is done, look at the preview, do it, undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.curation.batches import change_all
from documents.forms.bulk import PUBLISHING, SelectionForm, WorkForm
from documents.models import Document
from documents.views.curate_access import PUBLISH, curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def bulk(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _work(request)
    form = SelectionForm(request.GET, label_suffix="")
    found = form.documents() if form.is_valid() else Document.objects.none()
    context = {
        "form": form,
        "work": WorkForm(label_suffix=""),
        "documents": found[:MOST],
        "total": found.count(),
        "most": MOST,
    }
    return render(request, "documents/curate_bulk.html", context)


def _work(request: HttpRequest) -> HttpResponse:
    ids = [int(one) for one in request.POST.getlist("ids") if one.isdecimal()]
    chosen = Document.objects.for_lists().filter(pk__in=ids)
    form = WorkForm(request.POST, label_suffix="")
    if form.is_valid() and form.cleaned_data["verb"] in PUBLISHING:
        _check(request)
    if form.is_valid() and chosen and "sure" in request.POST:
        return _do(request, ids, form)
    context = {"work": form, "documents": chosen, "preview": form.is_valid() and bool(chosen)}
    if not chosen:
        messages.error(request, _("No record was ticked."))
    return render(request, "documents/curate_bulk_preview.html", context)


def _do(request: HttpRequest, ids: list[int], form: WorkForm) -> HttpResponse:
    user = cast("User", request.user)
    try:
        batch = change_all(ids, form.work(), by=user, now=timezone.now())
    except ValidationError as error:
        messages.error(request, _("Nothing was changed.") + " " + " ".join(error.messages))
        return redirect("documents:curate-bulk")
    messages.success(request, _("Done. All of it can be taken back here."))
    return redirect("documents:curate-batch", batch)


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied
