"""Finds lines that are no part of any text: fragments in another script and rows of a menu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.ingest.controls import is_only_controls
from documents.ingest.lines import Line
from documents.ingest.shape import ends_sentence, han_count
from documents.text.language import han_share

SPAM, MENU, CITATION = "spam in another script", "row of a menu", "citation of the page"
_REFERENCE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'-]+,\s(?:[A-Z]\.[\s,-]*)+(?:and\s|&\s)?)+.{0,8}\(?(?:19|20)\d\d\b.{20,}"
    r"(?:\bdoi\b|\d\s?\(\d+\)|\bpp?\.\s?\d|\d\s?[-–]\s?\d)|"
    r"^[A-ZÀ-Þ][\w’'-]+,\s(?:[A-Z]\.\s?)+.{0,120}\((?:19|20)\d\d\)[,.]?\s[\"“].{10,}[\"”]|"
    r"\[J\]\s?[.．]?\s*\S.{2,80}[,，]\s?(?:19|20)\d\d"
)
_HEAD = 30  # lines in which a page cites itself
_FRAGMENTS = re.compile(r"\s*[,，、|｜_·\s]\s*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST = 500  # characters of a reference
_LEAST = 4  # words of a row of a menu
_SMALL = frozenset({"us", "uns", "nous", "and", "und", "et", "the", "à", "de", "our", "we", "do"})
_MENU_WORDS = re.compile(
    r"^(?:home|news|about|introduction|contact|business|photos?|videos?|guide|life|culture|custom|"
    r"travel|services?|events?|policies|policy|government|affairs|investment|investing|living|"
    r"media|gallery|sports?|opinion|world|nation|index|local|education|departments?|officials?|"
    r"overview|research|publications?|projects?|programs?|programmes?|people|cities|links?|"
    r"search|enterprises|industries|procedures|opportunities|leisure|food|hotels|info|specials|"
    r"startseite|über|aktuelles|themen|projekte|publikationen|presse|veranstaltungen|kontakt|karriere|"
    r"accueil|actualités|propos|missions|projets|presse|agenda|ressources|contacts?)$",
    re.IGNORECASE,
)


def find_misfits(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Give the numbers of such lines, each with the name of its form."""
    latin = han_share("\n".join(line.text for line in lines)[:20_000]) < 0.4
    for line in lines:
        if latin and _is_fragments(line.text):
            yield line.at, SPAM
        elif _is_menu_row(line.text):
            yield line.at, MENU
    for line in lines[:_HEAD]:
        if len(line.text) <= _LONGEST and _REFERENCE.search(line.text):
            yield line.at, CITATION


def _is_fragments(text: str) -> bool:
    """Say whether a line is Han names one after the other, as spam stands round an English text."""
    parts = [part for part in _FRAGMENTS.split(text) if han_count(part)]
    return len(parts) >= 4 and han_count(text) >= 16 and not ends_sentence(text)


def _is_han_menu(text: str) -> bool:
    parts = text.split()
    names = [part for part in parts if 2 <= han_count(part) == len(part) <= 5]
    return len(parts) == len(names) >= 3 and any(map(is_only_controls, parts))


def _is_menu_row(text: str) -> bool:
    """Say whether a line is capitalised words alone, many of them names of a site's parts."""
    if _is_han_menu(text):
        return True
    words = [word for word in _WORD.findall(text) if word not in _SMALL]
    if len(words) < _LEAST or ends_sentence(text) or not all(word[0].isupper() for word in words):
        return False
    known = sum(bool(_MENU_WORDS.match(word)) or is_only_controls(word) for word in words)
    return known >= max(3, len(words) // 3)
