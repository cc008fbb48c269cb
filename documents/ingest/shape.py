"""Measures the form of a line: prose or label, sentence or heading, Latin or Han."""

from __future__ import annotations

import re
from functools import lru_cache

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PLAIN_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL_WORD = re.compile(
    r"(?:a|an|the|and|or|of|in|on|to|for|at|by|with|from|as|its?|is|that|who|how)"
)
_SENTENCE_END = re.compile(
    r"""[.!?。！？；;…]["'”’“»)）\]」』]*(?:\s*[\[【(（](?:\d+|完|End|end)[\]】)）])?$"""
)
_INNER_STOP = re.compile(
    r"[^\W\d_]{2,}(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.!?]\s+[\"“(A-ZÄÖÜÉÀ]|[。！？；]"
)
_ENUMERATED = re.compile(
    r"^(?:第[一二三四五六七八九十百零\d]+[章节条部分篇]|[一二三四五六七八九十]{1,3}\s*[、.．]|"
    r"[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2})*\s*[、.．)]\s?\D|"
    r"(?:[IVX]{1,5}|[A-Z])\.\s|(?:Chapter|Section|Article|Part|Kapitel|Abschnitt|"
    r"Artikel)\s+[\dIVX]+)"
)
_BULLET = re.compile(r"^(?:[•‣◦▪■●○◆◇►▶▸★☆·]\s*|[*–—-]\s+)(?=\S)")
_GLUED_DASH = re.compile(r"^[*–—-]+(?=[^\W\d_])")  # "-A market hall": a bullet without its blank
_ADDRESSEE = re.compile(
    rf"^[{HAN}、，,（）() 　]{{4,160}}[：:]$|^(?:To )?(?:the|all)\b.{{20,}}[a-z]:$|"
    r"^(?:[\w’'-]+ ){0,3}(?:governments|commissions|departments|bureaus|ministries)\b.{20,}[a-z]:$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^(?:Dear|Honou?rable|Ladies|Distinguished|Excellenc|Sehr geehrte|Meine (?:sehr )?|Liebe|"
    r"Mesdames|Madame|Monsieur|Chers?|各位|尊敬的|女士们|先生们|同志们).*[,，：:！!]$"
)
_HEADING_WORD = re.compile(
    r"^(?:introduction|background|overview|(?:executive )?summary|conclusions?|"
    r"methodology|references|"
    r"recommendations|key (?:findings|messages|points)|einleitung|hintergrund|fazit|"
    r"引言|前言|导言|导语|背景|结语|结论|小结|参考文献|总体要求)\W*$",
    re.IGNORECASE,
)


def han_count(text: str) -> int:
    return len(_HAN.findall(text))


@lru_cache(maxsize=4096)
def word_count(text: str) -> int:
    """Count Latin words, each Han character counting as half a word."""
    return len(_WORD.findall(_HAN.sub(" ", text))) + (han_count(text) + 1) // 2


def ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))


def is_prose(text: str) -> bool:
    """Say whether a line reads as a paragraph: a long enough run that ends or holds sentences."""
    words = word_count(text)
    if ends_sentence(text):
        return words >= 9
    return words >= 30 or (words >= 14 and bool(_INNER_STOP.search(text)))


def is_enumerated(text: str) -> bool:
    return bool(_ENUMERATED.match(text))


def is_bullet(text: str) -> bool:
    return bool(_BULLET.match(text))


def without_bullet(text: str) -> str:
    """Give a line of a list without the mark before it."""
    return _GLUED_DASH.sub("", _BULLET.sub("", text))


def is_addressee(text: str) -> bool:
    """Say whether a line is the opening of an official letter: the bodies it is sent to."""
    if not _ADDRESSEE.match(text):
        return False
    return word_count(text) >= 4 or text.startswith("各")


def is_salutation(text: str) -> bool:
    """Say whether a line greets the hearers of a speech or the readers of a letter."""
    return len(text) <= 120 and bool(_SALUTATION.match(text))


def is_heading_word(text: str) -> bool:
    return bool(_HEADING_WORD.match(text))


def is_title_case(text: str) -> bool:
    """Say whether all words but the small ones begin with capitals, as English titles do."""
    words = [word for word in _PLAIN_WORD.findall(text) if not _SMALL_WORD.fullmatch(word)]
    return len(words) >= 3 and all(word[0].isupper() for word in words)


def key(text: str) -> str:
    """Give the letters and digits of a text without case, to compare lines with."""
    return re.sub(r"[\W_]+", "", text).casefold()
