"""Organisations named after places: "Beijing Normal University" is no region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import Hit, ReadZone

# Words in capitals before "University", "Bank" ...: the name so far, but no office of a government.
_BEFORE = re.compile(r"(?:[A-Z][\w’'&.-]*[ \n]+(?:(?:of|for|and|&)[ \n]+)?){1,7}$")
_BEHIND = re.compile(r"(?:[ \n]of(?:[ \n](?:the|[A-Z][\w’'-]*)|[ \n]and)+)?")
_OFFICE = re.compile(
    r"\b(?:Government|Department|Bureau|Commission|Committee|Ministry|Congress|Provincial|Municipal"
    r"|Province|City|Office|Administration|Court)\b"
)
_OF = frozenset({"university", "bank", "academy", "institute", "college", "museum", "society"})
_HAN_BEFORE = re.compile(
    r"[\u3400-\u9fff]{2,4}(?:省|市)?(?:师范|理工|交通|科技|工业|农业|医科|财经|外国语|政法|海洋|石油|民族"
    r"|经济|工商|体育|航空|邮电|电子科技|中医药|农商|农村商业|商业|发展|证券|国际|社会科学|科学|城市规划设计|人民"
    r"|第[一二三四五六七八九十]|附属|[A-Za-z])*$"
)
_HAN_COMPANY = re.compile(r"[\u3400-\u9fffA-Za-z（）()]{2,20}$")
_COMPANY = frozenset({"公司", "集团"})


def organisations(read: ReadZone) -> list[Span]:
    """Return where organisations named after something stand, offices of governments left out."""
    return [span for hit in read.hits["signal"] for span in _named(read, hit)]


def _named(read: ReadZone, hit: Hit) -> Iterator[Span]:
    if hit.rule != "organisation":
        return
    sentence = read.sentence(hit.start)
    surface = read.text[hit.start : hit.end]
    before = read.text[sentence.start : hit.start]
    if surface.isascii():
        if surface[0].isupper():
            yield from _latin(read, hit, sentence)
        return
    pattern = _HAN_COMPANY if surface in _COMPANY else _HAN_BEFORE
    if match := pattern.search(before):
        yield Span(sentence.start + match.start(), hit.end)


def _latin(read: ReadZone, hit: Hit, sentence: Span) -> Iterator[Span]:
    before = read.text[max(sentence.start, hit.start - 120) : hit.start]
    match = _BEFORE.search(before)
    start = hit.start - len(match[0]) if match else hit.start
    end = hit.end
    if read.text[hit.start : hit.end].lower() in _OF:
        behind = _BEHIND.match(read.text, hit.end, sentence.end)
        end = behind.end() if behind else end
    if match and _OFFICE.search(match[0]):
        # "Shandong Provincial Academy": the office part keeps its place.
        start = hit.start
    yield Span(start, end)
