"""Records per year, stacked by kind or by level of source: the page, its CSV and its SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.forms.scope import choosers, scope_from
from documents.models import Topic, shown_sources
from documents.overviews.axes import load_offered
from documents.overviews.stacks import Layer, Stacks, draw_stacks
from documents.overviews.timeline import FLAG_HEAD, FLAG_HEIGHT, WAYS, load_timeline, place_flags
from documents.views.download import csv_file, svg_file
from documents.views.moved import following_filters
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse

    from documents.models import Visibility
    from documents.overviews.scope import Scope


@require_safe
@unless_unchanged
@following_filters
def timeline(request: HttpRequest) -> HttpResponse:
    asked = scope_from(request.GET)
    way = request.GET.get("by", "")
    way = way if way in WAYS else WAYS[0]
    offered = load_offered(Topic.Facet.values, asked.topics)
    scope = asked.knowing(offered)
    chosen = [topic for topic in offered if (topic.facet, topic.slug) in scope.topics]
    line = load_timeline(scope, chosen, way, visibility_of(request))
    base = request.build_absolute_uri("/")[:-1] if request.GET.get("format") == "svg" else ""
    stacks = draw_stacks(line.layers, address_in(scope, way, visibility_of(request), base))
    title = _title(chosen)
    if request.GET.get("format") == "csv":
        return csv_file(_rows(stacks), "records-per-year")
    flags = place_flags(line.first_uses, stacks)
    head = FLAG_HEIGHT * len(flags) + FLAG_HEAD if flags else 0
    context = {
        "title": title,
        "stacks": stacks,
        "flags": flags,
        "view_box": stacks.view_box_of_file(head) if base else stacks.view_box(head),
        "heading_at": -head - 8,
        "timeline": line,
        "way": way,
        "ways": [("kind", _("kind of record")), ("level", _("level of source"))],
        "choosers": choosers(scope, offered),
        "scope": scope,
        "csv": _file_address(scope, way, "csv"),
        "svg": _file_address(scope, way, "svg"),
    }
    if base:
        return svg_file(request, "components/_stacks.html", context, "records-per-year")
    return render(request, "documents/timeline.html", context)


def address_in(
    scope: Scope, way: str, visibility: Visibility, base: str = ""
) -> Callable[[Layer, int], str]:
    """Return what gives the address of the search for one piece of the drawing.

    A level of source is searched by its sources; records without a source have no search, so their
    piece has no address.
    """
    sources = _sources_by_level(scope, visibility) if way == "level" else {}
    dropped = {"from", "to", "kind" if way == "kind" else "source"}
    kept = [pair for pair in scope.as_filters() if pair[0] not in dropped]

    def address(layer: Layer, year: int) -> str:
        chosen = sources.get(layer.key, []) if way == "level" else [("kind", layer.key)]
        if not chosen:
            return ""
        filters = [*kept, *chosen, ("from", str(year)), ("to", str(year))]
        return f"{base}{reverse('documents:search')}?{urlencode(filters)}"

    return address


def _sources_by_level(scope: Scope, visibility: Visibility) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for slug, level in shown_sources(visibility).order_by("slug").values_list("slug", "level"):
        if not scope.sources or slug in scope.sources:
            found.setdefault(level, []).append(("source", slug))
    return found


def _title(chosen: list[Topic]) -> str:
    if not chosen:
        return _("Records per year")
    names = " × ".join(topic.label for topic in chosen)
    return _("Records per year: %(names)s") % {"names": names}


def _rows(stacks: Stacks) -> list[Sequence[object]]:
    head: Sequence[object] = [_("Year"), *(layer.label for layer in stacks.layers), _("All")]
    return [head, *([year, *counts, total] for year, counts, total in stacks.rows)]


def _file_address(scope: Scope, way: str, form: str) -> str:
    return "?" + urlencode([*scope.as_filters(), ("by", way), ("format", form)])
