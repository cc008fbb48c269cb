"""When the country itself is a region of a text, and when it is only the ground it stands on.

Nearly every text here is about the country, so its name tells a reader nothing: a nation-wide text
has no region. The country is one place among others where a text sets it beside places abroad, or
where it names at least two of the country's parts (a lone one is where the news was made) and
speaks of the country as a place: locates something in it, says what it does, or names it in the
title or keywords. Where the text compares parts of two provinces the country is the third.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.vocabulary import Gazetteer

NATION_WIDE = "nation-wide"
AMONG_PLACES = "among-places"
PARTS = frozenset({"province", "prefecture", "county", "new-area", "district"})
LEAST_PARTS = 2
LOUD = frozenset({"title", "keywords"})
WHOLE = "全国"  # "nation-wide" itself: a name of the country, never one place among others

_LOCATES = re.compile(
    r"(?:\b(?:in|within|inside|outside|across|throughout|from)[ \n]+(?:the[ \n]+|mainland[ \n]+)*"
    r"|[在于来赴驻])$",
    re.IGNORECASE,
)
# "In China's Jiangsu", 在中国西部: a part is where something is, not the whole.
_PART = re.compile(r"['’]s[ \n]+[A-Z]|[东西南北中]部|东北|西北|西南|华[东南北中]")
# "China is ageing", 中国发出三列: the country does something.
_BEGINS = re.compile(r"(?:^|[“\"‘，。；：(（\n])\s*(?:[Tt]he[ ](?:People['’]s Republic of )?)?$")
_DOES = re.compile(
    r"[ ](?:is|has|was|had|will|wants|needs|[a-z]{3,}(?:ed|es))\b"
    r"|(?:已|正|将|有|是|要|能|还|也|发出|建成|成为|提出|宣布)"
)
_INSIDE = re.compile(r"境内|境外|各地|国内")


def settle_country(
    mentions: Sequence[FoundMention], texts: dict[str, str], gazetteer: Gazetteer
) -> list[FoundMention]:
    """Return the mentions, those of the country marked among-places or nation-wide.

    `texts` holds the text of each zone. A nation-wide mention is kept and gives no link.
    """
    levels = {
        one.topic_id: gazetteer.topics[one.topic_id].level
        for one in mentions
        if one.facet == "region" and one.topic_id is not None and one.polarity != "negated"
    }
    if "country" not in levels.values():
        return list(mentions)
    is_abroad = "foreign" in levels.values()
    parts = [pk for pk, level in levels.items() if level in PARTS]
    has_parts = len(parts) >= LEAST_PARTS
    compares = len({gazetteer.topics[pk].province_id for pk in parts}) >= LEAST_PARTS
    settled = []
    for one in mentions:
        if one.facet == "region" and one.topic_id and levels.get(one.topic_id) == "country":
            text = texts[one.zone]
            is_place = one.surface != WHOLE and (
                is_abroad
                or (compares and not _PART.match(text, one.end))
                or (has_parts and _is_place(one, text))
            )
            one = one._replace(rule=AMONG_PLACES if is_place else NATION_WIDE)  # noqa: PLW2901
        settled.append(one)
    return settled


def _is_place(mention: FoundMention, text: str) -> bool:
    """Whether the country is spoken of as a place: in a title, or "in China", 在中国."""
    if mention.zone in LOUD:
        return True
    if _PART.match(text, mention.end):
        return False
    before = text[max(mention.quote_start, mention.start - 30) : mention.start]
    if _LOCATES.search(before) or _INSIDE.match(text, mention.end):
        return True
    return bool(_BEGINS.search(before) and _DOES.match(text, mention.end))
