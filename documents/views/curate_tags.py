"""The desk of tags: what there is, what looks double, and merging with a preview and an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.curation.merges import MERGED, UNDO_WITHIN, CannotMergeError
from documents.curation.removing import open_removals
from documents.curation.tagging import (
    CannotUndoError,
    merge_tags,
    preview_undo,
    undo_merge,
)
from documents.forms.merge import MergeTagsForm
from documents.models import Change, Document
from documents.models.rights import ADD_TOPICS, MERGE_TAGS
from documents.overviews.tag_desk import near_pairs, tag_rows
from documents.views.curate_access import curator_required, right_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

    from documents.curation.tagging import Unmerged

PAGE = 50
SHOWN = 100


@require_safe
@curator_required
def tags(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    form = MergeTagsForm(request.GET if "tag" in request.GET else None)
    rows = tag_rows(text)
    merges = Change.objects.filter(
        noun=Change.Noun.TAG, verb=MERGED, at__gt=timezone.now() - UNDO_WITHIN
    ).select_related("by")
    context = {
        "text": text,
        "form": form,
        "touched": _touched(form) if form.is_bound and form.is_valid() else None,
        "rows": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "pairs": [] if text else near_pairs(rows),
        "unused": [row for row in rows if not row.total][:PAGE],
        "merges": merges[:10],
        "removals": open_removals(Change.Noun.TAG, timezone.now()),
        "may_remove": request.user.has_perm(MERGE_TAGS),
        "may_promote": request.user.has_perm(ADD_TOPICS),
    }
    return render(request, "documents/curate_tags.html", context)


@require_POST
@right_required(MERGE_TAGS)
def merge(request: HttpRequest) -> HttpResponse:
    form = MergeTagsForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was merged: name two tags that there are."))
        return redirect("documents:curate-tags")
    user, (tag, into) = cast("User", request.user), form.pair()
    try:
        change = merge_tags(tag, into, by=user, now=timezone.now())
    except CannotMergeError as error:
        messages.error(request, str(error))
        return redirect("documents:curate-tags")
    messages.success(
        request, _("Merged: %(what)s. It can be undone below.") % {"what": change.label}
    )
    return redirect("documents:curate-tags")


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(MERGE_TAGS)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which records get the word back; do it on POST."""
    change = get_object_or_404(Change, pk=pk, noun=Change.Noun.TAG, verb=MERGED)
    now = timezone.now()
    try:
        if request.method != "POST":
            return _unmerge_page(request, preview_undo(change, now=now))
        back = undo_merge(change, by=cast("User", request.user), now=now)
    except CannotUndoError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The tag “%(name)s” is back.") % {"name": back.tag.name})
        if back.stayed:
            said = ngettext(
                "On %(count)d record the word was taken off since; it stays off.",
                "On %(count)d records the word was taken off since; it stays off.",
                back.stayed,
            )
            messages.warning(request, said % {"count": back.stayed})
    return redirect("documents:curate-tags")


def _unmerge_page(request: HttpRequest, back: Unmerged) -> HttpResponse:
    records = Document.objects.for_lists().filter(pk__in=back.records)
    context = {"back": back, "name": back.tag.name, "records": records[:SHOWN]}
    return render(request, "documents/curate_tag_unmerge.html", context)


def _touched(form: MergeTagsForm) -> list[Document]:
    """Return the records on which the merge changes a word."""
    tag = form.cleaned_data["tag"]
    found = Document.objects.filter(tags=tag) | Document.objects.filter(keywords=tag)
    return list(found.distinct().for_lists()[:SHOWN])
