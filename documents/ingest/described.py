"""Reads the abstract and the publisher's keywords behind their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from documents.ingest.draft import Found
from documents.ingest.labels import Pair
from documents.ingest.lines import Line
from documents.ingest.shape import han_count, is_prose, key, word_count

_SEPARATORS = re.compile(r"\s*[;；|｜、]\s*")
_HEADING = re.compile(
    r"^(?:abstract|(?:executive )?summary|zusammenfassung|résumé|摘\s?要|内容提要|内容摘要)"
    r"\s*[:：]?$",
    re.IGNORECASE,
)
_SEARCHED = 30  # lines
_SEMICOLONS = re.compile(r"\s*[;；]\s*")
_CLOSED = re.compile(r"[\d:：。.@[【]")
_COMMAS = re.compile(r"\s*[,，]\s*")
_SPLITS = (_SEPARATORS, _COMMAS, re.compile(r"\s*/\s*"))


def read_keywords(lines: Sequence[Line], pairs: Sequence[Pair]) -> Found[tuple[str, ...]]:
    """Split the labelled line that names most: a site's own tags stand beside the paper's."""
    if bare := find_unlabelled(lines):
        terms = bare[1]
        words = split_keywords(terms.text)
        return Found(words, "line of terms below the abstract", terms.text, 0.7, terms.at)
    labelled = [pair for pair in pairs if pair.field == "keywords"]
    found = [(words, pair) for pair in labelled if (words := split_keywords(pair.value))]
    if not found:
        return Found((), "none stated")
    words, pair = max(found, key=lambda one: len(one[0]))
    return Found(words, f"label “{pair.label}”", pair.line.text, 0.97, pair.line.at)


def find_unlabelled(lines: Sequence[Line]) -> tuple[Line, Line] | None:
    """Give the abstract and the line of terms that a journal prints without labels.

    The terms part by semicolons and stand right below the abstract, the first paragraph there is.
    """
    for line, after in pairwise(lines[:_SEARCHED]):
        if is_prose(line.text):
            return (line, after) if _is_terms(after.text) else None
    return None


def _is_terms(text: str) -> bool:
    terms = _SEMICOLONS.split(text)
    short = all(1 <= word_count(term) <= 7 for term in terms)
    return 3 <= len(terms) <= 8 and short and len(text) <= 120 and not _CLOSED.search(text)


def split_keywords(value: str) -> tuple[str, ...]:
    """Split at semicolons, else at commas, else at slashes; Han words also at blanks."""
    form = next((form for form in _SPLITS if form.search(value)), _COMMAS)
    words = form.split(value)
    if len(words) == 1 and han_count(value):
        words = value.split()
    return tuple(word.strip(" .。") for word in words if word.strip(" .。"))


def read_abstract(lines: Sequence[Line], pairs: Sequence[Pair], title: str) -> Found[str]:
    """Give the abstract behind its label or in its element, "" where the page has none."""
    for pair in pairs:
        if (
            pair.field == "abstract"
            and word_count(pair.value) >= 8
            and key(pair.value) != key(title)
        ):
            return Found(pair.value, f"label “{pair.label}”", pair.line.text, 0.97, pair.line.at)
    for line, after in pairwise(lines):
        if is_under_heading(line, after):
            return Found(
                after.text, "paragraph under the heading “abstract”", line.text, 0.9, after.at
            )
    if bare := find_unlabelled(lines):
        text, at = bare[0].text, bare[0].at
        return Found(text, "paragraph above a line of terms", text, 0.7, at)
    for line in lines:
        if is_abstract_element(line):
            return Found(line.text, "element of an abstract", line.text, 0.85, line.at)
    return Found("", "none stated")


def is_under_heading(line: Line, after: Line) -> bool:
    """Say whether `line` is the heading "Abstract" and `after` the paragraph below it."""
    return bool(_HEADING.match(line.text)) and word_count(after.text) >= 15


def is_abstract_element(line: Line) -> bool:
    """Say whether the markup names a paragraph the abstract."""
    return line.tag == "abstract" and word_count(line.text) >= 15
