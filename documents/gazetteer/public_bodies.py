"""Public bodies and centres that a text names: organisations that hide no place from the linker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.hits import Hit, ReadZone

_WORD = r"[A-Z](?:[^\W_]|[’'&-])*"
_BEFORE = re.compile(rf"(?:{_WORD}[ ](?:(?:of|for|and)[ ])?){{1,6}}$")
_LEAD = re.compile(r"(?:(?:The|This|Our|In|At|By|From|And|As|When|While|Its|A|An|For|On)[ ])+")
_OFFICES = frozenset({"Ministry", "Ministries", "Department", "Departments", "Office"})
_OF = re.compile(
    rf"[A-Z][a-z]+[ ](?:of|for)[ ](?:the[ ])?{_WORD}"
    rf"(?:(?:,[ ]|,?[ ]and[ ]|[ ]&[ ]|[ ]){_WORD}){{0,6}}"
)
_HAN = re.compile(
    r"(?:中国|国家|国务院|全国|中央)(?:(?![的和与及在对将是为了])[\u4e00-\u9fff]){2,12}?"
    r"(?:委员会|研究中心|信息中心|研究院|研究所|总局|管理局|基金会|协会|联合会|学会|办公厅)"
)
_REFORM = re.compile(r"国家发展(?:和改革委员会|改革委)")
_OF_STATE = re.compile(r"部(?![门署])")
_MINISTRIES = (
    *("外交", "国防", "教育", "科学技术", "科技", "工业和信息化", "公安", "民政", "司法", "财政"),
    *("人力资源和社会保障", "自然资源", "生态环境", "住房和城乡建设", "交通运输", "水利"),
    *("农业农村", "商务", "文化和旅游", "应急管理"),
)


def public_bodies(read: ReadZone, taken: Sequence[Span]) -> list[Span]:
    """Return where a zone names such bodies, in order, none where `taken` has something."""
    free = (
        span
        for span in _found(read)
        if not any(one.start < span.end and span.start < one.end for one in taken)
    )
    return leftmost_longest(free)


def _found(read: ReadZone) -> Iterator[Span]:
    for hit in read.signals("body"):
        if read.text[hit.start].isupper():
            yield from _latin(read.text, hit)
    for pattern in (_REFORM, _HAN):
        for match in pattern.finditer(read.text):
            if read.sentence(match.start()).end >= match.end():
                yield Span(*match.span())
    yield from _ministries(read.text)


def _latin(text: str, hit: Hit) -> Iterator[Span]:
    """Give "Ministry of ...", or what capitals lead to such as "Center", from the first of them."""
    behind = _OF.match(text, hit.start, hit.sentence.end)
    if behind:
        yield Span(*behind.span())
    if text[hit.start : hit.end] in _OFFICES:
        return
    before = _BEFORE.search(text, max(hit.sentence.start, hit.start - 120), hit.start)
    if before is None:
        return
    lead = _LEAD.match(text, before.start(), hit.start)
    start = lead.end() if lead else before.start()
    if start < hit.start:
        yield Span(start, hit.end)


def _ministries(text: str) -> Iterator[Span]:
    for match in _OF_STATE.finditer(text):
        for name in _MINISTRIES:
            if text.endswith(name, 0, match.start()):
                yield Span(match.start() - len(name), match.end())
                break
