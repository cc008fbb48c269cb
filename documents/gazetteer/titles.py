"""Titles of policy documents in a text: 《…意见》, "Action Plan for …", 国发〔2022〕18号."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import Hit, ReadZone

TITLED = "title"
NUMBERED = "number"
UNTITLED = "untitled"

_HAN_TYPES = (
    "规划|纲要|意见|方案|条例|办法|通知|计划|决定|法|规定|细则|措施|战略|指南|公报|协定|目录|标准|章程|指引|决议|公告"
    "|倡议|宣言|协议|准则|政策|要点|清单|规则|批复|声明|纲领|守则|规范|令|公约|条约|蓝图"
)
# The words that lead to a number are none of it: 依据国发〔2022〕18号.
_NUMBER_TAIL = r"[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\d+号"
_NUMBER = (
    r"(?:(?!依据|根据|按照|依照|遵照|参照|参见|文件|印发|关于|[的和与及将为了在见以据照循])[\u4e00-\u9fff]){1,10}"
    rf"{_NUMBER_TAIL}"
)
_BOOK = re.compile(
    rf"《([^《》\n]{{3,90}}?(?:{_HAN_TYPES})(?:[（(][^（）()《》]{{1,20}}[）)])?)》"
    rf"(?:[（(]{_NUMBER}[）)])?"
)
_QUOTED = re.compile(
    r"“([^“”\n]{2,60}(?:规划|纲要|意见|实施方案|行动方案|总体方案|条例|办法|行动计划))”(?!规划|纲要)"
)
_HAN_NUMBER = re.compile(_NUMBER)
_LATIN_NUMBER_TAIL = r"[\[(〔](?:19|20)\d\d[\])〕]\s*No\.?\s*\d+"
_LATIN_NUMBER = re.compile(
    r"\b[A-Z][a-z]+(?: ?[A-Z]?[a-z]+){0,2}?(?:fa|han|ban|zi|ling)\s*" + _LATIN_NUMBER_TAIL
)
_UNION_NUMBER = re.compile(
    r"\b(?:Regulation|Directive|Decision)\s+(?:\((?:EU|EC|EEC)(?:,\s*Euratom)?\)\s+)?(?:No\s+)?"
    r"\d{2,4}/\d+(?:/(?:EU|EC|EEC))?"
)
# "A circular", and what follows the noun: "given by the State Council".
_GIVEN = frozenset({"circular", "notice", "guideline", "directive", "document", "decree"})
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]his)\s+(?:[a-z-]+\s+){0,2}?$")
_GIVEN_BY = re.compile(
    r"\s+(?:that\s+was\s+|which\s+was\s+|was\s+)?"
    r"(?:given|issued|released|published|promulgated|unveiled|sent)\s+(?:jointly\s+|out\s+)?by\s+"
    r"(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+|for\s+)?[A-Z][\w’'&-]*)*"
)
_ISSUED = re.compile(
    r"(?:印发|下发|出台|发布)(?:了|的)?(?:一份)?(?:相关|有关|专门)?(?:通知|意见|文件|方案|规定)"
)
_UNTITLED_HAN = re.compile(
    r"(?:国务院|中共中央|省委|市委|(?:(?![的和与及在对将是为了由以])[\u4e00-\u9fff]){1,10}?"
    r"(?:政府|委员会|改革委|发改委|部|厅|总局))(?:办公厅|办公室)?(?:等[\d一二两三四五六七八九十]+个?部门)?"
    rf"(?:近日|日前|最近|今天|昨日|已经|已)?(?:联合)?{_ISSUED.pattern}"
)
_GERMAN = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}(?:gesetz(?:es|e|buch)?|verordnung|richtlinie)\b")

# English: words in capitals round a type word, joined by small words that lead to the next capital.
_CAPITAL = r"(?:[A-Z][\w’'&/-]*(?:[ ]\([A-Z][a-z]+\))?|[A-Z]\.|\d{4}(?:[-–]\d{2,4})?)"
_SMALL = r"(?:of|and|the|for|in|on|by|with|to|from|at|a|between|through|towards|toward|under|&)"
_LEFT = re.compile(rf"(?:{_CAPITAL}[ \n]+(?:(?:of|for|and|on|&)[ \n]+(?:the[ \n]+)?)?)*$")
_RIGHT = re.compile(
    rf"[ \n]+(?:on|for|of|to|concerning|regarding|in|against)[ \n]+(?:{_SMALL}[ \n]+)*{_CAPITAL}"
    rf"(?:(?:,?[ \n]+|,[ \n]+and[ \n]+)(?:{_SMALL}[ \n]+){{0,3}}{_CAPITAL})*"
)
_YEARS = re.compile(r"[ \n]*\((?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)?\d\d)?\)")
_TYPES = (
    "Acts?|Laws?|Plans?|Regulations?|Directives?|Opinions|Measures|Outline|Agreement|Strategy"
    "|Notice"
)
# Another title in front: "the Chips Act and the ...", "the Reed Law of the land and the ...".
_OTHER_TITLE = re.compile(
    rf"\b(?:{_TYPES})(?:(?:,|[ \n]+and|[ \n]+or)[ \n]+(?:the[ \n]+)?"
    r"|[^,;]{1,80}?[ \n]and[ \n]+the[ \n]+)"
)
# Another title behind: "... and the Regulations of Reed Province".
_NEXT_TITLE = re.compile(rf",?[ \n]+and[ \n]+the[ \n]+(?:{_TYPES})\b")
_SMALL_PLAN = re.compile(r"(?:[a-z-]+[ \n]+){1,4}$")
_LEADING_WORDS = """
    The Under This That In By On For And Its As An A According To With When Since Our Their If
    After Before At Both Of From While It
"""
_GENERIC_WORDS = """
    action master development implementation five-year three-year national overall special
    work annual provincial municipal general strategic new state draft final detailed interim
    trial city key joint local management guiding several relevant administrative implementing
    pilot
"""
_LEADING = frozenset(_LEADING_WORDS.split())
_GENERIC = frozenset(_GENERIC_WORDS.split())


# Each pattern with its rule and the words of which a text must have one for it to be tried.
_PATTERNS = (
    (_BOOK, TITLED, ("《",)),
    (_QUOTED, TITLED, ("划”", "要”", "见”", "案”", "例”", "法”")),
    (_UNION_NUMBER, NUMBERED, ("Regulation", "Directive", "Decision")),
    (_GERMAN, TITLED, ("gesetz", "verordnung", "richtlinie")),
)
# What ends as the first does: these are too slow to be tried at every character.
_TAILS = (
    (re.compile(_NUMBER_TAIL), _HAN_NUMBER, NUMBERED),
    (re.compile(_LATIN_NUMBER_TAIL), _LATIN_NUMBER, NUMBERED),
    (_ISSUED, _UNTITLED_HAN, UNTITLED),
)
_BEFORE_TAIL = 60  # characters of the whole in front of its tail


class Title(NamedTuple):
    """Where a document is cited; rule: title number untitled."""

    span: Span
    rule: str


def titles(read: ReadZone) -> Iterator[Title]:
    """Give the citations of a zone, unresolved and perhaps overlapping."""
    text = read.text
    for pattern, rule, words in _PATTERNS:
        if any(word in text for word in words):
            yield from (Title(Span(*match.span()), rule) for match in pattern.finditer(text))
    for tail, whole, rule in _TAILS:
        yield from (Title(span, rule) for span in _ending(text, tail, whole))
    for hit in (*read.signals("title"), *read.signals("document")):
        if text[hit.start : hit.end] in _GIVEN and (span := _untitled(text, hit)):
            yield Title(span, UNTITLED)
    for hit in read.signals("title"):
        if span := _latin_title(text, hit):
            yield Title(span, TITLED)


def _ending(text: str, tail: re.Pattern[str], whole: re.Pattern[str]) -> Iterator[Span]:
    reached = 0
    for end in tail.finditer(text):
        match = whole.search(text, max(reached, end.start() - _BEFORE_TAIL), end.end())
        if match:
            yield Span(*match.span())
            reached = match.end()


def _untitled(text: str, hit: Hit) -> Span | None:
    """Return "a circular given by the State Council" round the noun, None where none gave it."""
    behind = _GIVEN_BY.match(text, hit.end, hit.sentence.end)
    if behind is None:
        return None
    start = max(hit.sentence.start, hit.start - _BEFORE_TAIL)
    before = _ARTICLE.search(text, start, hit.start)
    return Span(before.start(), behind.end()) if before else None


def _latin_title(text: str, hit: Hit) -> Span | None:
    """Return the title round a type word such as "Plan", None where it is no title."""
    sentence = hit.sentence
    years = _YEARS.match(text, hit.end, sentence.end)
    if not text[hit.start].isupper():
        return _small_plan(text, hit, sentence, years)
    start = _start(text, sentence.start, hit.start)
    right = _RIGHT.match(text, hit.end, sentence.end)
    end = _end(text, hit.end, right.end()) if right else hit.end
    years = _YEARS.match(text, end, sentence.end)
    words = [word for word in text[start : hit.start].split() if word.lower() not in _GENERIC]
    if (
        not right
        and len([word for word in words if word[0].isupper()]) < 2
        and not (years and words)
    ):
        return None
    return Span(start, years.end() if years else end)


def _start(text: str, begin: int, at: int) -> int:
    """Return where the capitals in front of a type word begin, articles left out."""
    match = _LEFT.search(text, max(begin, at - 120), at)
    start = match.start() if match else at
    for other in _OTHER_TITLE.finditer(text, start, at):
        start = other.end()
    while start < at:
        word = re.match(r"\S+\s+", text[start:at])
        if word is None or (word[0].strip() not in _LEADING and not word[0][0].islower()):
            break
        start += word.end()
    return start


def _end(text: str, begin: int, end: int) -> int:
    """Return where the words in capitals behind a type word end, another title left out."""
    other = _NEXT_TITLE.search(text, begin, end)
    return other.start() if other else end


def _small_plan(text: str, hit: Hit, sentence: Span, years: re.Match[str] | None) -> Span | None:
    """Return "development plan (2021-35)": small letters are a title only with its years."""
    if years is None:
        return None
    match = _SMALL_PLAN.search(text, max(sentence.start, hit.start - 60), hit.start)
    words = match[0].split() if match else []
    kept: list[str] = []
    for word in reversed(words):
        if word in {"the", "a", "an", "its", "this", "under", "of", "in", "to", "by", "new", "and"}:
            break
        kept.insert(0, word)
    start = hit.start - len(match[0]) if match and kept else hit.start
    if match and kept:
        start += (
            match[0].rindex(kept[0]) if match[0].count(kept[0]) == 1 else match[0].index(kept[0])
        )
    return Span(start, years.end())
