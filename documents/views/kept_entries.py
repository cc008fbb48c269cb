"""Entries that were typed into a review and not handed in: shown again, or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from documents.models import KeptReview
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest, HttpResponse


@require_POST
@curator_required
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget entries that nobody needs any more."""
    kept = get_object_or_404(KeptReview, pk=pk)
    submission = kept.submission_id
    kept.delete()
    messages.success(request, _("These entries are let go."))
    return redirect("documents:curate-review", submission)


def chosen(kept: Iterable[KeptReview], request: HttpRequest) -> KeptReview | None:
    """Return the entries that the address asks for, if they are among those kept."""
    wanted = request.GET.get("entries", "")
    return next((one for one in kept if str(one.pk) == wanted), None)


def entries_of(kept: Sequence[KeptReview]) -> QueryDict | None:
    """Return the first of the entries as if they came with the request, None where none are."""
    if not kept:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept[0].values.items():
        data.setlist(name, values)
    return data
