"""Organisations named after places: "Beijing Normal University" is no region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import Hit, ReadZone

# Words in capitals before "University", "Bank" ...: the name so far.
_BEFORE = re.compile(r"(?:[A-Z][\w’'&.-]*[ \n]+(?:(?:for|&)[ \n]+)?){1,7}$")
_BEHIND = re.compile(r"(?:[ \n]of(?:[ \n](?:the|[A-Z][\w’'-]*)|[ \n]and)+)?")
_OFFICE = re.compile(
    r"\b(?:Government|Department|Bureau|Commission|Committee|Ministry|Congress|Provincial|Municipal"
    r"|Province|City|Office|Administration|Court)\b"
)
_OF = frozenset({"university", "bank", "academy", "institute", "college", "museum", "society"})
# What may stand between a Chinese place's name and the word that makes it an organisation.
_HAN_BEHIND = re.compile(
    r"(?:省|市)?(?:师范|理工|交通|科技|工业|农业|农林|林业|医科|财经|外国语|政法|海洋|石油|民族|经济|工商|体育"
    r"|航空|邮电|电子|中医药|农商|农村商业|商业|发展|国际|社会科学|科学|城市规划设计|人民|第[一二三四五六七八九十]"
    r"|附属|职业|技术|信息|地质|期货|证券|建筑|音乐|戏剧|电影|现代|工程|经济技术)*"
    r"(?:大学|学院|交易所|银行|日报社?|晚报|晨报|商报|时报|证券|出版社|研究院|研究所|医院|机场|港务局|港集团|足球|队)"
    r"|[\u3400-\u9fffA-Za-z]{0,12}?(?:有限责任公司|股份有限公司|有限公司|集团公司)"
    r"|(?!.{0,6}[的和与及在等、，])[\u3400-\u9fff]{2,5}集团(?!军)"
)


def organisations(read: ReadZone) -> list[Span]:
    """Return where organisations named after something stand, offices of governments left out."""
    latin = (span for hit in read.signals("organisation") for span in _latin(read, hit))
    han = (span for hit in read.hits["place"] for span in _han(read, hit))
    return leftmost_longest([*latin, *han])


def _han(read: ReadZone, hit: Hit) -> Iterator[Span]:
    if hit.is_decoy or read.text[hit.start].isascii():
        return
    behind = _HAN_BEHIND.match(read.text, hit.end, hit.sentence.end)
    if behind:
        yield Span(hit.start, behind.end())


def _latin(read: ReadZone, hit: Hit) -> Iterator[Span]:
    if not read.text[hit.start].isupper():
        return
    sentence = hit.sentence
    match = _BEFORE.search(read.text, max(sentence.start, hit.start - 120), hit.start)
    start = match.start() if match else hit.start
    end = hit.end
    if read.text[hit.start : hit.end].lower() in _OF:
        behind = _BEHIND.match(read.text, hit.end, sentence.end)
        end = behind.end() if behind else end
    if match and _OFFICE.search(match[0]):
        start = hit.start  # "Shandong Provincial Academy": the office part keeps its place
    if start < hit.start or end > hit.end:
        yield Span(start, end)
