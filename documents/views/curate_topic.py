"""One topic at the desk: its fields, its names with a preview of what they link, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from documents.curation import shown_changes
from documents.curation.name_change import change_names, preview
from documents.curation.outcome import OtherOutcomeError
from documents.curation.topic_editing import EDITED, TopicChangedError, edit_topic, mark_of
from documents.forms.topic import MergeTopicForm, NamesForm, TopicForm
from documents.models import Topic
from documents.models.rights import EDIT_TOPICS
from documents.overviews.topic_desk import topic_changes
from documents.views.curate_access import curator_required, right_required
from documents.views.link_rows import link_rows

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a topic; store its fields on POST, unless somebody else changed it meanwhile."""
    found = get_object_or_404(Topic.objects.with_names(), pk=pk)
    if request.method != "POST":
        return _page(request, found, TopicForm(instance=found))
    if not request.user.has_perm(EDIT_TOPICS):
        raise PermissionDenied
    return _edit(request, found)


def _edit(request: HttpRequest, found: Topic) -> HttpResponse:
    pk = found.pk
    form = TopicForm(request.POST, instance=found)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    seen = request.POST.get("seen", "")
    by, now = cast("User", request.user), timezone.now()
    try:
        edit_topic(found, form.values(), seen=seen, by=by, now=now)
    except TopicChangedError as error:
        clash = _clash(error.stored, form.values())
        return _page(request, error.stored, form, status=409, clash=clash)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, get_object_or_404(Topic, pk=pk), form, status=422)
    messages.success(request, _("Saved."))
    return redirect("documents:curate-topic", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(EDIT_TOPICS)
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which links a change of names brings and takes; make it on POST, if it still does."""
    found = get_object_or_404(Topic.objects.with_names(), pk=pk)
    if not (request.GET or request.POST):  # the address alone: nothing was asked for yet
        return redirect("documents:curate-topic", pk)
    data = request.POST if request.method == "POST" else request.GET
    form = NamesForm(data, topic=found)
    if not form.is_valid():
        page = TopicForm(instance=found)
        return _page(request, found, page, status=422, names=form)
    change = form.change()
    if request.method == "POST":
        by, now = cast("User", request.user), timezone.now()
        try:
            outcome = change_names(change, by=by, now=now, expected=data.get("expected", "-"))
        except OtherOutcomeError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{_('Stored.')} {outcome}")
            return redirect("documents:curate-topic", pk)
    outcome = preview(change)
    context = {
        "topic": found,
        "form": form,
        "change": change,
        "outcome": outcome,
        "expected": outcome.digest(found),
        "coming": link_rows(outcome, outcome.linked),
        "going": link_rows(outcome, outcome.unlinked),
    }
    return render(request, "documents/curate_topic_names.html", context)


def _page(
    request: HttpRequest, found: Topic, form: TopicForm, status: int = 200, **context: object
) -> HttpResponse:
    changes = topic_changes(found)
    page = Paginator(changes, PAGE).get_page(request.GET.get("page"))
    context = {
        "topic": found,
        "form": form,
        "seen": mark_of(found),
        "names": NamesForm(topic=found),
        "merge": MergeTopicForm(facet=found.facet),
        "rows": [(change, shown_changes(change)) for change in page],
        "page": page,
        "may_edit": request.user.has_perm(EDIT_TOPICS),
        "children": found.children.labelled(),
    } | context
    return render(request, "documents/curate_topic.html", context, status=status)


def _clash(stored: Topic, typed: dict[str, object]) -> list[tuple[str, str, str]]:
    """Return label, stored and typed value of each field that differs."""
    return [
        (
            str(Topic._meta.get_field(name.removesuffix("_id")).verbose_name),  # type: ignore[union-attr]  # noqa: SLF001
            str(getattr(stored, name) or ""),
            str(typed[name] or ""),
        )
        for name in EDITED
        if name in typed and (getattr(stored, name) or "") != (typed[name] or "")
    ]
