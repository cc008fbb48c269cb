"""Public bodies and centres that a text names: organisations that hide no place from the linker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.gazetteer.hits import ReadZone

_WORD = r"[A-Z][\w’'&-]*"
_HEAD = re.compile(
    r"\b(?:Cent(?:er|re)|Council|Commission|Committee|Bureau|Agency|Authority|Administration)\b"
)
_BEFORE = re.compile(rf"(?:{_WORD}[ ](?:(?:of|for|and)[ ])?){{1,6}}$")
_LEAD = re.compile(r"(?:(?:The|This|Our|In|At|By|From|And|As|When|While|Its|A|An|For|On)[ ])+")
_OF = re.compile(
    rf"\b(?:Ministry|Department)[ ]of[ ]{_WORD}(?:(?:,[ ]|[ ]and[ ]|[ ]){_WORD}){{0,4}}"
)
_MINISTRY = (
    "外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境"
    "|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理"
)
_HAN = re.compile(
    r"(?:中国|国家|国务院|全国|中央)(?:(?![的和与及在对将是为了])[\u4e00-\u9fff]){2,12}?"
    r"(?:委员会|研究中心|信息中心|研究院|研究所|总局|管理局|基金会|协会|联合会|学会|办公厅)"
    rf"|国家发展和改革委员会|国家发展改革委|(?:{_MINISTRY})部(?![门署])"
)


def public_bodies(read: ReadZone, taken: Sequence[Span]) -> list[Span]:
    """Return where a zone names such bodies, in order, none where `taken` has something."""
    return [
        span
        for span in _found(read)
        if not any(one.start < span.end and span.start < one.end for one in taken)
    ]


def _found(read: ReadZone) -> Iterator[Span]:
    for pattern in (_OF, _HAN):
        for match in pattern.finditer(read.text):
            if read.sentence(match.start()).end >= match.end():
                yield Span(*match.span())
    for head in _HEAD.finditer(read.text):
        begin = max(read.sentence(head.start()).start, head.start() - 120)
        before = _BEFORE.search(read.text, begin, head.start())
        lead = _LEAD.match(read.text, before.start(), head.start()) if before else None
        start = lead.end() if lead else before.start() if before else head.start()
        if start < head.start():
            yield Span(start, head.end())
