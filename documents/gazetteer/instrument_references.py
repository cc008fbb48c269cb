"""Settles 《规划》, 本条例 and "the Plan" by the only instrument of that kind that a text names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.placement import mention_at
from documents.text.folding import fold
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import ReadZone

OPEN = "instrument-reference"
SETTLED = "refers-to-instrument"

_HAN_NOUNS = (
    "规划纲要|总体规划|发展规划|规划|纲要|条例|实施办法|管理办法|办法|指导意见|实施意见|若干意见|意见|总体方案"
    "|实施方案|行动方案|方案|行动计划|计划|决定|规定|细则|通知|目录|协定|法"
)
# 以下简称《规划》 stands beside the title that it shortens.
_HAN = re.compile(
    rf"[《本该](?<!简称《)(?<!称为《)(?:{_HAN_NOUNS})(?P<closed>》)?(?![律规院庭师者案])"
)
_OWN = re.compile(r"本|[Tt]h(?:is|ese)\b")
_LATIN = re.compile(r"\b[Tt]h(?:e|is|ese)[ \n]$")
# "The Plan for ...", "the Plan B", "the plan's": the first two are names of their own.
_GOES_ON = re.compile(r"[ \n](?:[A-Z]|(?:for|on|of|to)[ \n])|[-\d]")
# Another one, that has no name: "a plan", "its new plan".
_ANOTHER = (
    r"\b(?:an?|another|its|their|our|own|new|two|three|these|some|other)[ ]"
    r"(?:[\w’'-]+[ ]){{0,3}}{}\b"
)


def instrument_references(read: ReadZone) -> Iterator[FoundMention]:
    """Give the nouns of a zone that stand for an instrument named before, with no topic yet."""
    for match in _HAN.finditer(read.text):
        if (match[0][0] == "《") == (match["closed"] is not None):
            yield mention_at(read, Span(*match.span()), "instrument", OPEN)
    for hit in read.signals("title"):
        before = _LATIN.search(read.text, max(hit.sentence.start, hit.start - 6), hit.start)
        if before and not _GOES_ON.match(read.text, hit.end):
            yield mention_at(read, Span(before.start(), hit.end), "instrument", OPEN)


def refer(mentions: Sequence[FoundMention], texts: dict[str, str]) -> list[FoundMention]:
    """Return the mentions with references settled; what refers to nothing certain is let go.

    A reference means the one instrument of its kind that the text names before it. It means
    nothing certain where the text names two, cites one that no topic stands for, or is itself one
    of that kind by its title. 本规划 and "this Plan" mean only what the title names.
    """
    if not any(one.rule == OPEN for one in mentions):
        return list(mentions)
    cited = [one for one in mentions if one.facet == "instrument" and one.rule != OPEN]
    settled = []
    for one in mentions:
        if one.rule != OPEN:
            settled.append(one)
        elif topic_ids := _meant(one, cited, texts):
            settled.append(one._replace(rule=SETTLED, topic_ids=topic_ids))
    return settled


def _meant(
    reference: FoundMention, cited: Sequence[FoundMention], texts: dict[str, str]
) -> tuple[int, ...]:
    """Return the topic that a reference means, nothing where that is not certain."""
    noun = _noun(reference.surface)
    of_kind = [one for one in cited if _is_of_kind(one.surface, noun)]
    meant = {one.topic_ids for one in of_kind}
    if len(meant) != 1 or () in meant or not _stands_before(of_kind[0], reference):
        return ()
    is_in_title = any(one.zone == "title" for one in of_kind)
    title = texts.get("title", "")
    if not is_in_title and (_OWN.match(reference.surface) or _is_of_kind(title, noun)):
        return ()
    return () if _has_another(reference, noun, texts) else meant.pop()


def _noun(surface: str) -> str:
    """Return the noun of a reference: 规划 of 《规划》, plan of "the Plan"."""
    bare = fold(surface).strip("《》本该")
    return bare.rsplit(" ", 1)[-1].removesuffix("s") if surface.isascii() else bare


def _is_of_kind(title: str, noun: str) -> bool:
    if noun.isascii():
        return re.search(rf"\b{noun}s?\b", fold(title)) is not None
    return noun in title


def _stands_before(cited: FoundMention, reference: FoundMention) -> bool:
    return cited.zone != reference.zone or cited.start < reference.start


def _has_another(reference: FoundMention, noun: str, texts: dict[str, str]) -> bool:
    """Whether the text speaks of one without a name, so that a small "the plan" may mean that."""
    if not reference.surface.isascii() or reference.surface.split()[-1][0].isupper():
        return False
    another = re.compile(_ANOTHER.format(noun), re.IGNORECASE)
    return any(another.search(text) for text in texts.values())
