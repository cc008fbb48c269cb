"""What the page of two topics draws, where each mark leads, and the same as files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from documents.overviews.stacks import Layer, Stacks, draw_pairs
from documents.templatetags.addresses import search_url
from documents.views.compare_rows import topic_rows
from documents.views.download import csv_file, svg_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.models import Topic
    from documents.overviews.comparison import Comparison

OVERLAP_GAP = 0.3
"""Hundredths of the bar between two of its pieces."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the bar that shows how two topics overlap; `key` is its class."""

    key: str
    label: str
    count: int
    address: str
    x: float
    width: float


def topics_context(comparison: Comparison) -> dict[str, Any]:
    stacks = _stacks(comparison)
    return {
        "comparison": comparison,
        "stacks": stacks,
        "view_box": stacks.view_box(),
        "way": "level",
        "title": _title(comparison),
        "csv": _file_address(comparison, "csv"),
        "svg": _file_address(comparison, "svg"),
        "both_address": _both(comparison),
        "overlap": _overlap(comparison),
    }


def find_topics_file(request: HttpRequest, comparison: Comparison) -> HttpResponse | None:
    """Return the records per year of two topics as the file asked for, None where none is."""
    form = request.GET.get("format")
    if form == "csv":
        return csv_file(topic_rows(comparison), "comparison")
    if form == "svg":
        stacks = _stacks(comparison, request.build_absolute_uri("/")[:-1])
        context = {
            "stacks": stacks,
            "view_box": stacks.view_box_of_file(),
            "title": _title(comparison),
            "heading_at": -8,
            "is_paired": True,
        }
        return svg_file(request, "components/_stacks.html", context, "comparison")
    return None


def _stacks(comparison: Comparison, base: str = "") -> Stacks:
    topics = {"left": comparison.left.topic, "right": comparison.right.topic}

    def address(layer: Layer, year: int) -> str:
        topic = topics[layer.key]
        return base + search_url(**{topic.facet: topic.slug, "from": year, "to": year})

    return draw_pairs(comparison.layers, address)


def _title(comparison: Comparison) -> str:
    names = " · ".join(side.topic.label for side in (comparison.left, comparison.right))
    return _("Records per year: %(names)s") % {"names": names}


def _file_address(comparison: Comparison, form: str) -> str:
    left, right = (
        f"{side.topic.facet}:{side.topic.slug}" for side in (comparison.left, comparison.right)
    )
    return "?" + urlencode({"a": left, "b": right, "format": form})


def _overlap(comparison: Comparison) -> list[Part]:
    """Return a bar of 100 units cut into the first side alone, both, and the second alone."""
    left, right = comparison.left, comparison.right
    only = _("%(name)s only")
    counted = [
        ("left", only % {"name": left.topic.label}, left.alone, _alone(left.topic, right.topic)),
        ("both", _("both"), comparison.both, _both(comparison)),
        ("right", only % {"name": right.topic.label}, right.alone, _alone(right.topic, left.topic)),
    ]
    parts = []
    at = 0.0
    for key, label, count, address in counted:
        width = 100 * count / comparison.either if comparison.either else 0.0
        room = round(max(width - OVERLAP_GAP, OVERLAP_GAP), 2) if count else 0.0
        parts.append(Part(key, label, count, address, round(at, 2), room))
        at += width
    return parts


def _both(comparison: Comparison) -> str:
    """Return the search for the records on both; two topics of one facet would be joined by OR."""
    left, right = comparison.left.topic, comparison.right.topic
    if left.facet != right.facet:
        return search_url(**{left.facet: left.slug, right.facet: right.slug})
    return search_url(q=f"{_named(left)} AND {_named(right)}")


def _alone(topic: Topic, other: Topic) -> str:
    """Return the search for the records on a topic and not on the other."""
    return search_url(q=f"{_named(topic)} NOT {_named(other)}")


def _named(topic: Topic) -> str:
    """Return a topic as the language of queries names it."""
    name = (topic.name_in("en") or topic.label).replace('"', " ")
    return f'{topic.facet}:"{name}"'
