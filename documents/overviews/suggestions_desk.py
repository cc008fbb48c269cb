"""The links that wait for a curator's decision, surest first."""

from __future__ import annotations

from datetime import timedelta
from math import floor, isqrt
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from documents.models import Document, Topic, TopicLink

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User
    from django.db.models import QuerySet


def waiting_links(facet: str = "") -> QuerySet[TopicLink]:
    """Return suggested links of records that are not given up, with record and topic loaded.

    `facet` leaves those to topics of one facet only.
    """
    links = TopicLink.objects.filter(status=TopicLink.Status.SUGGESTED)
    if facet:
        links = links.filter(topic__facet=facet)
    named = links.exclude(document__status__in=Document.GIVEN_UP).select_related(
        "document", "topic"
    )
    return named.prefetch_related("topic__names").order_by("-confidence", "pk")


def waiting_by_facet() -> list[tuple[str, str, int]]:
    """Return each facet with its label and the number of links that wait, in the usual order."""
    counted = waiting_links().order_by().values_list("topic__facet").annotate(Count("pk"))
    counts: dict[str, int] = dict(counted)
    return [(facet.value, str(facet.label), counts.get(facet, 0)) for facet in Topic.Facet]


def surest(links: QuerySet[TopicLink]) -> float | None:
    """Return a confidence in steps of a twentieth which the surest of the links reach."""
    highest = links.aggregate(highest=Max("confidence"))["highest"]
    return None if highest is None else floor(highest * 20) / 20


def last_decision(user: User, now: datetime) -> TopicLink | None:
    """Return the link that a curator decided last, within the last hour."""
    decided = TopicLink.objects.filter(decided_by=user, decided_at__gt=now - timedelta(hours=1))
    ruled = decided.filter(origin=TopicLink.Origin.RULE)
    return ruled.exclude(status=TopicLink.Status.SUGGESTED).order_by("-decided_at", "-pk").first()


def sample_of(links: QuerySet[TopicLink]) -> list[TopicLink]:
    """Return five to ten links spread evenly over a list, the weakest among them and first."""
    keys = list(links.values_list("pk", flat=True))
    size = min(10, max(5, isqrt(len(keys))))
    step = max(1, len(keys) // size)
    chosen = [*keys[::step][: size - 1], *keys[-1:]]
    return list(links.filter(pk__in=chosen).order_by("confidence"))
