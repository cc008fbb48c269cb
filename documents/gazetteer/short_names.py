"""Short names that a text gives an instrument: "the Reed Act (REA)", 《…》（简称“芦苇二十条”）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.instrument_references import SETTLED
from documents.gazetteer.placement import mention_at
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import ReadZone

_HAN = re.compile(
    r"[（(](?:[^（）()]{0,30}[，,])?(?:以下|下)?简?称(?:为|作)?[“《\"]?(?P<name>[^”》\"“《（）()]{2,20})[”》\"]?[）)]"
)
_LATIN = re.compile(
    r"[ \n]\((?:hereinafter[ \n])?(?:referred[ \n]to[ \n]as[ \n])?(?:the[ \n]|or[ \n])*"
    r"[\"“'‘]?(?P<name>[A-Z][\w&-]+(?:[ ][A-Z][\w&-]+){0,3})[\"”'’]?\)"
)
# A noun alone is told by what else the text names: see `instrument_references`.
_NOUN = re.compile(
    r"规划纲要|规划|纲要|条例|办法|意见|方案|计划|决定|规定|细则|通知|目录|协定|法"
    r"|(?:Plan|Outline|Opinions?|Guidelines?|Regulations?|Measures|Provisions|Rules|Notice"
    r"|Circular|Decision"
    r"|Law|Act|Directive|Agreement|Strategy|Framework)"
)


def with_short_names(read: ReadZone, cited: Sequence[FoundMention]) -> list[FoundMention]:
    """Return the citations of a zone with the short names, which no title by form overlaps."""
    short = list(_short_names(read, cited))
    apart = [
        one
        for one in cited
        if one.topic_ids or not any(it.start < one.end and one.start < it.end for it in short)
    ]
    return [*apart, *short]


def _short_names(read: ReadZone, cited: Sequence[FoundMention]) -> Iterator[FoundMention]:
    """Give where a zone says the short name that it gave an instrument of the vocabulary."""
    for one in cited:
        given = _given(read.text, one) if one.topic_ids else None
        for match in _written(given["name"]).finditer(read.text, one.end) if given else ():
            if not _is_settled(match, cited):
                yield mention_at(read, Span(*match.span()), "instrument", SETTLED, one.topic_ids)


def _given(text: str, cited: FoundMention) -> re.Match[str] | None:
    """Return the short name in brackets behind a citation, None where there is none."""
    match = _HAN.match(text, cited.end) or _LATIN.match(text, cited.end)
    return match if match and not _NOUN.fullmatch(match["name"]) else None


def _written(name: str) -> re.Pattern[str]:
    """Return what finds a name: one in Latin letters as whole words only."""
    return re.compile(rf"\b{re.escape(name)}\b" if name[0].isascii() else re.escape(name))


def _is_settled(match: re.Match[str], cited: Sequence[FoundMention]) -> bool:
    return any(
        one.topic_ids and one.start < match.end() and match.start() < one.end for one in cited
    )
