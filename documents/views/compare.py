"""Two topics or two records side by side: the page and its figures as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import Document, Topic
from documents.overviews.axes import load_offered
from documents.overviews.compared import find_compared
from documents.overviews.comparison import Comparison, compare_topics
from documents.overviews.record_comparison import compare_records
from documents.overviews.stacks import Layer, draw_pairs
from documents.overviews.versions import load_versions
from documents.templatetags.addresses import search_url
from documents.views.compare_rows import record_rows, topic_rows
from documents.views.download import csv_file
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.overviews.compared import Compared


@require_safe
@unless_unchanged
def compare(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    typed = [request.GET.get("a", "").strip(), request.GET.get("b", "").strip()]
    left, right = find_compared(typed, visibility)
    context: dict[str, Any] = {
        "typed": [_shown(one, words) for one, words in zip((left, right), typed, strict=True)],
        "problem": _problem(left, right, typed),
    }
    if isinstance(left, Topic) and isinstance(right, Topic) and left != right:
        comparison = compare_topics(left, right, visibility)
        if request.GET.get("format") == "csv":
            return csv_file(topic_rows(comparison), "comparison")
        context |= _of_topics(comparison)
    if isinstance(left, Document) and isinstance(right, Document) and left != right:
        records = compare_records(left, right, visibility)
        if request.GET.get("format") == "csv":
            return csv_file(record_rows(records), "comparison")
        context |= {
            "records": records,
            "versions": load_versions(left, right),
            "csv": "?" + urlencode({"a": left.pk, "b": right.pk, "format": "csv"}),
        }
    if not context.keys() & {"comparison", "records"}:
        context["offered"] = load_offered(Topic.Facet.values, ())
    return render(request, "documents/compare.html", context)


def _problem(left: Compared, right: Compared, typed: list[str]) -> str:
    """Return why there is nothing to compare, in words, or an empty string."""
    if not all(typed):
        return ""
    for found, words in zip((left, right), typed, strict=True):
        if found is None:
            return _("Nothing here is called “%(words)s”. Type a topic or a record’s number.") % {
                "words": words[:80]
            }
    if left == right:
        return _("Both sides are the same. Choose another one on either side.")
    if isinstance(left, Topic) != isinstance(right, Topic):
        return _("One side is a topic and the other a record. Choose two of a kind.")
    return ""


def _shown(found: Compared, typed: str) -> str:
    """Return what the field shows: the name of a topic, the title of a record."""
    if isinstance(found, Topic):
        return found.label
    return found.title if isinstance(found, Document) else typed


def _of_topics(comparison: Comparison) -> dict[str, Any]:
    topics = {"left": comparison.left.topic, "right": comparison.right.topic}

    def address(layer: Layer, year: int) -> str:
        topic = topics[layer.key]
        return search_url(**{topic.facet: topic.slug, "from": year, "to": year})

    stacks = draw_pairs(comparison.layers, address)
    left, right = (f"{topic.facet}:{topic.slug}" for topic in topics.values())
    return {
        "comparison": comparison,
        "stacks": stacks,
        "view_box": stacks.view_box(),
        "way": "level",
        "title": _("Records per year: %(names)s")
        % {"names": " · ".join(topic.label for topic in topics.values())},
        "csv": "?" + urlencode({"a": left, "b": right, "format": "csv"}),
        "both_address": _both(comparison),
        "overlap": _overlap(comparison),
    }


def _overlap(comparison: Comparison) -> list[dict[str, Any]]:
    """Return a bar of 100 units cut into the first side alone, both, and the second alone."""
    counts = {
        "left": comparison.left.alone,
        "both": comparison.both,
        "right": comparison.right.alone,
    }
    pieces = []
    at = 0.0
    for key, count in counts.items():
        width = round(100 * count / comparison.either, 2) if comparison.either else 0.0
        pieces.append({"key": key, "x": round(at, 2), "width": width})
        at += width
    return pieces


def _both(comparison: Comparison) -> str:
    """Return the search for the records on both; two topics of one facet would be joined by OR."""
    left, right = comparison.left.topic, comparison.right.topic
    if left.facet != right.facet:
        return search_url(**{left.facet: left.slug, right.facet: right.slug})
    return search_url(q=f"{left.facet}:{_quoted(left)} AND {right.facet}:{_quoted(right)}")


def _quoted(topic: Topic) -> str:
    return '"{}"'.format((topic.name_in("en") or topic.label).replace('"', " "))
