"""Tells people from organisations by the form of a name, in Latin and Han writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.ingest.draft import Author
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import HAN, ends_sentence, is_bullet, without_bullet, word_count
from documents.text.dates import find_dates
from documents.text.folding import fold

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲"
    "翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原"
    "奚酆禹狄昝裘贲嵇荀於芮羿汲邴糜隗宓郗钭厉郜蔺屠闻莘逄郦雍郤璩濮扈郏茹宦庾暨阙殳夔晁訾阚蒯竺逯桓谌冶亓仉檀粟漆郇邸尧帅练付洪常阎亢栗茅仝揭"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "司徒",
)
_ORGANISATION = compile_phrases("names", "organisation")
_PUBLISHER = compile_phrases("names", "publisher")
_HAN_ORGANISATION = compile_phrases("names", "han_organisation", 0)
_OFFICE = compile_phrases("names", "office")
_PRESS_OFFICE = compile_phrases("names", "press_office")
_FIELD_OF_WORK = re.compile(
    r"\b(?:china|global|(?:inter)?national|policy|research|studies|stud(?:y|ies)|program(?:me)?|"
    r"project|desk|staff|team|media|news)\b",
    re.IGNORECASE,
)
_NO_NAME = compile_phrases("names", "no_name")
_WORD = r"(?:[A-ZÀ-ÖØ-ÞŠŽČ][\w’'.-]*|[A-Z]\.|van|von|der|den|de|da|di|du|la|le|al|el|bin|ten|zu)"
_PERSON = re.compile(rf"^(?:(?:Dr|Prof|Mr|Ms|Mrs|Prof\. Dr)\.?\s+)?{_WORD}(?:\s+{_WORD}){{1,4}}$")
_NUMBERED = re.compile(r"[IVX]{2,4}\.\s")
_NAMES_APART = re.compile(r"\s*[,;|]\s*(?:and\s+)?|\s+and\s+|\s+&\s+")
_APART = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ 　][{HAN}]){{1,2}}(?![{HAN}])")
_PEN_NAME = re.compile(f"[{HAN}]{{2,4}}")
_NOBODY = re.compile(
    "[办科]$|佚名|未知|不详|匿名|管理员|编辑|原创|转载|综合|记者|通讯员|本[刊报网站]|^[无暂]名?$"
)
_OFFICE_WORDS = 14
_MARK = r"(?:\d{1,2}[*†‡]?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+)"
# What ties a name to its institution: "SHAO Liyan1", "Bat-Erdene Ganbold 1,2", "Wei Zhang a,*".
_MARKS = re.compile(
    rf"(?<=[^\W\d_.])(?:\s?{_MARK}|\s[a-h])(?:\s?,\s?(?:{_MARK}|[a-h])(?![\w.]))*"
    rf"(?=\s*(?:[,;，；、]|$|(?:and|und|et|&)\s|\s[{HAN}]))"
)
_PLACE = re.compile(
    r"\s+(?:in|from|reports? from|aus|à)\s+[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}"
    r"(?=$|,|\s+(?:and|und|et)\s)"
)
_HONORIFIC = re.compile(r"^(?:(?:Professor|Prof|Dr|Mr|Ms|Mrs|Ph\.?D|Dipl|Ing)\.?\s+)+")
_DEGREES = re.compile(
    r"(?<=[a-z]),?\s(?:(?:Ph\.?\s?D|M\.?D|J\.?D|M\.?P\.?A|M\.?B\.?A|M\.?P\.?H|M\.?Sc|CFA|LL\.?M|Esq)\b\.?|@\w+)"
)
_EMPTY = re.compile(r"\s?[(（]\s*[)）]|\s*\bORCID(?:\s(?:icon|logo|iD))?\b", re.IGNORECASE)
# What a page prints for an envelope or a link, and marks set apart: "段某某 , 1 ,".
_APART_MARK = re.compile(r"(?<=[^\W\d_])\s*,\s*(?=\d{1,2}\s*(?:,|$))")
_BEFORE_NAME = re.compile(r"[,，;；、]|\s(?:and|und|et|&)\s|^by\s", re.IGNORECASE)
_SINGLE_MARK = re.compile(r"\d{1,2}|[a-h]|[¹²³⁴⁵⁶⁷⁸⁹]")
# Raised figures as plain ones.
RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_PARTICLES = r"(?:(?:van|von|der|den|de|da|di|du|la|le|al|el|bin|ten|zu)\s)*"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w’'.-]*"
# "Marchetti, Ivo", "de Witt, Klaas J.": a name as libraries file it.
_FILED = re.compile(
    rf"^(?P<last>{_PARTICLES}{_CAPITAL}),\s(?P<first>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})$"
)
_FILED_APART = re.compile(
    r"\s*[;；]\s*(?:(?:and|&)\s+)?|\s+(?:and|und|et|&)\s+|(?<=[A-Z]\.),\s+(?:(?:and|&)\s+)?"
)


def is_organisation(name: str) -> bool:
    return bool(_ORGANISATION.search(name) or _HAN_ORGANISATION.search(fold(name.strip())))


def names_institution(text: str) -> bool:
    """Say whether a part of a person's office names a body and not the field of his work."""
    return is_organisation(_FIELD_OF_WORK.sub("", text))


def is_publisher(name: str) -> bool:
    """Say whether a name has a word of bodies that publish, which places and topics lack."""
    return bool(_PUBLISHER.search(name) or _HAN_ORGANISATION.search(fold(name.strip())))


def is_office(text: str) -> bool:
    """Say whether a short line is the office of a person and not one that answers the press."""
    return (
        text[:1].isupper()
        and word_count(text) <= _OFFICE_WORDS
        and not ends_sentence(text)
        and names_office(text)
        and not _PRESS_OFFICE.search(text)
    )


def names_office(text: str) -> bool:
    """Say whether a text holds a word for the office of a person."""
    return bool(_OFFICE.search(text))


def is_person(name: str) -> bool:
    """Say whether a string has the form of one person's name, without words of organisations."""
    name = name.strip()
    if re.fullmatch(f"[{HAN}·]+", name):
        return is_han_person(name)
    numbered = bool(_NUMBERED.match(name))  # "II. Main Tasks"
    return (
        not numbered
        and bool(_PERSON.match(name))
        and not (_ORGANISATION.search(name) or _NO_NAME.search(name))
    )


def is_han_person(name: str) -> bool:
    """Say whether two to four Han characters begin with a surname and end like no office."""
    if "·" in name:
        return 4 <= len(name) <= 14
    if not 2 <= len(name) <= 4 or _HAN_ORGANISATION.search(name):
        return False
    if _NOBODY.search(name):
        return False
    name = fold(name)
    if name[:2] in _COMPOUND:
        return len(name) >= 3
    return name[0] in _SURNAMES and len(name) <= 3


def is_pen_name(name: str) -> bool:
    """Say whether a string can be the name of a person whom a label calls the author."""
    return bool(_PEN_NAME.fullmatch(name)) and not (
        _HAN_ORGANISATION.search(name) or _NOBODY.search(name)
    )


def close_names(text: str) -> str:
    """Take out the blanks inside Han names that are set apart to fill a column ("高 国 力")."""
    return _APART.sub(lambda match: re.sub(r"\s", "", match[0]), text)


def part_names(name: str) -> tuple[str, ...]:
    """Part two Han names that are glued together ("汤梦玲李仙"); one name stays as it is."""
    if not re.fullmatch(f"[{HAN}]{{4,6}}", name) or is_han_person(name):
        return (name,)
    pairs = [(name[:at], name[at:]) for at in (2, 3)]
    right = [pair for pair in pairs if all(map(is_han_person, pair))]
    return right[0] if len(right) == 1 else (name,)


def without_marks(names: str) -> str:
    """Drop the figures and letters that tie names to their institutions ("SHAO Liyan1")."""
    return _MARKS.sub("", _tied(names)).strip(" *†‡,，")


def _tied(names: str) -> str:
    """Set marks against their names; drop degrees, accounts and what stands for an envelope."""
    plain = _DEGREES.sub("", _EMPTY.sub("", names).strip())
    return _APART_MARK.sub(" ", without_bullet(plain)).strip(" ,，")


def without_honorific(name: str) -> str:
    """Drop the degrees and forms of address before a name: "Professor", "Dr.", "Ms"."""
    return _HONORIFIC.sub("", name)


def without_place(names: str) -> str:
    """Drop where people report from: "Li Hua in Jinan"."""
    return _PLACE.sub("", names)


def marks_of(names: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the marked names of a line, each with the marks of its institutions."""
    found = []
    names = _tied(names)
    start = 0
    for match in _MARKS.finditer(names):
        name = _BEFORE_NAME.split(names[start : match.start()])[-1]
        marks = _SINGLE_MARK.findall(match[0])
        found.append((name.strip(), tuple(mark.translate(RAISED) for mark in marks)))
        start = match.end()
    return found


def is_filed(name: str) -> bool:
    """Say whether a name stands with the surname first and a comma ("Marchetti, Ivo")."""
    match = _FILED.match(name)
    return match is not None and is_person(f"{match['first']} {match['last']}")


def filed_names(text: str) -> tuple[str, ...]:
    """Give the people of "Marchetti, Ivo; Roth, Anna", () for a list that is not filed so."""
    names = [part for part in _FILED_APART.split(without_marks(text).strip(" ;,")) if part]
    return tuple(names) if names and all(map(is_filed, names)) else ()


def call(authors: Iterable[Author], text: str) -> Iterator[Author]:
    """Give people filed by surname as the page calls them elsewhere, else as they stand."""
    for one in authors:
        last, comma, first = one.name.partition(", ")
        called = f"{without_honorific(first)} {last}"
        yield replace(one, name=called) if comma and called in text else one


def is_names_only(text: str) -> bool:
    """Say whether a line holds only people: "邵立言 祝晓棠", "SHAO Liyan1, ZHU Xiaotang2"."""
    if find_dates(text):
        return False  # "FEATURE STORY July 12, 2023"
    written = close_names(text)
    if is_bullet(text) and not marks_of(written):
        return False  # an entry of a menu
    text = without_place(without_marks(written))
    if re.fullmatch(rf"[{HAN}·]{{2,4}}(?:[\s、，,]+[{HAN}·]{{2,4}}){{1,6}}", text) or (
        re.fullmatch(f"[{HAN}]{{2,4}}", text)
    ):
        names = re.split(r"[\s、，,]+", text)
        marked = len(marks_of(written)) == len(names)
        return all(map(is_pen_name if marked else is_person, names))
    if len(filed_names(text)) > 1:
        return True
    names = [name for name in _NAMES_APART.split(text) if name]
    return 1 <= len(names) <= 8 and all(
        is_person(name) and 2 <= len(name.split()) <= 4 for name in names
    )
