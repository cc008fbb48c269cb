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
from documents.views.curate_access import curator_required
from documents.views.link_rows import link_rows

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_AT_ONCE = 500
"""Some ten seconds of work; for more there is the command, which shows how far it is."""
MOST_PREVIEWED = 200


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
    return {
        "preview": found,
        "groups": [
            (_("Linked anew"), link_rows(found, found.linked)),
            (_("Unlinked"), link_rows(found, found.unlinked)),
        ],
    }
