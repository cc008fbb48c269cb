"""Reads the number of a document however it is written: No.16 2023, 2023年第16期, 国发[2022]18号."""

from __future__ import annotations

import re
from itertools import groupby

from documents.search.tree import And, Node, Phrase
from documents.text.analysis import is_han, words

LONGEST = 60
MOST_PARTS = 6
_FILLERS = frozenset({"no", "nos", "nr", "number", "issue", "vol", "第", "号", "期", "年", "卷"})
_NUMBER = re.compile(r"\d+")
_QUERY_MARKS = re.compile(r'["“”*:：]|\b(?:AND|OR|NOT)\b|\bNEAR/')


def number_key(text: str) -> tuple[str, ...]:
    """Return what a number is made of, in no order; marks and words such as 第 or No. left out."""
    return tuple(sorted(part.lstrip("0") or part for part in _parts(text)))


def number_tree(text: str) -> Node | None:
    """Return the question for records of that number; None where no number was typed.

    A number has a figure and at least one part beside it, and none of the marks of the grammar.
    """
    if len(text) > LONGEST or _QUERY_MARKS.search(text):
        return None
    parts = _parts(text)
    if not 2 <= len(parts) <= MOST_PARTS or not any(map(_NUMBER.fullmatch, parts)):
        return None
    return And(tuple(_leaf(part) for part in dict.fromkeys(parts)))


def _leaf(part: str) -> Phrase:
    return Phrase(tuple(part) if is_han(part) else (part,), "number", part)


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for han, run in groupby((word for word in words(text) if word not in _FILLERS), key=is_han):
        parts += ["".join(run)] if han else list(run)
    return parts
