"""Looks up what people call things: slugs of an address and names after `region:` become ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from documents.models import Document, OldAddress, Topic, shown_sources, shown_tags
from documents.search.leaves import leaf_for
from documents.search.query import FILTERS
from documents.search.record import NONE
from documents.search.tokens import Kind, Token
from documents.search.tree import Named, Node, Nothing, Value, rewrite
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from taggit.models import Tag

    from documents.models import Source, Visibility
    from documents.search.query import SearchQuery

TOPIC_FACETS = ("region", "cluster", "theme", "instrument")
NO_SUCH = "-"
"""Stands for a slug that nothing has: a filter by it finds no record."""
MOST_VALUES = 50
LANGUAGES = {
    **dict.fromkeys(["english", "en", "英文", "英语"], "en"),
    **dict.fromkeys(["chinese", "zh", "中文", "汉语"], "zh"),
    **dict.fromkeys(["german", "de", "德文"], "de"),
    **dict.fromkeys(["french", "fr", "法文"], "fr"),
}
KINDS = {
    **dict.fromkeys(["report", "reports", "报告"], "report"),
    **dict.fromkeys(["news", "新闻"], "news"),
    **dict.fromkeys(["release", "releases", "发布"], "release"),
    **dict.fromkeys(["policy", "policies", "政策"], "policy"),
    **dict.fromkeys(["brief", "briefs", "简报"], "brief"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters of a question by id, and a sentence for each slug that nothing has."""

    filters: dict[str, frozenset[str]]
    repairs: tuple[str, ...]


def chosen_filters(query: SearchQuery, visibility: Visibility) -> Chosen:
    """Return the filters of an address by id."""
    asked = {facet: getattr(query, field) for facet, field in FILTERS.items()}
    filters: dict[str, frozenset[str]] = {}
    repairs: list[str] = []
    for facet, slugs in asked.items():
        if slugs:
            known = _ids_of_slugs(facet, slugs, visibility)
            known |= {NONE: NONE} if facet == "source" else {}
            filters[facet] = frozenset(known.get(slug, NO_SUCH) for slug in slugs)
            repairs += [_nothing_called(facet, slug) for slug in slugs if slug not in known]
    if query.undated:
        filters["year"] = frozenset({NONE})
    return Chosen(filters, tuple(repairs))


def _ids_of_slugs(facet: str, slugs: Iterable[str], visibility: Visibility) -> dict[str, str]:
    if facet in ("kind", "language"):
        codes = Document.Kind.values if facet == "kind" else Document.Language.values
        return {slug: slug for slug in slugs if slug in codes}
    asked = set(slugs)
    known = _pks_of_slugs(facet, asked, visibility)
    if gone := asked - known.keys():  # perhaps given up by a merge
        led = OldAddress.objects.present_slugs(facet, gone)
        present = _pks_of_slugs(facet, set(led.values()), visibility)
        known |= {slug: present[new] for slug, new in led.items() if new in present}
    return known


def _pks_of_slugs(facet: str, slugs: Collection[str], visibility: Visibility) -> dict[str, str]:
    rows = _rows(facet, visibility).filter(slug__in=slugs).values_list("slug", "pk")
    return {slug: str(pk) for slug, pk in rows}


def _rows(facet: str, visibility: Visibility) -> QuerySet[Source] | QuerySet[Tag] | QuerySet[Topic]:
    if facet == "source":
        return shown_sources(visibility)
    return shown_tags(visibility) if facet == "tag" else Topic.objects.filter(facet=facet)


def _nothing_called(facet: str, name: str) -> str:
    return _("There is no %(facet)s called “%(name)s”.") % {"facet": _label(facet), "name": name}


def _label(facet: str) -> str:
    labels = {
        "kind": _("kind of record"),
        "region": _("region"),
        "cluster": _("cluster"),
        "theme": _("policy theme"),
        "instrument": _("policy instrument"),
        "source": _("source"),
        "tag": _("tag"),
        "language": _("language"),
    }
    return labels[facet]


def resolve(tree: Node, visibility: Visibility) -> tuple[Node, tuple[str, ...]]:
    """Return the tree with every name after a colon looked up, and what could not be found.

    A name that nothing has is searched as words instead, and the sentence says so.
    """
    repairs: list[str] = []

    def looked_up(node: Node) -> Node:
        if not isinstance(node, Named):
            return node
        values = _values(node.field, node.typed, visibility)
        if values:
            return Value(node.field, values, node.typed)
        repairs.append(
            _nothing_called(node.field, node.typed) + " " + _("It was searched as words.")
        )
        leaf, _repair = leaf_for(Token(Kind.WORD, node.typed, typed=node.typed))
        return leaf or Nothing()

    return rewrite(tree, looked_up), tuple(repairs)


def _values(facet: str, typed: str, visibility: Visibility) -> tuple[str, ...]:
    if facet in ("kind", "language"):
        return _codes(facet, typed)
    if facet == "tag":
        tags = shown_tags(visibility).filter(Q(slug=typed) | Q(name__iexact=typed))
        return tuple(str(pk) for pk in tags.values_list("pk", flat=True)[:MOST_VALUES])
    return _topics(facet, typed)


def _codes(facet: str, typed: str) -> tuple[str, ...]:
    folded = fold(typed)
    choices = Document.Kind.choices if facet == "kind" else Document.Language.choices
    labels = {fold(str(label)): value for value, label in choices}
    code = (KINDS if facet == "kind" else LANGUAGES).get(folded) or labels.get(folded)
    return (code,) if code else ()


def _topics(facet: str, typed: str) -> tuple[str, ...]:
    """Return every topic of that slug or name: Suzhou is two of them."""
    named = Q(slug=typed) | Q(slug=typed.lower().replace(" ", "-")) | Q(names__name__iexact=typed)
    folded = fold(typed)
    if folded != typed.lower():
        named |= Q(names__name__iexact=folded)
    found = Topic.objects.filter(named, facet=facet).distinct()
    return tuple(str(pk) for pk in found.values_list("pk", flat=True)[:MOST_VALUES])
