"""Names that changed since the records were linked: what that touches, and one button for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from documents.curation.relinking import (
    Unlinked,
    preview_relinking,
    relink_touched,
    touched_records,
    unlinked_changes,
)
from documents.models import Document, Topic
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.curation.name_change import Pair

MOST_AT_ONCE = 500
"""Some ten seconds of work; for more there is the command, which shows how far it is."""
MOST_PREVIEWED = 200
MOST_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def names(request: HttpRequest) -> HttpResponse:
    changes = unlinked_changes()
    count = touched_records(changes).count() if changes else 0
    if request.method == "POST" and changes and count <= MOST_AT_ONCE:
        _relink(request)
        return redirect("documents:curate-names")
    context = {
        "unlinked": changes,
        "count": count,
        "is_by_hand": count <= MOST_AT_ONCE,
        **(_previewed(changes) if changes and count <= MOST_PREVIEWED else {}),
    }
    return render(request, "documents/curate_names.html", context)


def _relink(request: HttpRequest) -> None:
    done = [changes for _document, changes in relink_touched()]
    linked = sum(bool(changes.linked) for changes in done)
    unlinked = sum(bool(changes.unlinked) for changes in done)
    said = ngettext(
        "%(count)d record read: %(linked)d linked, %(unlinked)d unlinked.",
        "%(count)d records read: %(linked)d linked, %(unlinked)d unlinked.",
        len(done),
    )
    messages.success(request, said % {"count": len(done), "linked": linked, "unlinked": unlinked})


def _previewed(changes: Unlinked) -> dict[str, object]:
    found = preview_relinking(changes)
    pairs = found.linked | found.unlinked
    topics = Topic.objects.filter(pk__in={topic for _, topic in pairs}).labelled().in_bulk()
    documents = Document.objects.for_lists().in_bulk({document for document, _ in pairs})

    def rows(chosen: frozenset[Pair]) -> list[tuple[Document, Topic, str]]:
        return [
            (documents[one[0]], topics[one[1]], found.sentences.get(one, ""))
            for one in sorted(chosen)[:MOST_SHOWN]
        ]

    return {
        "preview": found,
        "groups": [
            (_("Linked anew"), rows(found.linked)),
            (_("Unlinked"), rows(found.unlinked)),
        ],
    }
