"""Answers from the database when no index can: every word somewhere in the text, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from documents.models import Authorship, Document, KeywordItem, TagItem, TopicLink
from documents.search.engines.base import EngineHit, EngineResults
from documents.search.record import NONE
from documents.search.tree import And, Best, Between, Near, Node, Not, Or, Phrase, Prefix, Value

if TYPE_CHECKING:
    from documents.models import Visibility
    from documents.models.document import DocumentQuerySet
    from documents.search.engines.base import EngineQuery

_YEARS = "sorted_on__year__in"
MOST_TERMS = 12
"""A database reads every text for every word, so only the first words count."""


def answer(query: EngineQuery, visibility: Visibility) -> EngineResults:
    """Return total and hits; nothing is counted by facet, and licensed text is never read."""
    found = _found(query, visibility)
    ordered = _ordered(found, query.sort).values_list("pk", flat=True)
    page = ordered[query.start : query.start + query.size]
    return EngineResults(found.count(), tuple(EngineHit(pk) for pk in page), {})


def scan(query: EngineQuery, visibility: Visibility, after: int) -> list[int]:
    """Return the ids above `after` of the first matches, ascending, as an engine's scan does."""
    above = _found(query, visibility).filter(pk__gt=after).order_by("pk")
    return list(above.values_list("pk", flat=True)[: query.size])


def _found(query: EngineQuery, visibility: Visibility) -> DocumentQuerySet:
    return (
        Document.objects.visible_to(visibility)
        .filter(_condition(query.tree, visibility))
        .filter(_filters(query, visibility))
    )


def _ordered(found: DocumentQuerySet, sort: str) -> DocumentQuerySet:
    if sort != "oldest":
        return found.newest_first()
    return found.order_by(F("sorted_on").asc(nulls_last=True), "pk")


def _condition(node: Node, visibility: Visibility) -> Q:
    match node:
        case And(parts):
            return _all([_condition(part, visibility) for part in parts[:MOST_TERMS]])
        case Or(parts) | Best(parts):
            return _any([_condition(part, visibility) for part in parts[:MOST_TERMS]])
        case Not(part):
            return ~_condition(part, visibility)
        case Near(left, right):
            return _holds(left, visibility) & _holds(right, visibility)
    return _leaf(node, visibility)


def _leaf(node: Node, visibility: Visibility) -> Q:
    match node:
        case Phrase() | Prefix():
            return _holds(node, visibility)
        case Value("topic", values):
            links = TopicLink.objects.filter(visibility.links(), topic__in=map(int, values))
            return Q(pk__in=links.values("document"))
        case Value(facet, values):
            return _has(facet, frozenset(values), visibility)
        case Between(first, last):
            return (Q(sorted_on__gte=first) if first else Q()) & (
                Q(sorted_on__lte=last) if last else Q()
            )
    return Q()


def _holds(leaf: Phrase | Prefix, visibility: Visibility) -> Q:
    text = leaf.text if isinstance(leaf, Prefix) else leaf.typed or " ".join(leaf.terms)
    in_title = Q(title__icontains=text)
    match leaf.field:
        case "title":
            return in_title
        case "author":
            written = Authorship.objects.filter(author__name__icontains=text).values("document")
            return Q(pk__in=written) & visibility.readable()
        case "source":
            return Q(source__name__icontains=text) | Q(source__name_zh__icontains=text)
        case "number":
            return Q(number__icontains=text)
    in_text = Q(abstract__icontains=text) | Q(body__icontains=text)
    return in_title | (in_text & visibility.readable())


def _filters(query: EngineQuery, visibility: Visibility) -> Q:
    conditions = [_has(facet, values, visibility) for facet, values in query.filters.items()]
    if query.date_from:
        conditions.append(Q(sorted_on__gte=query.date_from))
    if query.date_to:
        conditions.append(Q(sorted_on__lte=query.date_to))
    return _all(conditions)


def _has(facet: str, values: frozenset[str], visibility: Visibility) -> Q:
    if facet in ("kind", "language"):
        return Q(**{f"{facet}__in": sorted(values)})
    numbers = [int(value) for value in values if value.isdigit()]
    if facet in ("source", "year"):
        return _plain_value(facet, values, numbers)
    if facet == "tag":
        tagged = TagItem.objects.filter(tag__in=numbers).values("content_object")
        named = KeywordItem.objects.filter(tag__in=numbers).values("content_object")
        return (Q(pk__in=tagged) | Q(pk__in=named)) & visibility.readable()
    linked = TopicLink.objects.filter(visibility.links()).under(numbers)
    return Q(pk__in=linked.values("document"))


def _plain_value(facet: str, values: frozenset[str], numbers: list[int]) -> Q:
    """Return the condition on a source or a year; a record may have none."""
    field, has = ("source", "source__in") if facet == "source" else ("sorted_on", _YEARS)
    missing = Q(**{f"{field}__isnull": True}) if NONE in values else Q(pk__in=())
    return Q(**{has: numbers}) | missing


def _all(conditions: list[Q]) -> Q:
    whole = Q()
    for condition in conditions:
        whole &= condition
    return whole


def _any(conditions: list[Q]) -> Q:
    whole = Q()
    for condition in conditions:
        whole |= condition
    return whole
