"""Settles "the cluster" by the cluster that the text named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.clusters import CITY, INDUSTRIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention

BACK_REFERENCE = "back-reference"


def resolve(mentions: Sequence[FoundMention]) -> list[FoundMention]:
    """Return the mentions with back references settled; one without an antecedent is let go.

    After an industry's cluster it means that one (rule refers-to-industry). After cities' clusters
    it means the only one that the text names (refers-to-named), and is generic where the text
    names several or none (refers-to-generic).
    """
    named = {
        one.topic_ids
        for one in mentions
        if one.facet == "cluster" and one.topic_ids and one.sense == CITY
    }
    only = next(iter(named)) if len(named) == 1 else ()
    settled: list[FoundMention] = []
    before: FoundMention | None = None
    for one in mentions:
        if one.facet != "cluster":
            settled.append(one)
            continue
        if one.rule == BACK_REFERENCE:
            if before is None or not _may_refer(one, before):
                continue
            one = _referring(one, before, only)  # noqa: PLW2901
        settled.append(one)
        before = one
    return settled


def _may_refer(mention: FoundMention, before: FoundMention) -> bool:
    """Whether the noun can mean what came before: 集群 is never said of cities."""
    return mention.surface.isascii() or before.sense == INDUSTRIAL


def _referring(mention: FoundMention, before: FoundMention, only: tuple[int, ...]) -> FoundMention:
    if before.sense == INDUSTRIAL:
        return mention._replace(
            sense=INDUSTRIAL, rule="refers-to-industry", topic_ids=before.topic_ids
        )
    if only:
        return mention._replace(sense=CITY, rule="refers-to-named", topic_ids=only)
    return mention._replace(sense=CITY, rule="refers-to-generic")
