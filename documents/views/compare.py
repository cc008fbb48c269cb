"""Two topics or two records side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.models import Document, Topic
from documents.overviews.axes import load_offered
from documents.overviews.compared import find_compared, find_present
from documents.overviews.comparison import compare_topics, load_pairs
from documents.overviews.record_comparison import compare_records
from documents.overviews.versions import load_versions
from documents.views.compare_rows import record_rows
from documents.views.compare_topics import find_topics_file, topics_context
from documents.views.download import csv_file
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.models import Visibility
    from documents.overviews.compared import Compared


@require_safe
@unless_unchanged
def compare(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    typed = [request.GET.get("a", "").strip(), request.GET.get("b", "").strip()]
    left, right = find_compared(typed, visibility)
    if None in (left, right) and (address := _present_address(request, typed, visibility)):
        return HttpResponsePermanentRedirect(address)
    context: dict[str, Any] = {
        "typed": [_shown(one, words) for one, words in zip((left, right), typed, strict=True)],
        "problem": _problem(left, right, typed),
    }
    if isinstance(left, Topic) and isinstance(right, Topic) and left != right:
        comparison = compare_topics(left, right, visibility)
        if file := find_topics_file(request, comparison):
            return file
        context |= topics_context(comparison)
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
        context["pairs"] = load_pairs(visibility)
    return render(request, "documents/compare.html", context)


def _present_address(request: HttpRequest, typed: list[str], visibility: Visibility) -> str:
    """Return the address of the same comparison where a side was merged since, or nothing."""
    present = [find_present(words, visibility) for words in typed]
    if present == typed:
        return ""
    asked = request.GET.copy()
    asked["a"], asked["b"] = present
    return f"{request.path}?{asked.urlencode()}"


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
