"""The page of a region, cluster, theme or instrument, and the list of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import Topic
from documents.overviews.bars import draw_bars
from documents.overviews.listed import precisions_of
from documents.overviews.topic import TopicPage, topic_page
from documents.overviews.tree import browse
from documents.templatetags.addresses import topic_search
from documents.templatetags.dates import to_iso
from documents.views.download import csv_file
from documents.views.moved import moved_or_missing
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of
from documents.views.years_file import find_years_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from documents.models import Figure


@require_safe
@unless_unchanged
def topic(request: HttpRequest, facet: str, slug: str) -> HttpResponse:
    try:
        page = topic_page(facet, slug, visibility_of(request))
    except Topic.DoesNotExist:
        return moved_or_missing(request, facet, slug)
    if request.GET.get("format") == "csv":
        return csv_file(_figure_rows(page), f"{slug}-figures")

    def address(year: int) -> str:
        return topic_search(page.topic, **{"from": year, "to": year})

    bars = draw_bars(page.years, address)
    context = {"page": page, "topic": page.topic, "bars": bars}
    return find_years_file(request, page.years, address, page.topic.label) or render(
        request, "documents/topic.html", context
    )


@require_safe
@unless_unchanged
def topics(request: HttpRequest, facet: str) -> HttpResponse:
    groups = browse(facet, visibility_of(request))
    context = {"facet": facet, "groups": groups, "about": _about(facet)}
    return render(request, "documents/topics.html", context)


def _figure_rows(page: TopicPage) -> list[list[object]]:
    """Return every figure that the page shows, those of one table after one another."""
    head: list[object] = [
        *(_("Measure"), _("Figure"), _("Value"), _("Unit"), _("Of what"), _("Due")),
        *(_("Sentence"), _("Record"), _("Date")),
    ]
    comparable = [
        (measure, figure)
        for ledger in page.figures.ledgers
        for place, measure in enumerate(ledger.measures)
        for row in ledger.rows
        for figure in row.cells[place]
    ]
    figures = [*comparable, *(("", figure) for figure in page.figures.others)]
    precisions = precisions_of({figure.document for _measure, figure in figures})
    return [head, *(_figure_row(measure, figure, precisions) for measure, figure in figures)]


def _figure_row(measure: str, figure: Figure, precisions: Mapping[int, str]) -> list[object]:
    document = figure.document
    dated = to_iso(document.sorted_on, precisions.get(document.pk, "day"))
    return [
        *(measure, figure.as_written, figure.value, figure.unit, figure.what),
        *(figure.due_year or "", figure.quote, document.title, dated),
    ]


def _about(facet: str) -> str:
    """Return the sentence under the heading of a list: what it holds and how it counts."""
    return {
        "region": _(
            "Provinces with the places below them that have records, then river basins, "
            "strategies and places abroad. A province counts the records of its places."
        ),
        "cluster": _(
            "City clusters by the tiers of the 14th Five-Year Plan, the circles round large "
            "cities, and industrial clusters. Each counts the records linked to it."
        ),
        "theme": _("Policy themes in two levels; a theme counts the records of those below it."),
        "instrument": _("Plans, laws, outlines and programmes that the records name or carry out."),
    }[facet]
