"""When the country itself is a region of a text, and when it is only the ground it stands on.

Nearly every text here is about the country, so its name tells a reader nothing: a nation-wide text
has no region. The country is one place among others where a text sets it beside places abroad, or
where it names at least two of the country's parts (a lone one is where the news was made) and
locates something in it or names it in the title or keywords; beside a lone part, where it says
what the country does. Where the text compares parts of two provinces the country is the third.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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
WHOLE = "全国"  # "nation-wide" itself: one place among others only as the scope of a measure

_LOCATES = re.compile(
    r"(?:\b(?:in|within|inside|outside|across|throughout|from|leave|enter|for|into)[ \n]+"
    r"(?:the[ \n]+|mainland[ \n]+)*"
    r"|[在于来赴驻])$",
    re.IGNORECASE,
)
# "In China's Jiangsu", 在中国西部: a part is where something is, not the whole.
_PART = re.compile(r"['’]s[ \n]+[A-Z]|[东西南北中]部|东北|西北|西南|华[东南北中]")
# "in Zunyi, China": where a part lies.
_OF_PLACE = re.compile(r"[A-Za-z],[ ]$")
# "China is ageing", 中国发出三列: the country does something.
_BEGINS = re.compile(r"(?:^|[“\"‘，。；：(（\n])\s*(?:[Tt]he[ ](?:People['’]s Republic of )?)?$")
_DOES = re.compile(
    r"[ ](?:is|has|was|had|will|wants|needs|could|should|may|might|must|can|would"
    r"|[a-z]{3,}(?:ed|es))\b"
    r"|(?:已|正|将|有|是|要|能|还|也|发出|建成|成为|提出|宣布)"
)
# 在全国范围内, 全国建成: what is to be done everywhere; 全国领先 and 全国首例 are ranks.
_SCOPE = re.compile(
    "范围|共[有建]|已|累计|将|要|计划|改造|建成|新建|新增|筹建|实现|推广|建设|全年|各地"
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
        if one.facet == "region" and one.topic_id is not None
    }
    if "country" not in levels.values():
        return list(mentions)
    ground = _Ground.of([pk for pk, level in levels.items() if level in PARTS], gazetteer)
    is_abroad = "foreign" in levels.values()
    settled = []
    for one in mentions:
        if one.facet == "region" and one.topic_id and levels.get(one.topic_id) == "country":
            is_place = _is_place(one, texts[one.zone], ground) or (
                is_abroad and one.surface != WHOLE
            )
            one = one._replace(rule=AMONG_PLACES if is_place else NATION_WIDE)  # noqa: PLW2901
        settled.append(one)
    return settled


@dataclass(frozen=True, slots=True)
class _Ground:
    """How many parts of the country a text names, and in how many provinces they lie."""

    parts: int
    provinces: int

    @classmethod
    def of(cls, parts: Sequence[int], gazetteer: Gazetteer) -> _Ground:
        return cls(len(parts), len({gazetteer.topics[pk].province_id for pk in parts}))


def _is_place(mention: FoundMention, text: str, ground: _Ground) -> bool:
    """Whether the country is spoken of as a place beside its parts."""
    compares, has_parts = ground.provinces >= LEAST_PARTS, ground.parts >= LEAST_PARTS
    if mention.surface == WHOLE:
        return compares and _SCOPE.match(text, mention.end) is not None
    if has_parts and mention.zone in LOUD:
        return True
    if not ground.parts or _PART.match(text, mention.end):
        return False
    if mention.zone in LOUD:
        return not _OF_PLACE.search(text, 0, mention.start)
    before = text[max(mention.quote_start, mention.start - 30) : mention.start]
    if compares or (_BEGINS.search(before) and _DOES.match(text, mention.end)):
        return True
    return has_parts and bool(_LOCATES.search(before) or _INSIDE.match(text, mention.end))
