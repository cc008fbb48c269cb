"""Numbers as texts write them: 45,000, 48,6 Millionen, 12 000, eleven, 三百."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_SMALL.split())} | {
    word: value * 10 for value, word in enumerate(_TENS.split(), start=2)
}
NUMBER_WORDS = frozenset(_WORDS)
_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
}
_POWERS = {"hundred": 100, "thousand": 1000}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}

_GROUPED = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?"
_SPACED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
_PLAIN = r"\d+(?:[.．]\d+)?"
_GERMAN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}(?!\d)"
_DIGITS = re.compile(
    rf"(?<![\w.,/-])(?:{_GROUPED}|{_SPACED}|{_PLAIN})|(?<=[\u3400-\u9fff—-])(?:{_GROUPED}|{_PLAIN})"
)
_GERMAN_DIGITS = re.compile(rf"(?<![\w.,/-])(?:{_GERMAN}|{_SPACED}|\d+)")
_SPELT = re.compile(
    rf"\b(?:(?:{_TENS.replace(' ', '|')})(?:[- ](?:{'|'.join(_SMALL.split()[1:10])}))?"
    rf"|(?:{'|'.join(_SMALL.split()[2:])}))(?:[ -]hundred|[ -]thousand)?\b(?!-)",
    re.IGNORECASE,
)
_HAN_NUMBER = re.compile(
    r"(?<![第十百千一二三四五六七八九两\d])[一二三四五六七八九两十百千]{1,6}(?=[个家项座条张类大批万亿])"
)


class Number(NamedTuple):
    start: int
    end: int
    value: float
    is_spelt: bool

    def moved(self, by: int) -> Number:
        return self._replace(start=self.start + by, end=self.end + by)


def numbers(text: str, language: str) -> Iterator[Number]:
    """Give the numbers of a text; a German comma is a decimal point. Overlaps are left out."""
    digits = _GERMAN_DIGITS if language == "de" else _DIGITS
    found = [*_digits(digits, text, language), *_spelt(text), *_han(text)]
    reached = 0
    for number in sorted(found, key=lambda one: (one.start, -one.end)):
        if number.start >= reached:
            yield number
            reached = number.end


def _digits(pattern: re.Pattern[str], text: str, language: str) -> Iterator[Number]:
    for match in pattern.finditer(text):
        written = re.sub(r"[ \u00a0\u202f]", "", match[0]).replace("．", ".").replace("，", ",")
        if language == "de":
            written = written.replace(".", "").replace(",", ".")
        yield Number(match.start(), match.end(), float(written.replace(",", "")), is_spelt=False)


def _spelt(text: str) -> Iterator[Number]:
    for match in _SPELT.finditer(text):
        total = 0
        for word in re.split(r"[- ]", match[0].lower()):
            power = _POWERS.get(word)
            total = total * power if power else total + _WORDS[word]
        yield Number(match.start(), match.end(), float(total), is_spelt=True)


def _han(text: str) -> Iterator[Number]:
    for match in _HAN_NUMBER.finditer(text):
        yield Number(match.start(), match.end(), float(_han_value(match[0])), is_spelt=True)


def _han_value(written: str) -> int:
    total = digit = 0
    for character in written:
        if character in _HAN_POWERS:
            total += (digit or 1) * _HAN_POWERS[character]
            digit = 0
        else:
            digit = _HAN_DIGITS[character]
    return total + digit
