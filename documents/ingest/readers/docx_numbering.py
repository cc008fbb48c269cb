"""The numbers and bullets that Word draws before the paragraphs of lists; no text holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HAN: Final = "零一二三四五六七八九"
_BULLET: Final = "•"
_MARK = re.compile(r"%([1-9])")
_MOST: Final = 10_000  # beyond, a number is written in digits


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered: a format, a pattern such as "%1." and a start."""

    form: str
    pattern: str
    start: int


class Numbering:
    """Gives each paragraph of a list its label, in the order of the document."""

    def __init__(self, document: Any) -> None:  # python-docx is untyped
        self._styles = _numbered_styles(document)
        self._lists = _lists(document)
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def label_of(self, paragraph: Any) -> str:
        """Return what stands before a paragraph, "" for one of no list."""
        number, depth = self._place(paragraph)
        level = self._lists.get(number, {}).get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return _BULLET
        counts = self._counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _MARK.sub(lambda mark: self._written(number, int(mark[1]) - 1), level.pattern)

    def _written(self, number: str, depth: int) -> str:
        level = self._lists[number].get(depth)
        if level is None:
            return ""
        return written(self._counts[number].get(depth, level.start), level.form)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the depth of a paragraph: its own, else those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        inherited = self._styles.get(_value(properties, "w:pStyle"), ("", 0))
        own = properties.find(qn("w:numPr"))
        if own is None:
            return inherited
        number = _value(own, "w:numId") or inherited[0]
        return number, _depth(own)


def written(number: int, form: str) -> str:
    """Return a number as a list writes it; an unknown format gives digits."""
    writer = _WRITERS.get(form)
    return writer(number) if writer and 0 < number < _MOST else str(number)


def _value(parent: Any, name: str) -> str:
    found = parent.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _depth(parent: Any) -> int:
    value = _value(parent, "w:ilvl")
    return int(value) if value.isdecimal() else 0


def _numbered_styles(document: Any) -> dict[str, tuple[str, int]]:
    """Return the list and depth of styles that number their paragraphs."""
    found = {}
    for style in document.styles.element.findall(qn("w:style")):
        properties = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is not None:
            name = str(style.get(qn("w:styleId"), ""))
            found[name] = (_value(properties, "w:numId"), _depth(properties))
    return found


def _lists(document: Any) -> dict[str, dict[int, Level]]:
    """Return the levels of each list by its number."""
    root = next(parts_of(document, "numbering"), None)
    if root is None:
        return {}
    abstract = {
        str(one.get(qn("w:abstractNumId"))): dict(_levels(one))
        for one in root.findall(qn("w:abstractNum"))
    }
    return {
        str(one.get(qn("w:numId"))): abstract.get(_value(one, "w:abstractNumId"), {})
        for one in root.findall(qn("w:num"))
    }


def parts_of(document: Any, kind: str) -> Iterator[Any]:
    """Give the roots of the parts of a kind: numbering, footnotes, endnotes."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield etree.fromstring(relation.target_part.blob, parser)


def _levels(abstract: Any) -> Iterator[tuple[int, Level]]:
    for level in abstract.findall(qn("w:lvl")):
        depth, start = str(level.get(qn("w:ilvl"), "0")), _value(level, "w:start")
        if depth.isdecimal():
            yield (
                int(depth),
                Level(
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText"),
                    int(start) if start.isdecimal() else 1,
                ),
            )


def _han(number: int) -> str:
    """Write a number below 10,000 in Chinese: 21 is 二十一, 105 is 一百零五."""
    if number < 20:
        ones = _HAN[number % 10] if number % 10 else ""
        return f"十{ones}" if number >= 10 else _HAN[number]
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += f"{_HAN[digit]}{name}"
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")


def _letter(number: int) -> str:
    """Write 1 as a, 26 as z, 27 as aa, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    text = ""
    for value, sign in zip(values, signs, strict=True):
        text += sign * (number // value)
        number %= value
    return text


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting"),
            *("taiwaneseCountingThousand", "ideographDigital", "japaneseCounting"),
        ),
        _han,
    ),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if n <= 20 else str(n),
}
