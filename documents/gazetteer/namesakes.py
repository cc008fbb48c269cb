"""Streets, dishes and languages that bear a place's name: Nanjing Road, 中山公园, "in German"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit

_HAN = re.compile(r"[\u3400-\u9fff]")
_OFFICIAL = "省市区县盟旗"  # 上海市路网: the unit is meant where its kind is said
# 南京路, 福州南路, 中山东一路, 北京西路; 路径, 路网 and 街道办 begin another word.
_HAN_STREET = re.compile(
    r"[东西南北中前后]?[一二三四五六七八九十]?(?:路(?![径线网局桥途段政演透])|大道|大街|街(?!区)|巷|胡同|弄(?!堂))"
)
# Zhongshan is Sun Yat-sen: parks, squares and halls of every city are named after him.
_OF_A_PERSON = re.compile(
    r"(?:公园|广场|医院|纪念|图书馆|堂|陵|舰|装|站|门|桥|中学|小学|学院|区(?![域间块]))"
)
_PERSONS = frozenset({"中山", "中山市"})
_LATIN_STREET = re.compile(
    r"[ \n](?:(?:North|South|East|West|Middle|Central|First|Second|Third|No\.? ?\d+)[ \n]){0,2}"
    r"(?:Road|Rd|Street|St\b|Avenue|Ave|Lane|Boulevard|Alley|Hutong)\b"
)
_LATIN_OF_A_PERSON = re.compile(r"[ \n](?:Park|Square|Hospital|Memorial|Hall|Theat(?:re|er))\b")
_OTHER_THING = re.compile(
    r"[ \n](?:(?:noodles?|cuisine|opera|duck|pepper|ham|fried rice|hot ?pot)|Straits?)\b",
    re.IGNORECASE,
)
# "in central China's Hunan Province" tells where a province lies and speaks of no macro-region.
_LOCATES = re.compile(r"(?:['’]s|\N{FULLWIDTH APOSTROPHE}s)[ \n][A-Z]")
# Names of countries that are those of languages as well.
_LANGUAGE_WORDS = """
    German Polish Spanish Japanese Swedish French Italian Dutch Danish Norwegian Finnish Czech
    Slovak Hungarian Romanian Bulgarian Greek Portuguese Irish Welsh Estonian Latvian Lithuanian
    Ukrainian Russian Vietnamese Thai Indonesian Turkish
"""
_LANGUAGES = frozenset(_LANGUAGE_WORDS.split())
_TOLD_IN = re.compile(
    r"\b(?:in|into|from|speaks?|speaking|learn(?:s|ing)?|taught|teach(?:es)?|reads?|English|and"
    r"|or|,)[ \n]$"
)
_NOTHING_BEHIND = re.compile(r"[ \n]*(?:[.,;:)\n”\"]|$|(?:and|or)\b)")
_OF_LANGUAGE = re.compile(
    r"[ \n-](?:language|text|version|translation|edition|speak|content|site|website|page|name"
    r"|word|term"
    r"|title|letters|lesson|teacher|class|subtitle|original|translator|shepherd|press\b)",
    re.IGNORECASE,
)
_TELLING = 10  # characters in front of a word that may say that it is a language


def is_language(text: str, hit: Hit) -> bool:
    """Whether the name of a country is a language's there: "translated from German"."""
    if text[hit.start : hit.end] not in _LANGUAGES:
        return False
    if _OF_LANGUAGE.match(text, hit.end):
        return True
    is_told_in = _TOLD_IN.search(text, max(0, hit.start - _TELLING), hit.start)
    return bool(is_told_in and _NOTHING_BEHIND.match(text, hit.end))


def is_namesake(text: str, hit: Hit) -> bool:
    """Whether a place's name in a text is part of the name of something that is elsewhere."""
    if not _HAN.match(text, hit.start):
        surface = text[hit.start : hit.end]
        if surface == "Zhongshan" and _LATIN_OF_A_PERSON.match(text, hit.end):
            return True
        if surface.lower().endswith(" china") and _LOCATES.match(text, hit.end):
            return True
        return bool(
            _LATIN_STREET.match(text, hit.end)
            or _OTHER_THING.match(text, hit.end)
            or is_language(text, hit)
        )
    if text[hit.start : hit.end] in _PERSONS and _OF_A_PERSON.match(text, hit.end):
        return True
    return text[hit.end - 1] not in _OFFICIAL and bool(_HAN_STREET.match(text, hit.end))
