"""Whether a Chinese name begins where a word begins: 均衡水平 holds no 衡水.

A name may end inside a word (台湾同胞). Words are those into which rjieba cuts the sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.gazetteer.hits import Hit
    from documents.text.sentences import Span

_SAFE_FROM = 5  # characters; a longer name is not found by accident
_HAN = re.compile(r"[\u3400-\u9fff]")
# 黄河南岸, 秦岭山西侧: a side of a mountain or a river, no province.
_SIDE = re.compile(r"[东西南北][侧岸麓坡翼畔]")
# 黑河流域, 淮北平原: a river or a plain of the same name.
_NATURE = re.compile(r"流域|平原|盆地|山脉|高原|海峡")


def begins_word(text: str, hit: Hit, sentence: Span) -> bool:
    """Whether a name in a sentence of a text stands for itself; Latin names always do."""
    if not _HAN.match(text[hit.start]) or hit.end - hit.start >= _SAFE_FROM:
        return True
    if _SIDE.match(text, hit.end - 1) or _NATURE.match(text, hit.end):
        return False
    if hit.start == 0 or not _HAN.match(text[hit.start - 1]):
        return True
    return hit.start - sentence.start in _word_starts(sentence.of(text))


@lru_cache(maxsize=256)
def _word_starts(sentence: str) -> frozenset[int]:
    """Remember the last sentences: names of several layers stand in each."""
    from rjieba import tokenize

    return frozenset(start for _word, start, _end in tokenize(sentence, "default"))
