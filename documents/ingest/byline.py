"""Reads bylines: people in order with the groups and institutions they are named with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from documents.ingest.draft import Author
from documents.ingest.names import (
    close_names,
    filed_names,
    is_han_person,
    is_organisation,
    is_pen_name,
    is_person,
    is_publisher,
    names_office,
    part_names,
    without_honorific,
    without_marks,
    without_place,
)
from documents.ingest.shape import HAN, han_count
from documents.text.dates import find_dates

_BY = re.compile(
    r"^[\W_]*(?i:(?:(?:written|reported|text|words|commentary|opinion|analysis|report|story)\s)?by|"
    r"von|par|authors?(?:\(s\))?|autor(?:in|en)?|auteure?s?(?:\(s\))?)"
    r"\s*[:：]?\s*(?=[A-ZÀ-Þ\u3400-\u9fff])",
)
_BY_GLUED = re.compile(
    r"(?:(?:^|(?<=[\s\d|]))By\s?|(?:^|(?<=[\d|·•,)]\s)|(?<=[\d|]))by\s+|Written by\s?)"
    r"(?=[A-Z][\w’'.-]+(?:\s|$))"
)
_MEMBERS = re.compile(
    r"(?:leaders?|heads?|members?|coordinators?|authors?|experts?)\s*[:：]\s*([^;:()：；]+)",
    re.IGNORECASE,
)
_HAN_WORK = re.compile(r"(?:/|／)?(?:文图|图文|文并图|文/图|摄影?|图|文)$|编译|整理")
_OTHER_WORK = re.compile(
    r"(?<=\S)\s+(?:图|摄影?|编辑|审核|校对|责编|排版|翻译|一审|初审)\s?[/／:：|｜].*$"
)
_HAN_BRACKETED = re.compile(rf"(?P<name>[{HAN}·]{{2,8}})\s*[（(](?P<org>[^）)]{{4,60}})[）)]")
_SHORT_BRACKET = re.compile(rf"[（(][{HAN}]{{1,4}}[)）]")  # what a person is for: （联系人）
_HAN_OFFICE = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,4}})[\s,，：:]{{1,4}}(?P<org>[{HAN}]{{3,30}}?)"
    r"(?:副?(?:秘书长|院长|所长|主任|会长|教授|研究员|处长|局长|厅长|总编辑|总?规划师|总?工程师|讲师)|"
    r"(?:博士|硕士)\w{0,6}|高级\w{2,5}|首席\w{2,5}|[,，\s].*|$)(?![。；])"
)
_HAN_BEFORE = re.compile(
    rf"^(?P<org>[{HAN}]{{4,30}}(?:[所院系部]|中心|大学|委员会))\s(?P<names>[{HAN}·]{{2,4}}(?:[\s、，,][{HAN}·]{{2,4}}){{0,5}})$"
)
_GROUP = re.compile(
    r"^(?:the )?(?:(?:joint )?(?:research|project|study|task|working|"
    r"drafting) (?:team|group|force)|课题组)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:xinhua|staff|special|senior|guest|our|chief)\s+)*(?:writers?|reporters?|"
    r"correspondents?|staff|contributors?)\s+",
    re.IGNORECASE,
)
_READING = re.compile(
    r"\s*[|·•]?\s*(?:\d{1,2}[ -]min(?:ute)?s?|reading time|lesezeit|temps de lecture)\b.*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+[|｜·•/]\s+")  # what follows the names is the paper's
_CONTROLS = re.compile(  # what a page prints behind its byline
    r"(?:\s+(?:\S+\.(?:cn|com|org|net)\S*|print|share|e-?mail|save|listen|pdf|comments?))+\W*$",
    re.IGNORECASE,
)
_CONTINUED = 80  # characters of the second line of a byline
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_AND = re.compile(r"\s*,?\s+(?:and|und|et|&)\s+|\s*&\s*|[、/]")


def read_byline(text: str) -> tuple[Author, ...]:
    """Give the authors of a byline such as "By A and B, Team, Institute; C, Other Institute"."""
    text = " ".join(text[:2000].split())
    if han_count(text) > len(text) / 4:
        return read_han_names(text)
    text = without_marks(_ROLE.sub("", _BY.sub("", _before_date(text))).strip(" .|·–—-"))
    if len(filed := filed_names(text)) > 1:
        return tuple(map(Author, filed))
    if team := _read_team(text):
        return team
    authors = [author for part in re.split(r"\s*[;；]\s*", text) for author in _read_part(part)]
    return unique_of(authors)


def _read_team(text: str) -> tuple[Author, ...]:
    """Read "Team on X, Institute (Team leader: A; Members: B and C)": the people, their team."""
    team, bracket, people = text.partition("(")
    named = [name for match in _MEMBERS.finditer(people) for name in _names_in(match[1])]
    if not bracket or not named:
        return ()
    group, _, institution = team.strip(" ,").partition(", ")
    return tuple(Author(name, (institution,) if institution else (), group) for name in named)


def _before_date(text: str) -> str:
    """Cut a byline where a date or a label begins: "By A | Paper | Updated: …"."""
    dates = find_dates(text)
    head = text[: dates[0].start] if dates and dates[0].start > 6 else text
    head = _READING.sub("", head)
    return re.sub(
        r"[|\s(]*(?:updated|published|posted|last \w+|\bon|\bat|"
        r"aktualisiert|stand|publié|mis à jour)\W*$",
        "",
        head,
        flags=re.IGNORECASE,
    )


def read_han_names(text: str) -> tuple[Author, ...]:
    """Give the people of a Chinese byline, such as "记者 张三 李四" or "作者：张三（某大学）"."""
    text = close_names(_HAN_WORK.sub(" ", _OTHER_WORK.sub("", text.strip())))
    found = [
        Author(match["name"], (match["org"].strip(),))
        for match in _HAN_BRACKETED.finditer(text)
        if is_han_person(match["name"])
    ]
    if found:
        return unique_of(found)
    words = [without_marks(word) for word in _words_of(text)]
    names = (name for word in words for name in part_names(word))
    return unique_of(Author(name) for name in names if is_han_person(name))


def _words_of(text: str) -> list[str]:
    """Part a list of Han names; 和 and 及 stand in names too, as in 韦清和."""
    words = re.split(r"[\s、，,/;；|]+", _SHORT_BRACKET.sub("", text.strip()))
    return [
        part
        for word in words
        for part in ([word] if is_han_person(without_marks(word)) else re.split("[及和]", word))
        if part
    ]


def read_pen_names(text: str) -> tuple[Author, ...]:
    """Give the people that stand alone behind a label: their surnames may be of any kind."""
    words = [without_marks(word) for word in _words_of(text)]
    return unique_of(map(Author, words)) if all(map(is_pen_name, words)) else ()


def unique_of(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Give people once each, in their order."""
    return tuple({author.name.casefold(): author for author in authors}.values())


def starts_byline(text: str) -> bool:
    """Say whether a line opens as a byline does ("By Li Hua", "Von …", "文/张三")."""
    text = text[:400]
    return bool(_BY.match(text)) or bool(re.match(r"^文\s?[/／丨|]\s?\S{2,}", text))


def continues_byline(byline: str, text: str) -> bool:
    """Say whether a short line goes on with the names of the byline above: "& Li Hua"."""
    if not text or len(text) > _CONTINUED or not starts_byline(byline):
        return False
    joined = re.match(r"^(?:&|and|und|et)\s", text) or byline.rstrip().endswith((",", "&", " and"))
    return bool(joined and _names_in(text))


def find_behind_byline(text: str) -> list[str]:
    """Give what a byline's line names behind the people: "By Li Hua | River Weekly | 4 May"."""
    return [part.strip() for part in _BEHIND.split(text)[1:]] if _BY.match(text) else []


def find_glued_byline(text: str) -> str:
    """Give the byline at the end of a line that begins otherwise ("May 22,2020 ByYuxi Gu")."""
    found = [*_BY_GLUED.finditer(text[:400])]  # "Posted by the River Weekly Written by Li Hua"
    return "By " + _CONTROLS.sub("", text[found[-1].end() :]) if found else ""


def read_han_office(text: str) -> tuple[Author, ...]:
    """Give the people of "王某某 某市规划学会秘书长" or "某研究所 张三", with the institution."""
    if before := _HAN_BEFORE.match(text):
        people = read_pen_names(before["names"])
        return tuple(replace(one, affiliations=(before["org"],)) for one in people)
    match = _HAN_OFFICE.match(text)
    if match is None or not is_han_person(match["name"]) or not is_organisation(match["org"]):
        return ()
    return (Author(match["name"], (match["org"],)),)


def _read_part(part: str) -> list[Author]:
    """Read one group: names, then what they share. Brackets after a name are its own."""
    bracketed = re.findall(r"([^(),]+(?:,[^(),]+)*?)\s*[(（]\s*([^()（）]+?)\s*[)）]", part)
    if bracketed:
        rest = re.sub(r"[(（][^()（）]*[)）]", "\n", part).split("\n")[-1]
        authors = [one for names, org in bracketed for one in _authors(_names_in(names), [org])]
        return authors + _authors(_names_in(rest), [])
    first, *behind = _BEHIND.split(part)
    names, shared = _split_names(first)
    return _authors(names, [*shared, *behind])


def _split_names(part: str) -> tuple[list[str], list[str]]:
    names: list[str] = []
    pieces = [
        without_place(piece.strip()) for piece in re.split(r"\s*[,，|]\s*", part) if piece.strip()
    ]
    for position, piece in enumerate(pieces):
        found = _names_in(piece)
        if not found:
            return names, pieces[position:] if names else []
        names += found
    return names, []


def _names_in(piece: str) -> list[str]:
    piece = re.sub(r"^\s*(?:and|und|et|,|&)\s+", "", piece.strip(" ,"))
    candidates = [
        without_marks(name) for name in re.split(r"\s*,\s*", piece) for name in _AND.split(name)
    ]
    candidates = [without_honorific(_ROLE.sub("", name)) for name in candidates if name]
    return candidates if candidates and all(is_person(name) for name in candidates) else []


def _authors(names: list[str], shared: list[str]) -> list[Author]:
    group = next((piece for piece in shared if _GROUP.match(piece)), "")
    offices = [piece for piece in shared if names_office(piece) and not is_publisher(piece)]
    shared = [_without_office(piece) for piece in shared if piece not in offices]
    rest = ", ".join(piece for piece in shared if piece != group)
    if not is_organisation(rest) and not _ACRONYM.fullmatch(rest):
        rest = ""  # a place or an office, no institution
    return [Author(name, (rest,) if rest else (), group) for name in names]


def _without_office(piece: str) -> str:
    """Leave out the office in "docteur en géographie - Université de Bourgogne"."""
    _, dash, institution = piece.partition(" - ")
    return institution if dash and is_organisation(institution) else piece
