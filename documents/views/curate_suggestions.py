"""The queue of suggested links: one by one by key or button; and what was done together."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from documents import curation
from documents.curation.decisions import accept_link, put_status, reject
from documents.curation.reverting import needs_right_to_publish
from documents.forms.suggestions import AboveForm, DecisionForm
from documents.models import Change, Topic, TopicLink
from documents.models.rights import PUBLISH
from documents.overviews.suggestions_desk import (
    last_decision,
    surest,
    waiting_by_facet,
    waiting_links,
)
from documents.views.curate_access import curator_required, wants_json

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, QueryDict

PAGE = 20


@require_safe
@curator_required
def suggestions(request: HttpRequest) -> HttpResponse:
    facet = _facet(request.GET)
    links = waiting_links(facet)
    proposed = {"facet": facet, "above": surest(links)}
    context = {
        "page": Paginator(links, PAGE).get_page(request.GET.get("page")),
        "facet": facet,
        "facets": waiting_by_facet(),
        "form": AboveForm(initial=proposed),
    }
    return render(request, "documents/curate_suggestions.html", context)


@require_POST
@curator_required
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or reject one link; a script asks for no page."""
    link = get_object_or_404(TopicLink.objects.select_related("decided_by"), pk=pk)
    form = DecisionForm(request.POST)
    if form.is_valid() and link.status != TopicLink.Status.SUGGESTED:
        told = {"who": link.decided_by or _("the system"), "what": link.get_status_display()}
        messages.warning(request, _("%(who)s decided this link meanwhile: %(what)s.") % told)
        return JsonResponse({"reload": True}) if wants_json(request) else _back(request)
    if form.is_valid():
        verb = accept_link if form.cleaned_data["do"] == "accept" else reject
        verb(link, by=cast("User", request.user), now=timezone.now())
    return _back(request)


@require_POST
@curator_required
def undo_last(request: HttpRequest) -> HttpResponse:
    """Take back this curator's last decision on a link."""
    user, now = cast("User", request.user), timezone.now()
    last = last_decision(user, now)
    if last is not None:
        put_status(last, TopicLink.Status.SUGGESTED, by=user, now=now)
    return _back(request)


@require_safe
@curator_required
def batch(request: HttpRequest, mark: UUID) -> HttpResponse:
    """Show what was done together."""
    changes = Change.objects.filter(batch=mark).select_related("by", "document")
    page = Paginator(changes, PAGE).get_page(request.GET.get("page"))
    rows = [(change, curation.shown_changes(change)) for change in page]
    context = {"page": page, "rows": rows, "mark": mark}
    return render(request, "documents/curate_batch.html", context)


@require_POST
@curator_required
def undo_batch(request: HttpRequest, mark: UUID) -> HttpResponse:
    changes = Change.objects.filter(batch=mark)
    if needs_right_to_publish(changes) and not request.user.has_perm(PUBLISH):
        raise PermissionDenied
    try:
        undone = curation.undo(mark, by=cast("User", request.user), now=timezone.now())
    except (curation.CannotRevertError, ValidationError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
        return redirect("documents:curate-batch", mark)
    messages.success(request, _("Taken back: %(count)d changes.") % {"count": undone.taken_back})
    if undone.stayed:
        said = ngettext(
            "%(count)d was changed again since and stays as it was left.",
            "%(count)d were changed again since and stay as they were left.",
            undone.stayed,
        )
        messages.warning(request, said % {"count": undone.stayed})
    return redirect("documents:curate")


def _facet(values: QueryDict) -> str:
    """Return the facet that is looked at, empty for all."""
    facet = values.get("facet", "")
    return facet if facet in Topic.Facet.values else ""


def _back(request: HttpRequest) -> HttpResponse:
    facet = _facet(request.POST)
    if wants_json(request):
        return JsonResponse({"waiting": waiting_links(facet).count()})
    query = {"facet": facet} if facet else None
    return redirect(reverse("documents:curate-suggestions", query=query))
