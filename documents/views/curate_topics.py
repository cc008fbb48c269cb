"""The desk of topics: the tree, what is unused or looks double, merges, and adding one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.curation.merges import open_merges
from documents.curation.relinking import unlinked_changes
from documents.curation.removing import open_removals
from documents.curation.topic_editing import add_topic
from documents.forms.topic import NewTopicForm
from documents.models import Change, Topic
from documents.models.rights import ADD_TOPICS, EDIT_TOPICS
from documents.overviews.topic_desk import flat, near_names, topic_tree
from documents.views.curate_access import curator_required, right_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

SHOWN = 200


@require_safe
@curator_required
def topics(request: HttpRequest) -> HttpResponse:
    facet = request.GET.get("facet", "")
    facet = facet if facet in Topic.Facet.values else Topic.Facet.THEME.value
    text = request.GET.get("q", "").strip()
    tree = topic_tree(facet, text)
    rows = flat(tree)
    unused = [row.topic for row in rows if row.is_unused]
    context = {
        "facet": facet,
        "facets": Topic.Facet.choices,
        "text": text,
        "tree": tree,
        "total": len(rows),
        "unused": unused[:SHOWN],
        "unused_total": len(unused),
        "near": [] if text else near_names(rows),
        "unlinked": unlinked_changes(),
        "merges": open_merges("topic", timezone.now())[:20],
        "removals": open_removals(Change.Noun.TOPIC, timezone.now()),
        "may_edit": request.user.has_perm(EDIT_TOPICS),
        "may_add": request.user.has_perm(ADD_TOPICS),
    }
    return render(request, "documents/curate_topics.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required(ADD_TOPICS)
def add(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        initial = {"facet": request.GET.get("facet", "theme")}
        return _add_page(request, NewTopicForm(initial=initial))
    form = NewTopicForm(request.POST)
    if not form.is_valid():
        return _add_page(request, form, status=422)
    try:
        topic = add_topic(form.new(), by=cast("User", request.user), now=timezone.now())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _add_page(request, form, status=422)
    messages.success(request, _("Added. Give it the names that texts use; a preview shows each."))
    return redirect("documents:curate-topic", topic.pk)


def _add_page(request: HttpRequest, form: NewTopicForm, status: int = 200) -> HttpResponse:
    return render(request, "documents/curate_topic_add.html", {"form": form}, status=status)
