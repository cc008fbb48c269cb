"""The buttons that remove an unused tag or topic, and bring a removed one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from taggit.models import Tag

from documents.curation.removing import (
    REMOVED,
    CannotRestoreError,
    StillUsedError,
    remove_tag,
    remove_topic,
    restore_tag,
    restore_topic,
)
from documents.models import Change, Topic
from documents.models.rights import EDIT_TOPICS, MERGE_TAGS
from documents.views.curate_access import curator_required, right_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

RIGHTS = {"tag": MERGE_TAGS, "topic": EDIT_TOPICS}


@require_POST
@right_required(MERGE_TAGS)
def tag(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Tag, pk=pk)
    try:
        remove_tag(found, by=cast("User", request.user), now=timezone.now())
    except StillUsedError as error:
        messages.error(request, str(error))
    else:
        _say_removed(request, found.name)
    return redirect("documents:curate-tags")


@require_POST
@right_required(EDIT_TOPICS)
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Topic.objects.with_names(), pk=pk)
    try:
        remove_topic(found, by=cast("User", request.user), now=timezone.now())
    except StillUsedError as error:
        messages.error(request, str(error))
    else:
        _say_removed(request, found.label)
        if found.shipped_digest:
            messages.info(
                request,
                _("It came with the product; loading the vocabularies again does not revive it."),
            )
    return redirect(f"{reverse('documents:curate-topics')}?facet={found.facet}")


@require_POST
@curator_required
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back what a change removed, as far as one may change such things."""
    change = get_object_or_404(Change, pk=pk, verb=REMOVED, noun__in=RIGHTS)
    if not request.user.has_perm(RIGHTS[change.noun]):
        raise PermissionDenied
    bring_back = restore_tag if change.noun == Change.Noun.TAG else restore_topic
    try:
        bring_back(change, by=cast("User", request.user), now=timezone.now())
    except CannotRestoreError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("“%(name)s” is back.") % {"name": change.label})
    return redirect(f"documents:curate-{change.noun}s")


def _say_removed(request: HttpRequest, name: str) -> None:
    said = _("Removed: %(name)s. It can be brought back below for 30 days.")
    messages.success(request, said % {"name": name})
