"""The history of one record: who changed what, when and why; any field can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from documents import curation
from documents.curation.reverting import needs_right_to_publish
from documents.models import Change, Document
from documents.models.rights import EDIT_TOPICS, PUBLISH
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
    """Put back a change of a record, or of a topic where one may edit those."""
    change = get_object_or_404(Change.objects.select_related("document"), pk=pk)
    of_topic = change.noun == Change.Noun.TOPIC
    if not of_topic and change.document is None:
        raise Http404
    if of_topic and not request.user.has_perm(EDIT_TOPICS):
        raise PermissionDenied
    if needs_right_to_publish([change]) and not request.user.has_perm(PUBLISH):
        raise PermissionDenied
    names = [name for name in (request.POST.get("field", ""),) if name]
    try:
        curation.revert(change, names, by=cast("User", request.user), now=timezone.now())
    except curation.CannotRevertError as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Put back as it was."))
    if change.document is None:
        return redirect("documents:curate-topic", change.object_id)
    return redirect("documents:curate-history", change.document.pk)
