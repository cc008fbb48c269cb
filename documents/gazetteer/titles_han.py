"""Chinese citations of documents: 《…意见》, “…规划”, 国务院关于…的意见, 国发〔2022〕18号."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.title import BEFORE_TAIL, NUMBERED, TITLED, UNTITLED, Title
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import ReadZone

_LAWFUL = "(?<![兵书方做看想用疗算语办])法"
_TYPES = (
    f"规划|纲要|意见|方案|条例|办法|通知|计划|决定|{_LAWFUL}|规定|细则|措施|战略|指南|公报|协定|目录|标准"
    "|章程|指引|决议|公告|倡议书?|宣言|协议书?|准则|政策|要点|清单|规则|批复|声明|纲领|守则|规范|令|公约|条约|蓝图"
    "|预案|白皮书|蓝皮书|路线图|施工图|任务书|名录|复函|通告|通报|框架|备忘录|导则|规程|宪章|议定书|法典|法案|总规|方略|举措"
    "|任务分工|工作安排|规范条件|准入条件|标准合同|框架协议|专项行动|年行动|[\\d一二三四五六七八九十]+条|第[\\d一二三四五六七八九十]+号"
)
# The words that lead to a number are none of it: 依据国发〔2022〕18号.
_LED = (
    "依据|根据|按照|依照|遵照|参照|参见|文件|印发|关于|贯彻|落实|执行|出台|通过|审议|学习|宣传|拥护"
    "|[的和与及将为了在见以据照循]"
)
_NUMBER_TAIL = r"[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\d+号"
_NUMBER = rf"(?:(?!{_LED})[\u4e00-\u9fff]){{1,10}}{_NUMBER_TAIL}"
_ORDER_TAIL = r"(?:令|公告)\s?(?:(?:19|20)\d\d年)?\s?第\s?\d+\s?号"
_ORDER = rf"(?:(?!{_LED})[\u4e00-\u9fff]){{1,12}}{_ORDER_TAIL}"
_OWN_NUMBER = (
    rf"(?:[（(](?:{_NUMBER}|{_ORDER}|(?:19|20)\d\d年第\d+号)(?:[，,][^（）()]{{0,40}})?[）)])?"
)
# 《实施办法》 and 《若干措施》 stand for a title and are none.
_GENERIC = "若干|政策|实施|行动|管理|指导|总体|发展|规划|工作|暂行|三年|专项"
_BOOK = re.compile(
    rf"《[ \u3000]?(?!(?:{_GENERIC})+(?:{_TYPES})》)"
    rf"(?:[^《》\n]{{3,90}}?(?:{_TYPES})(?:[（(][^（）()《》]{{1,20}}[）)]){{0,2}}(?:20\d\d)?"
    rf"|[\u4e00-\u9fff]{{1,2}}{_LAWFUL})[ \u3000]?》{_OWN_NUMBER}"
)
_QUOTED = re.compile(
    r"“([^“”\n]{2,60}(?:规划|规划纲要|意见|实施方案|行动方案|总体方案|工作方案|条例|办法|行动计划|实施细则|若干措施|法案|白皮书))”"
    r"(?!规划|纲要)"
)
# “十四五”数字经济发展规划: the plan of a trade for those years, without book marks.
_OF_PERIOD = re.compile(
    r"十[一二三四五六七]五[”\"]?(?!规划|时期|期间)(?:(?!时期|期间|以来|[的和与及在对将是把了，。])"
    r"[\u4e00-\u9fff]){4,24}?(?:规划纲要|规划|实施方案|工作方案|行动方案|行动计划)"
)
# A title without book marks, with those who gave it: 国务院办公厅关于…的意见.
_ABOUT = re.compile(
    r"关于[^，。；：！？《》“”\n]{4,60}?的(?:指导意见|实施意见|若干意见|意见|若干措施|实施方案|通知|决定|批复|通告|公告)"
    rf"(?:[（(]{_NUMBER}[）)])?"
)
_GIVER = re.compile(
    rf"(?:(?!{_LED})[\u4e00-\u9fff、]){{1,30}}(?:国务院|厅|委|府|部|局|署|院|会|行|办)$"
)
_LONGEST_GIVER = 20
# Laws without book marks, one behind another: 根据土地管理法、城乡规划法等.
_BASES = re.compile(
    r"(?:根据|依据|依照|按照|违反|遵守)(?:国家|我国|新修[订改]的|修[订改]后的|《|[“\"])*"
)
_LAW = re.compile(
    r"(?:(?!法律|法规|有关|相关|上述|本[法条]|[的和与及或、，。；：《》“”])[\u4e00-\u9fff]){2,18}?"
    r"(?:(?<![办方做司执立依违非合守普用看想书兵无])法(?![律规治院定人令庭])|(?<!下列)条例(?!第|草案))"
    r"(?=[》”\"]?(?:[、，。；等的和及与规有]|第|$|（))"
)
_ISSUED = re.compile(
    r"(?:印发|下发|出台|发布)(?:了|的)?(?:一份)?(?:相关|有关|专门)?(?:通知|意见|文件|方案|规定)"
)
_UNTITLED = re.compile(
    r"(?:国务院|中共中央|省委|市委|(?:(?![的和与及在对将是为了由以])[\u4e00-\u9fff]){1,10}?"
    r"(?:政府|委员会|改革委|发改委|部|厅|总局))(?:办公厅|办公室)?(?:等[\d一二两三四五六七八九十]+个?部门)?"
    rf"(?:近日|日前|最近|今天|昨日|已经|已)?(?:联合)?{_ISSUED.pattern}"
)

# Each pattern with the words of which a text must have one for it to be tried.
_PATTERNS = (
    (_BOOK, ("《",)),
    (_QUOTED, ("划”", "要”", "见”", "案”", "例”", "法”", "则”", "施”", "书”")),
    (_OF_PERIOD, ("五”", "五规", '五"')),
)
# What ends as the first does: these are too slow to be tried at every character.
_TAILS = (
    (re.compile(_NUMBER_TAIL), re.compile(_NUMBER), NUMBERED),
    (re.compile(_ORDER_TAIL), re.compile(_ORDER), NUMBERED),
    (_ISSUED, _UNTITLED, UNTITLED),
)


def han_titles(read: ReadZone) -> Iterator[Title]:
    """Give the Chinese citations of a zone."""
    text = read.text
    for pattern, words in _PATTERNS:
        if any(word in text for word in words):
            yield from (Title(Span(*match.span()), TITLED) for match in pattern.finditer(text))
    for tail, whole, rule in _TAILS:
        yield from (Title(span, rule) for span in ending(text, tail, whole))
    yield from (Title(span, TITLED) for span in (*_given(read), *_bases(text)))


def ending(text: str, tail: re.Pattern[str], whole: re.Pattern[str]) -> Iterator[Span]:
    """Give the matches of a pattern that end as `tail` does."""
    reached = 0
    for end in tail.finditer(text):
        match = whole.search(text, max(reached, end.start() - BEFORE_TAIL), end.end())
        if match:
            yield Span(*match.span())
            reached = match.end()


def _given(read: ReadZone) -> Iterator[Span]:
    """Give titles with their givers that stand in a sentence of other words.

    A title that fills its line is a heading or an entry of a list.
    """
    text = read.text
    for match in _ABOUT.finditer(text) if "关于" in text else ():
        sentence = read.sentence(match.start())
        begin = max(sentence.start, match.start() - _LONGEST_GIVER)
        giver = _GIVER.search(text, begin, match.start())
        if giver and sentence.end - sentence.start > match.end() - giver.start() + 2:
            yield Span(giver.start(), match.end())


def _bases(text: str) -> Iterator[Span]:
    """Give the laws by which something is done, named without book marks."""
    for base in _BASES.finditer(text):
        at = base.end()
        while law := _LAW.match(text, at):
            yield Span(*law.span())
            at = law.end()
            if text[at : at + 1] not in {"、", "和", "及", "与"}:
                break
            at += 1
