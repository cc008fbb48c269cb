"""Joins the lines that markup tore apart: a link or a word in bold became a line of its own."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from documents.ingest.shape import HAN, is_bullet, is_enumerated

_CLOSES = re.compile(r"^(?:[，。、；：！？》）」』”’％]|[.,;:)](?=\s|$))")
_OPENS = re.compile(r"[《（「『“(]$")
_ENDS = re.compile(r"[.!?。！？：:；;][\"'”’)）》]*$")
_MARKS = "，。、；：！？《》（）「」『』“”‘’％"
_MOST_LINES_A_TEAR = 6


def mend_torn(text: str) -> str:
    """Join torn lines; a paragraph (lines without an empty one between) is looked at by itself.

    That a paragraph was torn is told by a line that begins with a mark which only closes, or ends
    with one which only opens. One such line says nothing about dozens of others.
    """
    blocks = groupby(text.split("\n"), key=bool)
    return "\n".join(
        line for filled, lines in blocks for line in (_mended([*lines]) if filled else lines)
    )


def _mended(lines: list[str]) -> list[str]:
    tears = sum(_is_torn(before, after) for before, after in pairwise(lines))
    if tears * _MOST_LINES_A_TEAR < len(lines) - 1:
        return lines
    joined = lines[:1]
    for before, after in pairwise(lines):
        if tears and _goes_on(before, after):
            joined[-1] += _blank(before, after) + after
        else:
            joined.append(after)
    return joined


def _is_torn(before: str, after: str) -> bool:
    return bool(_CLOSES.match(after) or _OPENS.search(before))


def _goes_on(before: str, after: str) -> bool:
    if _is_torn(before, after):
        return True
    whole = _ENDS.search(before) or is_enumerated(before)
    return not whole and not is_enumerated(after) and not is_bullet(after)


def _blank(before: str, after: str) -> str:
    """Return what stands between two halves: nothing at a mark or beside Han, else a blank."""
    tight = _is_torn(before, after) or re.search(rf"[{HAN}{_MARKS}]$", before)
    return "" if tight or re.match(rf"[{HAN}{_MARKS}]", after) else " "
