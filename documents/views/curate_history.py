"""The history of one record: who changed what, when and why; any field can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from documents import curation
from documents.models import Change, Document
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

PAGE = 30


@require_safe
@curator_required
def history(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    page = Paginator(document.changes.select_related("by"), PAGE).get_page(request.GET.get("page"))
    rows = [(change, curation.shown_changes(change)) for change in page]
    context = {"document": document, "rows": rows, "page": page}
    return render(request, "documents/curate_history.html", context)


@require_POST
@curator_required
def revert(request: HttpRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(
        Change.objects.select_related("document"), pk=pk, document__isnull=False
    )
    names = [name for name in (request.POST.get("field", ""),) if name]
    try:
        curation.revert(change, names, by=cast("User", request.user), now=timezone.now())
    except curation.CannotRevertError as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Put back as it was."))
    return redirect("documents:curate-history", cast("Document", change.document).pk)
