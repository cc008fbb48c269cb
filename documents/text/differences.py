"""What differs between two texts: blocks that stand in both, in one, or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A figure is one word, with its commas, its point and its sign of percent.
_WORD = re.compile(
    r"\d+(?:[,.，．]\d+)*[%％]?|[\u3400-\u9fff\uf900-\ufaff]|[^\W\d_\u3400-\u9fff]+|\s+|[^\w\s]|_"
)
_PIECES = 6000  # words of one paragraph; beyond that it is shown as changed whole


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters; `change` is "" where it stands in both texts."""

    text: str
    change: Literal["", "removed", "added"] = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: the same in both, in the first only, in the second only, or changed.

    The parts of a changed one give both wordings in one run, the removed before the added.
    """

    kind: Literal["same", "removed", "added", "changed"]
    parts: tuple[Part, ...]


def compare_texts(first: str, second: str) -> tuple[Block, ...]:
    """Return the paragraphs of both texts in order, with what was removed and added."""
    return tuple(_blocks(_paragraphs(first), _paragraphs(second)))


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _blocks(first: Sequence[str], second: Sequence[str]) -> Iterator[Block]:
    for equal, one, other in _runs(first, second):
        if equal:
            yield from (Block("same", (Part(text),)) for text in one)
            continue
        paired = min(len(one), len(other))
        for before, after in zip(one[:paired], other[:paired], strict=True):
            yield Block("changed", tuple(_parts(before, after)))
        yield from (Block("removed", (Part(text, "removed"),)) for text in one[paired:])
        yield from (Block("added", (Part(text, "added"),)) for text in other[paired:])


def _parts(before: str, after: str) -> Iterator[Part]:
    first, second = _WORD.findall(before), _WORD.findall(after)
    if max(len(first), len(second)) > _PIECES:
        first, second = [before], [after]
    for equal, one, other in _runs(first, second):
        if equal:
            yield Part("".join(one))
            continue
        if one:
            yield Part("".join(one), "removed")
        if other:
            yield Part("".join(other), "added")


def _runs[T](
    first: Sequence[T], second: Sequence[T]
) -> Iterator[tuple[bool, Sequence[T], Sequence[T]]]:
    """Give the runs of two sequences: whether they are equal, and what each holds there."""
    from rapidfuzz.distance import Indel

    at, there = 0, 0
    for block in Indel.opcodes(first, second).as_matching_blocks():
        if block.a > at or block.b > there:
            yield False, first[at : block.a], second[there : block.b]
        if block.size:
            end = block.a + block.size
            yield True, first[block.a : end], second[block.b : block.b + block.size]
        at, there = block.a + block.size, block.b + block.size
