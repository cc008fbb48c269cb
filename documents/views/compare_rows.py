"""What a comparison holds as the rows of a table to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.models import Topic
    from documents.overviews.comparison import Comparison
    from documents.overviews.record_comparison import RecordComparison


def topic_rows(comparison: Comparison) -> list[Sequence[object]]:
    """Return the records per year of two topics."""
    left, right = comparison.layers
    years = sorted({*left.counts, *right.counts})
    return [
        [_("Year"), left.label, right.label],
        *([year, left.counts.get(year, 0), right.counts.get(year, 0)] for year in years),
    ]


def record_rows(comparison: RecordComparison) -> list[Sequence[object]]:
    """Return the topics of two records, those on both first, with the sentence of each."""
    left, right = comparison.left.document, comparison.right.document
    return [
        [_("Topic"), _("Facet"), _("On"), left.title, right.title],
        *([*_named(each.topic), _("both"), each.left, each.right] for each in comparison.shared),
        *([*_named(topic), left.pk, "", ""] for topic in comparison.only_left),
        *([*_named(topic), right.pk, "", ""] for topic in comparison.only_right),
    ]


def _named(topic: Topic) -> tuple[str, str]:
    return topic.label, topic.get_facet_display()
