"""Whether a Chinese name begins where a word begins: 均衡水平 holds no 衡水.

A name may end inside a word (台湾同胞). Words are those into which rjieba cuts the clause: none
runs over a mark, so that the rest of the sentence changes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit

_SAFE_FROM = 5  # characters; a longer name is not found by accident
_MARK = re.compile("[，、]")
# 黄河南岸, 秦岭山西侧: a side of a mountain or a river, no province.
_SIDE = re.compile(r"[东西南北][侧岸麓坡翼畔]")
# 苏北、淮北: the land north of a river among lands named alike, no city.
_LAND = r"[苏皖鲁豫冀陕川湘粤赣浙闽黔滇桂][东西南北中]"
_LANDS_BEFORE = re.compile(rf"{_LAND}[、和与及]$")
_LANDS_BEHIND = re.compile(rf"[、和与及]{_LAND}")
_LAND_NAMES = frozenset({"淮北", "淮南"})
# 黑河流域, 淮北平原: a river or a plain of the same name.
_NATURE = re.compile(r"流域|平原|盆地|山脉|高原|海峡")


def begins_word(text: str, hit: Hit) -> bool:
    """Whether a name in a text stands for itself; Latin names always do."""
    at, sentence = hit.start, hit.sentence
    if hit.end - at >= _SAFE_FROM or not is_han(text[at]):
        return True
    if _is_land(text, hit):
        return False
    if at == 0 or not is_han(text[at - 1]):
        return True
    mark = max(text.rfind("，", sentence.start, at), text.rfind("、", sentence.start, at))
    start = max(mark + 1, sentence.start)
    end = _MARK.search(text, hit.end, sentence.end)
    return at - start in _word_starts(text[start : end.start() if end else sentence.end])


def _is_land(text: str, hit: Hit) -> bool:
    """Whether a name is that of a side, a basin, or a land beside a river."""
    if _SIDE.match(text, hit.end - 1) or _NATURE.match(text, hit.end):
        return True
    if text[hit.start : hit.end] not in _LAND_NAMES:
        return False
    return bool(
        _LANDS_BEFORE.search(text, max(0, hit.start - 3), hit.start)
        or _LANDS_BEHIND.match(text, hit.end)
    )


def is_han(character: str) -> bool:
    """Whether a character is one of the common Chinese ones."""
    return "\u3400" <= character <= "\u9fff"


@lru_cache(maxsize=1024)
def _word_starts(clause: str) -> frozenset[int]:
    """Remember the last clauses: names of several layers stand in each."""
    from rjieba import cut

    return frozenset(accumulate(map(len, cut(clause)), initial=0))
