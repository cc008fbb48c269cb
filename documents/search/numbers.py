"""Reads the number of a document however it is written: No.16 2023, 2023年第16期, 国发[2022]18."""

from __future__ import annotations

import re
from itertools import groupby

from documents.search.tree import And, Node, Or, Phrase
from documents.text.analysis import is_han, stems, words

LONGEST = 60
MOST_PARTS = 6
_FILLERS = frozenset({"no", "nos", "nr", "number", "issue", "vol", "第", "号", "期", "年", "卷"})
_NUMBER = re.compile(r"\d+")
_QUERY_MARKS = re.compile(r'["“”*:：]|\b(?:AND|OR|NOT)\b|\bNEAR/')


def number_key(text: str) -> tuple[str, ...]:
    """Return what a number is made of, in no order; marks and words such as 第 or No. left out."""
    return tuple(sorted(map(_bare, _parts(text))))


def number_tree(text: str) -> Node | None:
    """Return the question for records of that number; None where no number was typed.

    A number has a figure and at least one part beside it, and none of the marks of the grammar. One
    that begins with Chinese characters is looked for in texts that cite it too.
    """
    if len(text) > LONGEST or _QUERY_MARKS.search(text):
        return None
    parts = list(map(_bare, _parts(text)))
    if not 2 <= len(parts) <= MOST_PARTS or not any(map(_NUMBER.fullmatch, parts)):
        return None
    number = And(tuple(_leaf(part) for part in dict.fromkeys(parts)))
    if not is_han(parts[0]):
        return number
    return Or((number, Phrase(tuple(stems(" ".join(parts))), typed=" ".join(parts))))


def _leaf(part: str) -> Phrase:
    return Phrase(tuple(part) if is_han(part) else (part,), "number", part)


def _bare(part: str) -> str:
    return part.lstrip("0") or part


def _parts(text: str) -> list[str]:
    """Return the figures, words and runs of characters of a number, in order."""
    telling = (word for word in words(text) if word not in _FILLERS)
    runs = [(han, list(run)) for han, run in groupby(telling, key=is_han)]
    return [part for han, run in runs for part in (["".join(run)] if han else run)]
