"""People in English text: "Yu Jiantuo, Deputy Secretary General of …", "Professor Lin Yifu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ROLE = 120

_RANK = (
    r"(?:(?i:Deputy|Vice|Executive|Assistant|Associate|Senior|Chief|Former|Acting|Honorary"
    r"|Permanent|Standing|Distinguished|Then)[ -])"
)
TITLE = (
    rf"{_RANK}{{0,3}}(?i:Secretary[ -]General|Director[ -]General|Director|President|Chairman"
    r"|Chairwoman|Chairperson|Chair|Minister|Professor|Researcher|Research[ ]Fellow|Fellow|Mayor"
    r"|Governor|Chancellor|Economist|Analyst|Scientist|Dean|CEO|Spokesperson|Spokesman|Spokeswoman"
    r"|Ambassador|Engineer|Commissioner|Premier|Academician|Secretary|Counsell?or|Advis[eo]r"
    r"|Inspector|Scholar|Head)"
)
_FORMS = frozenset({"Prof", "Dr", "Mr", "Ms", "Mrs"})
_WORD = r"[A-Z][a-z]+(?:[-’'][A-Za-z][a-z]+)?"
_NAME = rf"{_WORD}(?:[ \n](?:[A-Z]\.[ ]?)?(?:(?:de|van|von|der|bin|al)[ ])?{_WORD}){{1,2}}"
_LEADING_UP = r"(?!who|which|said|and|but|where)(?:the[ ]|an?[ ])?"
_ROLE = (
    r"(?P<role>(?:[a-z-]+[ ]|[A-Z][\w’'-]*[ ]){0,3}?"
    rf"\b{TITLE}\b(?:U\.[SK]\.|[^,;:.()\[\]“”\"\n]){{0,110}})"
)
SPEECH = (
    r"said|says|told|noted|notes|pointed|stressed|explained|argued|argues|warned|added"
    r"|emphasi[sz]ed|remarked|commented|believes|suggested"
)
_NAME_THEN_ROLE = re.compile(rf"(?<![\w-])(?P<name>{_NAME}),[ \n]{_LEADING_UP}{_ROLE}")
_ROLE_THEN_NAME = re.compile(
    rf"\b(?!Head\b)(?P<role>{TITLE}|(?:Prof|Dr|Mr|Ms|Mrs)\.?)[ \n](?P<name>{_NAME})(?![\w-])"
)
_NAME_THEN_VERB = re.compile(rf"(?<![\w-])(?P<name>{_WORD}[ \n]{_WORD})[ \n](?:{SPEECH})\b")
_END_OF_ROLE = re.compile(
    r"\s+(?:who|which|said|says|told|noted|writes|wrote|delivered|hosted|chaired|presided|attended"
    rf"|gave|spoke|and[ ](?={_WORD}[ ]{_WORD},)|has|had|was|is|will|explained|argued|stressed"
    r"|in[ ](?:his|her))\b.*",
    re.DOTALL,
)
_DANGLING = re.compile(r"(?:\s+(?:of|at|for|in|to|the|and))+\s*$")
# Words of which no name of a person is made.
_OTHER_WORDS = """
    The This That These In On At And But For From With By As Of To An When While According Chinese
    National Provincial Municipal Central State City Province County District University College
    Institute Academy Department Ministry Bureau Office Commission Committee Council Center Centre
    Bank Group Company Corporation Foundation Association Federation Fund Research Development
    Policy Plan Report Forum Conference Summit Project Program Programme Economic Economy Industry
    Industrial Innovation Technology Science Sciences Green Digital Urban Rural Regional Public
    International Global World United European Union American States Republic People Party
    Government General Secretary Director President Minister Professor Deputy Vice Executive Chief
    Former Senior New North South East West Northern Southern Eastern Western River Delta Bay
    Peninsula Area Zone Port Street Road January February March April May June July August September
    October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday News Daily
    Times Press Capital Securities Asset Management Financial Finance Trade Energy Environment
    Start Act Division Marketing Web Service Services Show Resources Has Was Is Gadget Team Site
    Health Education Culture Agriculture Transport Holdings Partners Sachs Brothers Morgan
"""
_NO_NAME = frozenset(_OTHER_WORDS.split())
_PINYIN_SURNAMES = """
    Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang
    Xie Song Tang Han Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia
    Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao
    Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Qian Yin Yi Chang Qiao He Lai Gong
    Wen Pang Lan Zuo Niu Mei Ji Guan Zhuang Tao Bi Nie Jiao Xiang Huo Ouyang Sima Zhuge Shangguan
"""
SURNAMES = frozenset(_PINYIN_SURNAMES.split())
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui"
    r"|ue|er|a|o|e|i|u)"
)
_PINYIN_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)


def latin_people(text: str) -> Iterator[Person]:
    """Give the people whom a sentence names, some perhaps twice."""
    for match in _NAME_THEN_ROLE.finditer(text):
        if place := _name_at(match, text):
            yield Person(*place, _cut(match["role"]))
    for match in _ROLE_THEN_NAME.finditer(text):
        if place := _name_at(match, text):
            is_address = match["role"].rstrip(".") in _FORMS
            yield Person(*place, "" if is_address else match["role"].strip())
    for match in _NAME_THEN_VERB.finditer(text):
        if _is_pinyin(match["name"]) and (place := _name_at(match, text)):
            yield Person(*place)


def _cut(role: str) -> str:
    """Return a role without the verb that follows it."""
    return _DANGLING.sub("", _END_OF_ROLE.sub("", role)).strip()[:LONGEST_ROLE]


def _name_at(match: re.Match[str], text: str) -> tuple[int, int] | None:
    """Return where the name stands without titles in front of it, None where it is no name."""
    start, end = match.span("name")
    words = text[start:end].split()
    while words and words[0] in _NO_NAME:
        words = words[1:]
        start = text.index(words[0], start + 1) if words else end
    if len(words) < 2 or any(word.strip(".") in _NO_NAME for word in words):
        return None
    return start, end


def _is_pinyin(name: str) -> bool:
    """Whether a name is a Chinese surname and one or two syllables."""
    surname, given = name.split()
    return surname in SURNAMES and _PINYIN_GIVEN.fullmatch(given) is not None
