"""Settles "the cluster" by the cluster that the text named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.clusters import BACK_REFERENCE, BY_INDUSTRY, CITY, INDUSTRIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention


def resolve(mentions: Sequence[FoundMention]) -> list[FoundMention]:
    """Return the mentions with back references settled; one without an antecedent is let go.

    After an industry's cluster it means that one (rule refers-to-industry), and several of a text
    that names more than one: then it has no topic, as the clusters of an industry that no topic
    stands for have none. After cities' clusters it means the only one that the text names
    (refers-to-named), and is generic where the text names several or none (refers-to-generic).
    """
    named = {
        sense: {one.topic_ids for one in mentions if one.sense == sense and one.topic_ids}
        for sense in (CITY, INDUSTRIAL)
    }
    settled: list[FoundMention] = []
    before: FoundMention | None = None
    for one in mentions:
        found: FoundMention | None = one
        if one.facet == "cluster":
            found = _settled(one, before, named) if one.rule == BACK_REFERENCE else one
            before = found or before
        if found is not None:
            settled.append(found)
    return settled


def _settled(
    mention: FoundMention,
    before: FoundMention | None,
    named: dict[str, set[tuple[int, ...]]],
) -> FoundMention | None:
    if mention.sense == INDUSTRIAL and (before is None or before.sense != INDUSTRIAL):
        return mention._replace(rule=BY_INDUSTRY)
    if before is None or not _may_refer(mention, before):
        return None
    only = next(iter(named[before.sense])) if len(named[before.sense]) == 1 else ()
    if before.sense == INDUSTRIAL:
        meant = only if _is_plural(mention) else before.topic_ids
        return mention._replace(sense=INDUSTRIAL, rule="refers-to-industry", topic_ids=meant)
    rule = "refers-to-named" if only else "refers-to-generic"
    return mention._replace(sense=CITY, rule=rule, topic_ids=only)


def _is_plural(mention: FoundMention) -> bool:
    return mention.surface.lower().endswith("s")


def _may_refer(mention: FoundMention, before: FoundMention) -> bool:
    """Whether the noun can mean what came before: 集群 is never said of cities."""
    return mention.surface.isascii() or before.sense == INDUSTRIAL
