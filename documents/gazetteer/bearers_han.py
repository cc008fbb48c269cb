"""Tells a place from a person of its name in Chinese text: 成长春表示, 吴忠民教授.

By form alone, as people are read. Where the form leaves it open the name stays a place's:
任长春市长 may be who was made mayor of Changchun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.people_han import BEHIND, SPEECH, SURNAMES, TITLE, is_name
from documents.gazetteer.word_starts import is_han
from documents.text.sentences import Span

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit

_GIVEN = 2  # characters of a given name that may be a place's too
_SURNAMES = frozenset(SURNAMES)
_MADE = "任"  # to be made mayor of
_DYNASTIES = frozenset("唐宋秦夏齐金")  # 唐洛阳, 金上京
_APART = re.compile(r"(?:^|[^\u3400-\u9fff]|[和与及由请对])$")
_ROLE = re.compile(rf"(?:{TITLE}|作者|记者|通讯员|专家|学者|编辑|责编|委员|代表|文/)[:：\s]?$")
_WIDEST_ROLE = 12
_HONORIFIC = r"同志|先生|女士|博士|烈士|老师"
_HONOURED = re.compile(_HONORIFIC)
_LEARNED = re.compile(rf"{_HONORIFIC}|教授|研究员|院士")
_TITLED = re.compile(rf"{TITLE}(?!级|会|国|团|令|助理|办|室|制)")
_SPEAKS = re.compile(rf"{SPEECH}|[说称]")
_BEHIND = re.compile(rf"{BEHIND}|报道|摄|撰")
_ENDS = re.compile(r"$|[^\u3400-\u9fff]|等(?![地市省县区城])")
# With these 吴忠 and 金华 make no name of three characters: 金华市, 黄山人, 江门籍, 成都还表示.
_NO_GIVEN = frozenset(
    "省市县区州盟旗乡镇村港局厅部院校站厂段所台人商籍的地和与及在等各某名女老新现也则还曾将已就都又才再均亦仍更常会行"
)


def find_han_bearer(text: str, hit: Hit) -> Span | None:
    """Return the person whose given name a place's name is, or whose whole name it begins."""
    start, end = hit.start, hit.end
    if end - start != _GIVEN:
        return None
    if start and text[start - 1] in _SURNAMES and is_name(text[start - 1 : end]):
        return Span(start - 1, end) if _is_given(text, start - 1, end) else None
    if text[start] not in _SURNAMES:
        return None
    return _beginning(text, start, end)


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether a surname and a place's name are a person: 成长春."""
    if _HONOURED.match(text, end):
        return True
    if _has_role(text, start):
        is_told = _BEHIND.match(text, end) or _TITLED.match(text, end)
        return text[start] != _MADE and is_told is not None
    if not _is_apart(text, start):
        return False
    if _SPEAKS.match(text, end):
        return True
    if text[start] == _MADE or text[start] in _DYNASTIES:
        return False
    return bool(_ENDS.match(text, end) or _TITLED.match(text, end))


def _beginning(text: str, start: int, end: int) -> Span | None:
    """Return the person whose whole name a place's is (沈阳教授), or begins (吴忠民)."""
    if _is_whole(text, start, end):
        return Span(start, end)
    if end == len(text) or text[end] in _NO_GIVEN or not is_han(text[end]):
        return None
    name = Span(start, end + 1)
    if not is_name(name.of(text)):
        return None
    if _has_role(text, start):
        return name if _BEHIND.match(text, name.end) else None
    return name if _is_whole(text, start, name.end) else None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a learned title or a verb makes a name of what begins with a surname.

    Of two characters it takes both, or a role in front: 江苏教授 are those of Jiangsu.
    """
    title = _LEARNED.match(text, end)
    speaks = _SPEAKS.match(text, title.end() if title else end) is not None
    if end - start == _GIVEN:
        return speaks and is_name(text[start:end]) and (title is not None or _has_role(text, start))
    return (speaks or title is not None) and _is_apart(text, start)


def _has_role(text: str, start: int) -> bool:
    return _ROLE.search(text, max(0, start - _WIDEST_ROLE), start) is not None


def _is_apart(text: str, start: int) -> bool:
    """Whether no word runs on into a name that begins here."""
    return _APART.search(text, max(0, start - 1), start) is not None
