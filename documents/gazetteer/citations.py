"""Policy instruments that a text cites: by name, by title, by number, or without any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.placement import mention_at
from documents.gazetteer.title import NUMBERED, TITLED
from documents.gazetteer.titles import titles
from documents.text.folding import fold
from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import Hit, ReadZone
    from documents.gazetteer.title import Title
    from documents.gazetteer.vocabulary import Gazetteer

# A name of the vocabulary that fills less of a title than this is another document's.
_COVERS = 0.55
_TREATING = "(?:修改|修订|修正|废止|贯彻|落实|实施|执行|宣传|学习|根据|依据|解读|适用|违反|征求)"
_TREATS = re.compile(rf"{_TREATING}$")
_TREATED = re.compile(rf"{_TREATING}《[^《》]*》")
# Behind a name that ends without years: those of its own years are names themselves, and longer.
_OTHER_YEARS = re.compile(r"\s?[（(](?:19|20)\d\d\s*[-–—－至]+\s*(?:19|20)?\d\d年?[）)]")
# A document of its own, by what its title ends with; a headline ends otherwise.
_DOCUMENT = re.compile(
    r"(?:通知|公告|通告|意见|办法|方案|规划|纲要|条例|规定|细则|措施|计划|决定|指南|要点|法|令|清单|目录|预案|公示|函|政策|规则"
    r"|标准|章程|指引)(?:[（(][^（）()]*[）)])*$"
)
_HEADLINE = re.compile(
    r"(?:出台|印发|发布|公布|推出|通过|敲定)(?!.*(?:通知|公告|通告|令|函|公示)(?:[（(][^（）()]*[）)])*$)"
)
_LATIN_LETTER = re.compile("[A-Za-z]")
# The place in front of a name whose namesake is another: 某县优化营商环境条例.
_LOCAL = re.compile(r"[\u4e00-\u9fff](?:[省市县州盟旗]|自治区|新区)$")
_PARTS = frozenset({"province", "prefecture", "county", "district", "new-area"})
_BESIDE = 2  # characters between a place and a name that it stands before
_MARKS = re.compile(r"[的\s《》“”\"'（）()〔〕\[\]]+")


def citations(
    read: ReadZone, own_title: str, masks: Sequence[Span], gazetteer: Gazetteer
) -> Iterator[FoundMention]:
    """Give the instruments that a zone cites; what no topic stands for has no topic.

    A text that cites its own title (《…》, now printed and distributed) cites nothing. The title of
    a document, and of each that a list holds, cites only what it says to change or to carry out
    (修改《…》); a headline may name any. `masks` are organisations.
    """
    named = [
        hit
        for hit in read.hits["instrument"]
        if hit.topic_ids and not _is_local(read, hit, gazetteer)
    ]
    own = _own(own_title)
    is_title = read.name == "entries" or (read.name == "title" and own)
    cited = _treated(read) if is_title else _cited(read, own)
    cited = [
        title
        for title in cited
        if not any(_outgrows(hit, title) for hit in named)
        and not any(mask.start < title.span.end and title.span.start < mask.end for mask in masks)
    ]
    for title in cited:
        span = title.span
        inside = [hit for hit in named if span.start <= hit.start and hit.end <= span.end]
        whole = max(inside, key=_length, default=None)
        if whole is not None and _covers(read.text, whole, title):
            yield mention_at(read, span, "instrument", "name", whole.topic_ids)
        else:
            yield mention_at(read, span, "instrument", title.rule)
    spans = [title.span for title in cited]
    for hit in named:
        if not any(span.start < hit.end and hit.start < span.end for span in spans):
            years = _OTHER_YEARS.match(read.text, hit.end)
            if years:  # a plan of the same name for another period
                yield mention_at(read, Span(hit.start, years.end()), "instrument", TITLED)
            else:
                yield mention_at(read, hit, "instrument", hit.rule, hit.topic_ids)


def _treated(read: ReadZone) -> list[Title]:
    """Return the titles 《…》 in a document's own that it changes, carries out or explains."""
    return [
        title
        for title in titles(read)
        if read.text[title.span.start] == "《" and _TREATS.search(read.text, 0, title.span.start)
    ]


def _own(title: str) -> str:
    """Return the bare title that a document has itself, empty for a headline about another's."""
    title = title.strip()
    if not _LATIN_LETTER.search(title) and (_HEADLINE.search(title) or not _DOCUMENT.search(title)):
        return ""
    return _bare(_TREATED.sub("", title))  # 实施《…法》办法 is no law of its own


def _is_local(read: ReadZone, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether a place in front makes a name that of the place's own law or plan."""
    if _LOCAL.search(read.text, max(0, hit.start - 4), hit.start):
        return True
    return any(
        place.end <= hit.start <= place.end + _BESIDE
        and any(gazetteer.topics[pk].level in _PARTS for pk in place.topic_ids)
        for place in read.hits["place"]
    )


def _cited(read: ReadZone, own: str) -> list[Title]:
    found = (
        title
        for title in titles(read)
        if read.sentence(title.span.start).end >= title.span.end
        and not _is_own(_bare(title.span.of(read.text)), own)
        and not _is_alone(read, title)
    )
    apart = leftmost_longest(_Placed(title) for title in found)
    return [placed.title for placed in apart]


def _is_alone(read: ReadZone, title: Title) -> bool:
    """Whether a number fills its line: it is the document's own, or an entry of a list."""
    line = read.sentence(title.span.start).of(read.text)
    return title.rule == NUMBERED and _bare(line) == _bare(title.span.of(read.text))


class _Placed:
    """A title as the chooser of longest matches wants it."""

    def __init__(self, title: Title) -> None:
        self.title = title
        self.start = title.span.start
        self.end = title.span.end


def _is_own(title: str, own: str) -> bool:
    return bool(title and own) and (title in own or (len(own) > 8 and own in title))


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _outgrows(hit: Hit, title: Title) -> bool:
    """Whether a name of the vocabulary begins like a title and goes on behind it."""
    span = title.span
    return hit.start <= span.start and span.end <= hit.end and _length(hit) > span.end - span.start


def _length(hit: Hit) -> int:
    return hit.end - hit.start


def _covers(text: str, hit: Hit, title: Title) -> bool:
    """Whether a name fills a title; a document's number settles it alone."""
    if title.rule != TITLED or hit.rule == "number":
        return True
    name = len(_bare(text[hit.start : hit.end]))
    return name >= _COVERS * len(_bare(title.span.of(text)))
