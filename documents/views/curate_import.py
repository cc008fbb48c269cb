"""Imports several files or a table: upload, plan, and carrying out exactly that plan."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.curation.import_batch import (
    BusyBatchError,
    MissingBatchError,
    begin,
    go_on,
    open_batch,
    read_anew,
)
from documents.curation.import_item import Action, Item, read_as
from documents.curation.importing import Applying
from documents.curation.other_eyes import may_make_public
from documents.forms.import_columns import ColumnsForm
from documents.forms.import_files import ImportForm, PublishingImportForm
from documents.ingest.columns import FIELDS
from documents.models import Source
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from documents.curation.import_batch import Batch, Result

SECONDS = 10.0  # of work a request; then the page says how far it got and goes on
SHOWN = 500  # steps on the page; the plan itself holds all


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def upload(request: HttpRequest) -> HttpResponse:
    form_class = PublishingImportForm if may_make_public(None, request.user) else ImportForm
    if request.method != "POST":
        return render(request, "documents/curate_import.html", {"form": form_class()})
    form = form_class(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "documents/curate_import.html", {"form": form}, status=422)
    by = cast("User", request.user)
    batch = begin(form.cleaned_data["uploads"], form.given(), by=by)
    for line in form.passed_over:
        said = _("“%(line)s” names no field. The fields are: %(fields)s.")
        messages.warning(request, said % {"line": line, "fields": ", ".join(FIELDS)})
    return redirect("documents:curate-import-plan", batch.id)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def plan(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Show the plan; carry it out on POST, for some seconds at a time."""
    try:
        opened = open_batch(batch.hex)
    except MissingBatchError as error:
        raise Http404 from error
    if request.method != "POST":
        return _page(request, opened)
    if "column" in request.POST:
        return _read_anew(request, opened)
    return _go_on(request, opened)


def _read_anew(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Plan the same files again with the columns as they were chosen."""
    form = ColumnsForm(batch.tables(), request.POST)
    if not form.is_valid():
        return _page(request, batch, form, status=422)
    try:
        read_anew(batch, form.given(batch.given()), by=cast("User", request.user))
    except BusyBatchError:
        messages.warning(request, _("This import is being carried out; its plan stays."))
    return redirect("documents:curate-import-plan", batch.id)


def _go_on(request: HttpRequest, batch: Batch) -> HttpResponse:
    if batch.plan.publishes and not may_make_public(None, request.user):
        raise PermissionDenied
    applying = Applying(cast("User", request.user), timezone.now())
    try:
        results = go_on(batch, applying, seconds=SECONDS)
    except BusyBatchError:
        messages.warning(request, _("This import is being carried out at the moment."))
        return redirect("documents:curate-import-plan", batch.id)
    if len(results) == batch.plan.writes:
        stored = sum(result.document is not None for result in results)
        messages.success(request, _("%(count)d records stored.") % {"count": stored})
    return redirect("documents:curate-import-plan", batch.id)


def _page(
    request: HttpRequest, batch: Batch, columns: ColumnsForm | None = None, status: int = 200
) -> HttpResponse:
    show = request.GET.get("show", "")
    context = _context(batch, show if show in set(Action) else "")
    context["columns"] = columns or ColumnsForm(batch.tables())
    return render(request, "documents/curate_import_plan.html", context, status=status)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the plan, what its page was read as, and what became of it so far."""

    item: Item
    read_as: str = ""
    result: Result | None = None


def _context(batch: Batch, show: str) -> dict[str, object]:
    """Return the steps in the order of the plan, those of one kind only where `show` names it."""
    results = batch.results()
    steps = list(islice((one for one in _steps(batch) if show in ("", one.item.action)), SHOWN))
    return {
        "batch": batch,
        "steps": steps,
        "counts": [(action, batch.plan.counts[action]) for action in Action],
        "show": show,
        "done": len(results),
        "is_finished": len(results) == batch.plan.writes,
        "is_cut": (batch.plan.counts[show] if show else batch.plan.total) > SHOWN,
    }


def _steps(batch: Batch) -> Iterator[Step]:
    pending = iter(batch.results())
    sources = {source.pk: source.label for source in Source.objects.all()}
    for item in batch.plan.items():
        read = read_as(item.entry, sources) if item.entry else ""
        yield Step(item, read, next(pending, None) if item.writes else None)
