"""Bulk work: select records, choose what is done, look at the preview, do it, undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.curation.batches import change_all, recent_batches, state_of
from documents.curation.outcome import OtherOutcomeError
from documents.forms.bulk import MOST, PUBLISHING, SelectionForm, WorkForm
from documents.models import Document
from documents.models.rights import PUBLISH
from documents.views.curate_access import curator_required
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def bulk(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _work(request)
    form = SelectionForm(request.GET)
    found = _found(request, form)
    total = found.count()
    context = {
        "form": form,
        "work": WorkForm(),
        "documents": found[:SHOWN],
        "total": total,
        "shown": SHOWN,
        "may_all": SHOWN < total <= MOST,
        "selection": request.GET.urlencode(),
        "batches": recent_batches(),
    }
    return render(request, "documents/curate_bulk.html", context)


def _work(request: HttpRequest) -> HttpResponse:
    ids = _chosen(request)
    form = WorkForm(request.POST)
    if form.is_valid() and form.cleaned_data["verb"] in PUBLISHING:
        _check(request)
    if form.is_valid() and ids and "sure" in request.POST:
        return _do(request, ids, form)
    if not ids:
        messages.error(request, _("No record was ticked."))
    return _preview(request, ids, form)


def _preview(request: HttpRequest, ids: list[int], form: WorkForm) -> HttpResponse:
    context = {
        "work": form,
        "documents": Document.objects.for_lists().filter(pk__in=ids[:SHOWN]),
        "ids": ",".join(str(pk) for pk in ids),
        "total": len(ids),
        "seen": state_of(ids),
        "preview": form.is_valid() and bool(ids),
    }
    return render(request, "documents/curate_bulk_preview.html", context)


def _do(request: HttpRequest, ids: list[int], form: WorkForm) -> HttpResponse:
    user = cast("User", request.user)
    seen = request.POST.get("seen", "-")
    try:
        batch = change_all(ids, form.work(), by=user, now=timezone.now(), seen=seen)
    except OtherOutcomeError as error:
        messages.warning(request, str(error))
        return _preview(request, ids, form)
    except ValidationError as error:
        messages.error(request, _("Nothing was changed.") + " " + " ".join(error.messages))
        return redirect("documents:curate-bulk")
    messages.success(request, _("Done. All of it can be taken back here."))
    return redirect("documents:curate-batch", batch)


def _chosen(request: HttpRequest) -> list[int]:
    """Return the records that are meant: those ticked, or all that the selection finds."""
    if "all" in request.POST:
        form = SelectionForm(QueryDict(request.POST.get("selection", "")))
        return list(_found(request, form).values_list("pk", flat=True)[:MOST])
    ticked = ",".join(request.POST.getlist("ids")).split(",")
    asked = [int(one) for one in ticked if one.isdecimal() and len(one) < 19]
    return list(Document.objects.filter(pk__in=asked[:MOST]).values_list("pk", flat=True))


def _found(request: HttpRequest, form: SelectionForm) -> QuerySet[Document]:
    if not form.is_valid():
        return Document.objects.none()
    return form.documents(visibility_of(request))


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied
