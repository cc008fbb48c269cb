"""The overview: map, years, rising themes and the matrix on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.overviews.explore import load_explore
from documents.overviews.scope import Scope
from documents.overviews.stacks import draw_stacks
from documents.views.timeline import address_in
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

WIDTH = 520


@require_safe
@unless_unchanged
def explore(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    page = load_explore(visibility)
    stacks = draw_stacks(page.layers, address_in(Scope(), "kind", visibility), WIDTH)
    context = {
        "page": page,
        "map": page.map,
        "map_title": _("Records by province and city cluster"),
        "stacks": stacks,
        "view_box": stacks.view_box(),
        "stacks_title": _("Records per year"),
    }
    return render(request, "documents/explore.html", context)
