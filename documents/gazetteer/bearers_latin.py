"""Tells a place from a person of its name in English text: Chen Jinan, Mr Jinan Zhang.

By form alone, as people are read. Where the form leaves it open the name stays a place's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.people_latin import SPEECH, SURNAMES, TITLE
from documents.text.sentences import Span

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit

# Surnames that are other words as well: "Long", "He", the Han, the Song.
_OTHER_WORDS = frozenset(
    [
        *("He", "Song", "Tang", "Han", "Yu", "Yuan", "Wei", "Xia", "Jin", "Kong", "Bai", "Mao"),
        *("Hou", "Long", "Wan", "Yi", "Chang", "Lai", "Wen", "Lan", "Niu", "Mei", "Ji", "Guan"),
        *("Tao", "Bi", "Jiao", "Xiang", "Shi"),
    ]
)
_ONLY_SURNAMES = SURNAMES - _OTHER_WORDS
_ADDRESSES = frozenset(("Mr", "Ms", "Mrs", "Dr", "Prof"))
_TITLED = re.compile(rf"(?:\b(?:{'|'.join(sorted(_ADDRESSES))})\b\.?|\bBy|\b{TITLE})[ \n]$")
_TELLS = re.compile(
    rf"[ \n](?:{SPEECH})\b|,[ \n](?:(?:the|an?)[ \n])?(?:[\w-]+[ \n]){{0,3}}?{TITLE}\b"
)
_BEHIND = re.compile(r"[ \n]([A-Z][a-z]+)(?![\w-])")
_LONGEST = 14  # characters of a surname with its blank
_WIDEST_TITLE = 40
_LEADS_TO_PLACE = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Ff]rom|[Tt]o|[Aa]t|[Nn]ear|[Vv]ia|[Oo]utside|[Aa]round|[Aa]nd),?[ \n]$"
)
_RUNS_ON = re.compile(r"[ \n][A-Z]|['’]s[ \n][A-Z]")


def find_latin_bearer(text: str, hit: Hit) -> Span | None:
    """Return the person whose given name a place's name is, before or behind the surname."""
    start, end = hit.start, hit.end
    word = _word_before(text, start)
    if word in SURNAMES and _is_surname(text, word, start, end):
        return Span(start - len(word) - 1, end)
    behind = _BEHIND.match(text, end) if text[end + 1 : end + 2].isupper() else None
    if word.rstrip(".") in _ADDRESSES:
        return Span(start, behind.end() if behind else end)
    return Span(start, behind.end()) if behind and _is_first(text, start, behind) else None


def _word_before(text: str, start: int) -> str:
    """Return the word in front of a name, empty where there is none; cut off if it is long."""
    if start < len("X ") or text[start - 1] not in " \n":
        return ""
    words = text[max(0, start - _LONGEST) : start - 1].split()
    return words[-1].lstrip("([{“‘\"'*") if words else ""


def _is_surname(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word is a surname, one that is another word too only where the text tells."""
    return word in _ONLY_SURNAMES or _is_told(text, start - len(word) - 1, end)


def _is_first(text: str, start: int, behind: re.Match[str]) -> bool:
    """Whether a place's name and the word behind it are a person."""
    if behind[1] not in SURNAMES:
        return False
    if _LEADS_TO_PLACE.search(text, max(0, start - _LONGEST), start):
        return False
    if _is_told(text, start, behind.end()):
        return True
    return behind[1] in _ONLY_SURNAMES and not _RUNS_ON.match(text, behind.end())


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a title stands before a name, or a title or a verb of speech behind it."""
    if _TELLS.match(text, end):
        return True
    return _TITLED.search(text, max(0, start - _WIDEST_TITLE), start) is not None
