"""Merges two topics after a preview, and parts them again; a tag becomes a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from taggit.models import Tag

from documents.curation.merges import MERGED, CannotMergeError, CannotPartError
from documents.curation.outcome import OtherOutcomeError
from documents.curation.promoting import preview_promotion, promote_tag
from documents.curation.topic_merging import merge_topics, preview_merge
from documents.curation.topic_parting import part_topics, preview_parting
from documents.forms.topic import MergeTopicForm, PromoteForm
from documents.models import Change, Document, Topic
from documents.models.rights import ADD_TOPICS, EDIT_TOPICS
from documents.views.curate_access import right_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(EDIT_TOPICS)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a merge would move; do it on POST, if it would still do the same."""
    topic = get_object_or_404(Topic.objects.with_names(), pk=pk)
    data = request.POST if request.method == "POST" else request.GET
    form = MergeTopicForm(data, facet=topic.facet)
    if not form.is_valid():
        messages.error(request, " ".join(str(one) for one in form.errors["into"]))
        return redirect("documents:curate-topic", pk)
    into: Topic = form.cleaned_data["into"]
    try:
        if request.method == "POST":
            expected = data.get("expected", "-")
            by, now = cast("User", request.user), timezone.now()
            merge_topics(topic, into, by=by, now=now, expected=expected)
            messages.success(request, _("Merged. It can be undone below for 30 days."))
            return redirect("documents:curate-topic", into.pk)
        found = preview_merge(topic, into)
    except (CannotMergeError, OtherOutcomeError) as error:
        messages.error(request, str(error))
        return redirect("documents:curate-topic", pk)
    records = Document.objects.for_lists().filter(pk__in=(*found.moving, *found.both))
    context = {"topic": topic, "into": into, "found": found, "records": records[:SHOWN]}
    return render(request, "documents/curate_topic_merge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(EDIT_TOPICS)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what parting brings back and what stays; do it on POST."""
    change = get_object_or_404(Change, pk=pk, noun=Change.Noun.TOPIC, verb=MERGED)
    now = timezone.now()
    try:
        if request.method == "POST":
            parted = part_topics(change, by=cast("User", request.user), now=now)
            for sentence in parted.left:
                messages.warning(request, sentence)
            messages.success(request, _("“%(name)s” is back.") % {"name": parted.topic.label})
            return redirect("documents:curate-topic", parted.topic.pk)
        parted = preview_parting(change, now=now)
    except CannotPartError as error:
        messages.error(request, str(error))
        return redirect("documents:curate-topics")
    context = {"change": change, "parted": parted, "name": change.fields["label"][0]}
    return render(request, "documents/curate_topic_unmerge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(ADD_TOPICS)
def promote(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the theme's names, show what it would link, and add it once that is agreed to."""
    tag = get_object_or_404(Tag, pk=pk)
    form = PromoteForm(request.POST or None, name=tag.name)
    context = {"tag": tag, "form": form}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "documents/curate_tag_promote.html", context, status=status)
    by, now = cast("User", request.user), timezone.now()
    try:
        if "expected" in request.POST:
            expected = request.POST["expected"]
            promoted = promote_tag(tag, form.new(), by=by, now=now, expected=expected or "-")
            messages.success(request, _("Added. Its links wait for a decision."))
            return redirect("documents:curate-topic", promoted.topic.pk)
        promoted = preview_promotion(tag, form.new(), now=now)
    except (ValidationError, OtherOutcomeError) as error:
        form.add_error(None, getattr(error, "messages", [str(error)]))
        return render(request, "documents/curate_tag_promote.html", context, status=422)
    records = Document.objects.for_lists().in_bulk(promoted.sentences)
    context["promoted"] = promoted
    context["coming"] = [
        (records[pk], sentence) for pk, sentence in promoted.sentences.items() if pk in records
    ][:SHOWN]
    return render(request, "documents/curate_tag_promote.html", context)
