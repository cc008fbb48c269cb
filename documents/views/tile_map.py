"""Records by province and city cluster on a grid of tiles: the page, its CSV and its SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.forms.scope import choosers, scope_from
from documents.models import Topic
from documents.overviews.axes import load_offered
from documents.overviews.tile_map import TileMap, load_tile_map
from documents.views.download import csv_file, svg_file
from documents.views.moved import following_filters
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

OFFERED = (Topic.Facet.THEME, Topic.Facet.INSTRUMENT)


@require_safe
@unless_unchanged
@following_filters
def tile_map(request: HttpRequest) -> HttpResponse:
    asked = scope_from(request.GET)
    offered = load_offered(OFFERED, asked.topics)
    scope = asked.knowing(offered)
    drawn = load_tile_map(scope, visibility_of(request))
    wanted = request.GET.get("format")
    if wanted == "csv":
        return csv_file(_rows(drawn), "records-by-province")
    context: dict[str, Any] = {
        "map": drawn,
        "title": _("Records by province and city cluster"),
        "filters": urlencode(scope.as_filters()),
        "is_file": False,
    }
    if wanted == "svg":
        context["base"] = request.build_absolute_uri("/")[:-1]
        return svg_file(request, "components/_tiles.html", context, "records-by-province")
    context |= {
        "choosers": choosers(scope, offered),
        "scope": scope,
        "has_years": True,
        "csv": _file_address(scope.as_filters(), "csv"),
        "svg": _file_address(scope.as_filters(), "svg"),
    }
    return render(request, "documents/map.html", context)


def _rows(drawn: TileMap) -> list[Sequence[object]]:
    head: Sequence[object] = [_("Code"), _("English"), _("Chinese"), _("Facet"), _("Records")]
    return [
        head,
        *(
            [
                one.topic.place.code if one.topic.facet == Topic.Facet.REGION else "",
                one.topic.name_in("en"),
                one.topic.name_in("zh"),
                one.topic.get_facet_display(),
                one.count,
            ]
            for one in (*drawn.provinces, *drawn.clusters)
        ),
    ]


def _file_address(filters: list[tuple[str, str]], form: str) -> str:
    return "?" + urlencode([*filters, ("format", form)])
