"""Policy instruments that a text cites: by name, by title, by number, or without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.placement import mention_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import ReadZone


def citations(read: ReadZone) -> Iterator[FoundMention]:
    """Give the instruments of the vocabulary that a zone names."""
    for hit in read.hits["instrument"]:
        if hit.topic_ids:
            yield mention_at(read, hit, "instrument", hit.rule, hit.topic_ids)
