"""Weighs the place of a line among its neighbours as that of a title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations

from documents.ingest.furniture import RELATED
from documents.ingest.labels import field_of
from documents.ingest.lines import Line, PageText, edges_of
from documents.ingest.shape import is_prose, key, word_count
from documents.ingest.title_parts import strip_title
from documents.text.dates import find_dates

SITE_SUFFIX = re.compile(
    r"\s*(?:[|_｜»]|\s[-–—]\s)\s*[^|_｜»]{2,60}$|-[\u3400-\u9fff]{1,13}(?:[网報报社台厅局府部院站会]|频道)$"
)
SEARCHED = 60
MASTHEAD_LINES = 12  # a trail of links among them ends what belongs to the site
WHOLE = 5  # words of a line that can be a title by itself
_LABEL_WORDS = 3
_SENTENCE = 20  # words of a sentence that can be a title
_ROWS = 2  # rows of a table beside a third
_PHRASE = re.compile(
    r"(?:^|\s)(?:the|in|to|on|from|between|with|at|by|as|is|are|for|an?)\s", re.IGNORECASE
)
_HELD = 2.5
_BESIDE = 60  # letters of a site's name or of its trail beside a title
_CITATION = 600  # letters of a line that may cite the page
_PART = 8  # letters of a title or of its subtitle
# What a line says that states how a page is to be cited.
_CITING = re.compile(
    r"\bcit(?:e|ation|ed)\b|zitier|引用本文|\(\s?(?:19|20)\d\d\s?\)\s?[:.,]", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROW = re.compile(r"[A-Z][\w ]{2,28}:(?= \S)|[\u3400-\u9fff]{2,8}[:：](?=\S)")


def _is_row_of_table(near: Sequence[Line], line: Line) -> bool:
    """Say whether a line is a label and its value, right beside one and near two of the kind."""
    rows = {one.at: match[0] for one in near if (match := _ROW.match(one.text))}
    beside = {line.at - 1, line.at + 1} & rows.keys()
    return line.at in rows and bool(beside) and len(set(rows.values())) > _ROWS


def is_dated_below(lines: Sequence[Line], index: int, meta: frozenset[int]) -> bool:
    """Say whether a line of several words has the page's date right below it, as a title has."""
    if index + 1 == len(lines) or word_count(lines[index].text) < WHOLE:
        return False
    return lines[index + 1].at in meta and bool(find_dates(lines[index + 1].text))


def is_value(lines: Sequence[Line], index: int, marks: Mapping[int, str]) -> bool:
    """Say whether a line is the value of a short one above, or a label and its value in a table.

    The first line below a heading of related items is such a value too.
    """
    above = lines[index - 1] if index else None
    if _is_row_of_table(lines[max(0, index - 2) : index + 3], lines[index]):
        return True
    if above is None or above.at in marks:
        return above is not None and marks[above.at] == RELATED
    opens = above.text.endswith((":", "：")) or above.text.casefold().endswith(" by")
    opens = opens or bool(field_of(above.text))
    return opens and word_count(above.text) <= _LABEL_WORDS


def held_in_others(lines: Sequence[Line]) -> dict[int, float]:
    """Weigh lines of which one holds the other: "Title – Site" or "HomeNewsTitle", and "Title".

    The shorter one is the title by itself, the longer one has the site's words beside it.
    """
    weights: dict[int, float] = {}
    for whole, part in permutations(lines[:MASTHEAD_LINES], 2):
        own = strip_title(part.text)
        rest = len(key(whole.text)) - len(key(own))
        large = 0 < rest <= min(_BESIDE, len(key(own)))
        if not large or word_count(own) < 4 or is_prose(own):
            continue
        ends = whole.text.endswith(own) and whole.at < part.at
        if ends or (whole.text.startswith(own) and SITE_SUFFIX.match(whole.text, len(own))):
            weights[whole.at], weights[part.at] = -_HELD, _HELD
    return weights


def cited_weights(page: PageText) -> dict[int, float]:
    """Weigh two lines in a row that a citation joins: "Rossi, A., Small Towns: Big Plans, 2024"."""
    near = [line.text for line in edges_of(page.lines) if len(line.text) < _CITATION]
    weights = _cited_alone(page, [key(text) for text in near if _CITING.search(text)])
    others = [key(text) for text in near if _YEAR.search(text)]
    for title, below in pairwise(page.lines[:SEARCHED]):
        short = max(word_count(title.text), word_count(below.text)) <= _SENTENCE
        whole = key(title.text) + key(below.text) if short else ""
        own = min(len(key(title.text)), len(key(below.text)))
        if own >= _PART and any(other.find(whole) >= _PART for other in others):
            weights[title.at], weights[below.at] = _HELD, -_HELD
    return weights


def _cited_alone(page: PageText, citations: Sequence[str]) -> dict[int, float]:
    """Weigh the lines that a citation holds whole: "Rossi, A. (2024): Small Towns, Paper 7"."""
    whole = [line for line in page.lines[:SEARCHED] if word_count(line.text) >= WHOLE]
    own = {line.at: key(strip_title(line.text)) for line in whole}
    return {at: _HELD for at, text in own.items() if any(one.find(text) > 0 for one in citations)}


def is_subtitle(title: Line, line: Line) -> bool:
    """Say whether a line stands right below another that can be a title by itself."""
    words = word_count(title.text)
    whole = words >= 5 or (words >= 3 and bool(_PHRASE.search(title.text)))
    return line.at - title.at <= 2 and (whole or (words >= 4 and word_count(line.text) <= words))


def weigh_neighbours(
    lines: Sequence[Line], index: int, marks: Mapping[int, str], meta: frozenset[int]
) -> float:
    """Reward a line that is followed by a date, a byline or the first paragraph."""
    following = [line for line in lines[index + 1 : index + 5] if line.text]
    score = 0.0
    for distance, line in enumerate(following):
        if line.at in meta or _is_row_of_table(following, line):
            return score + 2.0 - distance * 0.5
        if is_prose(line.text) and line.at not in marks:
            return score + 1.5 - distance * 0.3
    return score
