"""Finds lines that are no part of any text: fragments in another script and rows of a menu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from documents.ingest.controls import is_only_controls
from documents.ingest.furniture import TRAIL, is_root
from documents.ingest.labels import pairs_in
from documents.ingest.lines import Line
from documents.ingest.names import is_person
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_enumerated,
    is_prose,
    key,
    word_count,
)
from documents.text.language import han_share

SPAM, MENU, CITATION = "spam in another script", "row of a menu", "citation of the page"
COMES_BACK = "line that comes back"
_REFERENCE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'-]+,\s(?:[A-Z]\.[\s,-]*)+(?:and\s|&\s)?)+.{0,8}\(?(?:19|20)\d\d\b.{20,}"
    r"(?:\bdoi\b|\d\s?\(\d+\)|\bpp?\.\s?\d|\d\s?[-–]\s?\d)|"
    r"^[A-ZÀ-Þ][\w’'-]+,\s(?:[A-Z]\.\s?)+.{0,120}\((?:19|20)\d\d\)[,.]?\s[\"“].{10,}[\"”]|"
    r"\[J\]\s?[.．]?\s*\S.{2,80}[,，]\s?(?:19|20)\d\d"
)
_NUMBERED = re.compile(r"(?P<name>[A-Z].{4,36}?)\s\|?\s?\d{1,3}")
_FIGURES = re.compile(r"\d")
_TITLE = 5  # words from which a line can be a title
_AGAIN = 40  # characters of a line that comes back
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
    yield from _rows(lines)
    yield from _come_back(lines)
    latin = han_share("\n".join(line.text for line in lines)[:20_000]) < 0.4
    for line in lines:
        if latin and _is_fragments(line.text):
            yield line.at, SPAM
        elif _is_menu_row(line.text):
            yield line.at, MENU
    for line in (*lines[:_HEAD], *lines[_HEAD:][-_HEAD:]):
        if len(line.text) <= _LONGEST and _REFERENCE.search(line.text):
            yield line.at, CITATION


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Give the rows of items that gaps set apart, before the first paragraph or after the last."""
    rows = {line.at: line for line in lines if len(line.parts) >= 2 and _is_row(line.parts)}
    if not rows:
        return
    prose = [line.at for line in lines if line.at not in rows and is_prose(line.text)]
    for at, line in rows.items():
        if not prose or not prose[0] < at < prose[-1]:
            yield at, TRAIL if is_root(line.parts[0]) else MENU


def _come_back(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Give the short lines that stand three times and more: what the site puts between parts.

    What stands so often above the text alone, and is long enough, is the title.
    """
    short = [
        line
        for line in lines
        if len(line.text) <= _AGAIN and not (line.tag or ends_sentence(line.text))
    ]
    count = Counter(key(line.text) for line in short)
    text = next((line.at for line in lines if is_prose(line.text)), 0)
    below = {key(line.text) for line in short if line.at > text}
    short = [line for line in short if word_count(line.text) < _TITLE or key(line.text) in below]
    for line in short:
        numbered = _NUMBERED.fullmatch(line.text)
        if numbered and count[key(numbered["name"])] and key(numbered["name"]):
            yield line.at, COMES_BACK  # the site's name with the number of the page
        elif count[key(line.text)] >= 3 and key(line.text) and not _FIGURES.search(line.text):
            yield line.at, COMES_BACK


def _is_row(parts: Sequence[str]) -> bool:
    """Say whether items are a site's parts: short, without figures, and no people's names."""
    *items, last = parts
    trail = is_root(parts[0])
    if not trail and len(parts) == 2:
        return all(map(is_only_controls, parts))
    if is_enumerated(parts[0]):
        return False  # "第一章   总  则"
    short = all(_is_item(part) for part in (items if trail else parts))
    return short and not (ends_sentence(last) and not trail) and not _are_names(parts)


def _is_item(part: str) -> bool:
    plain = not _FIGURES.search(part) and not pairs_in(Line(part))
    return plain and word_count(part) <= 5 and not ends_sentence(part)


def _are_names(parts: Sequence[str]) -> bool:
    return sum(is_person(part) and not is_only_controls(part) for part in parts) > len(parts) / 2


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
