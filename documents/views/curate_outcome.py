"""What the buttons under a review do, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents import curation
from documents.models import Document
from documents.models.rights import PUBLISH

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse, QueryDict

    from documents.forms.review import Review

SAID = {
    "published": _("Published."),
    "scheduled": _("Scheduled: it becomes visible by itself."),
    "handed-over": _("Handed over for publication."),
    "aside": _("Set aside. The text stays stored and can be taken up again."),
    "saved": _("Saved."),
}
OWN_FIELDS = {
    *("csrfmiddlewaretoken", "do", "seen_at", "state_seen", "window"),
    *("username", "password", "again"),
}
"""What a form carries besides what was typed into it."""


def check_right(request: HttpRequest) -> None:
    """Raise PermissionDenied where somebody publishes who may not."""
    if request.POST.get("do") == "publish" and not request.user.has_perm(PUBLISH):
        raise PermissionDenied


def carry_out(request: HttpRequest, document: Document, forms: Review, now: datetime) -> Document:
    """Store the decisions on links, then do what the button says."""
    by: User = request.user  # type: ignore[assignment]  # curator_required saw to it
    decisions = forms.decisions()
    curation.decide(document, decisions, by=by, now=now)
    do = request.POST.get("do", "save")
    is_public = document.status == Document.Status.PUBLISHED
    if do == "publish" or (is_public and request.user.has_perm(PUBLISH)):
        topics = decisions.ticked | {meaning.topic_id for meaning in decisions.meanings}
        moments = forms.publication.moments()
        return curation.publish(document, by=by, now=now, topics=topics, **moments)
    if do == "review":
        return curation.submit_for_review(document, by=by, now=now)
    return document


def outcome_of(request: HttpRequest, document: Document) -> str:
    """Return what the button did, as a key of SAID."""
    do = request.POST.get("do")
    if do == "publish":
        return "scheduled" if document.is_scheduled(timezone.now()) else "published"
    return "handed-over" if do == "review" else "saved"


def finish(request: HttpRequest, document: Document) -> HttpResponse:
    """Say what happened; a published record is shown as everybody sees it."""
    outcome = outcome_of(request, document)
    messages.success(request, SAID[outcome])
    if outcome == "published":
        return redirect(document.get_absolute_url())
    if outcome == "handed-over":
        return redirect("documents:curate")
    return redirect("documents:curate-record", document.pk)


def typed(data: QueryDict) -> dict[str, list[str]]:
    """Return what was typed, in a form that can be kept; nothing of the session goes along."""
    return {name: values for name, values in data.lists() if name not in OWN_FIELDS}


def window_of(data: QueryDict) -> str:
    """Return which page it was typed into, empty where the page did not say."""
    return data.get("window", "")
